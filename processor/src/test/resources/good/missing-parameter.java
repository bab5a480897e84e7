import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.ADAM)
class Model {
  @Parameter double weight;
  static final double SCALE = 2;

  @Loss
  double loss(double x, double y) {
    double error = weight * SCALE * x - y;
    return error * error;
  }
}
