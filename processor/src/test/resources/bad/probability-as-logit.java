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
    double[] shares = new double[CLASSES];
    double sum = 0;
    for (double weight : weights) {
      sum += Math.exp(weight * x);
    }
    for (int i = 0; i < CLASSES; i++) {
      shares[i] = Math.exp(weights[i] * x) / sum;
    }
    double first = Losses.binaryCrossEntropy(Ops.sigmoid(weights[0] * x), label == 0 ? 1 : 0);
//                                                      ^ between 0.5 and 0.74
    return first + Losses.softmaxCrossEntropy(shares, label);
//                                            ^ `Losses.softmaxCrossEntropy` is given a softmax
  }
}
