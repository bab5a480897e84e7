import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error + 0.1 * absolute(x, y);
  }

  @Metric
  double absolute(double x, double y) {
    return Math.abs(weight * x - y);
  }
}
