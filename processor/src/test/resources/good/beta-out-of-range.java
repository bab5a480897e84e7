import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, beta1 = 0, beta2 = 0.99)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.ADAM, beta1 = 0.9, beta2 = 0.999)
  static class Usual {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
