import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAMW, weightDecay = 1e-2)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
