import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.LION, learningRate = 3e-4, weightDecay = 1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.ADAMW, learningRate = 0.2, weightDecay = 0.005)
  static class Weak {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
