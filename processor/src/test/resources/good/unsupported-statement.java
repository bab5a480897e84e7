import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  static final int ONE = 0;

  @Parameter double weight;

  boolean isBelow(double[] xs, double limit) {
    for (double x : xs) {
      if (x > limit) {
        return false;
      }
    }
    return true;
  }

  @Loss
  double loss(double x, int k, double[] xs) {
    double value = weight * x;
    for (int i = 0; i < 10; i++) {
      if (value <= 1) {
        break;
      }
      value = value / 2;
    }
    for (int i = 0; i < xs.length; i++) {
      if (xs[i] > 2) {
        return value;
      }
      value += xs[i];
    }
    switch (k) {
      case ONE:
        value += 1;
        break;
      case 1:
        value += 2;
    }
    for (int j = 0; j < 3; j++) {
      if (isBelow(xs, j)) {
        value += j;
      }
    }
    return value;
  }
}
