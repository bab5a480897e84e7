import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, epsilon = 0)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
