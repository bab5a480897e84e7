import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  final double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Metric
  synchronized float first(double x, double y) {
    return (float) x;
  }

  @Trainable
  @Optimizer(Algorithm.SGD)
  static class Called {
    @Parameter double weight;

    @Loss
    final double loss(double x) throws IllegalStateException {
      return weight * x;
    }

    @Metric
    native double foreign(double x);

    @Gradient
    public synchronized double gradient(double x, double[] dWeight) throws AssertionError {
      dWeight[0] += x;
      return weight * x;
    }
  }

  @Trainable
  @Optimizer(Algorithm.SGD)
  static class Counted {
    @Parameter double weight;

    @Loss
    double loss(double[] x) {
      return weight * x[0];
    }
  }
}
