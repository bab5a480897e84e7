import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  static final int CLASSES = 3;

  @Parameter(shape = CLASSES)
  double[] weights;

  double[] softmax(double x) {
    double[] exponentials = new double[CLASSES];
    double sum = 0;
    for (int i = 0; i < CLASSES; i++) {
      exponentials[i] = Math.exp(weights[i] * x);
      sum += exponentials[i];
    }
    double[] shares = new double[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      shares[i] = exponentials[i] / sum;
    }
    return shares;
  }

  @Loss
  double loss(double x, int label) {
    return -Math.log(softmax(x)[label]);
//                  ^ Where its logit is 750 below the largest it is 0 as a double
  }
}
