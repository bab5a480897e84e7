import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, momentum = 0.9, dampening = 0.1, nesterov = false)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, momentum = 0.9, nesterov = true)
  static class Undampened {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
