import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.ADAM)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
