import dev.brisk.*;
import dev.brisk.ops.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  static final int CLASSES = 3;

  @Parameter(shape = CLASSES)
  double[] weights;

  @Loss
  double loss(double x, int label) {
    double[] logits = new double[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      logits[i] = weights[i] * x;
    }
    double first = Losses.binaryCrossEntropy(weights[0] * x, label == 0 ? 1 : 0);
    return first + Losses.softmaxCrossEntropy(logits, label);
  }
}
