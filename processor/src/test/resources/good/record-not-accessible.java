import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  record Point(double x, double y) {}

  @Parameter double weight;

  @Loss
  double loss(Point point) {
    double error = weight * point.x() - point.y();
    return error * error;
  }
}
