import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.SGD)
class Model {
  @Parameter(frozen = true) double weight;
  @Parameter double bias;

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }
}
