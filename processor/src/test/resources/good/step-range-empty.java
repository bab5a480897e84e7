import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.RPROP, stepMin = 0.01, stepMax = 0.01)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.RPROP, stepMin = 0.01, stepMax = 0.1)
  static class Range {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
