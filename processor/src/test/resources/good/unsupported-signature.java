import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  final double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Metric
  synchronized float first(double x, double y) {
    return (float) x;
  }
}
