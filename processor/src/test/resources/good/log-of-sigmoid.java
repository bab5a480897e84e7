import dev.brisk.*;
import dev.brisk.ops.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, int label) {
    double score = weight * x;
    return label == 1 ? -Ops.logSigmoid(score) : -Ops.logSigmoid(-score);
  }

  @Metric
  double entropy(double x, int label) {
    return Losses.binaryCrossEntropy(weight * x, label);
  }

  @Metric
  double guarded(double x, int label) {
    double p = Ops.sigmoid(weight * x);
    return p > 1e-300 ? Math.log(p) : Math.log(p + 1e-300);
  }
}
