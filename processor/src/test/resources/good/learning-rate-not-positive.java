import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 1e-7)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.ADAM, learningRate = 1e-3)
  static class Usual {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
