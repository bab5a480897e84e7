import dev.brisk.*;
import dev.brisk.ops.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, int label) {
    double p = sigmoid(weight * x);
    return label == 1 ? -Math.log(p) : -Math.log(1 - p);
//                               ^ For x = -750 it is 0 as a double
//                                              ^ For x = 40 it is 0 as a double
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Metric
  double entropy(double x, int label) {
    double p = Ops.sigmoid(weight * x);
    float q = Ops.sigmoid((float) x);
    return Math.log1p(-p) - Math.log(q);
//                   ^ Write `Ops.logSigmoid(-x)`
//                                  ^ For x = -110 it is 0 as a float
  }
}
