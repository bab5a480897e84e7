import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.LAMB)
@Training(batchSize = 32)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(Algorithm.ADAMW)
  @Training(batchSize = 8)
  static class Small {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
