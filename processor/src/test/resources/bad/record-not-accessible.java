import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  private record Point(double x, double y) {}

  @Parameter double weight;

  @Loss
  double loss(Point point) {
//                  ^ the argument `point` is a record Point that the trainer cannot see
    double error = weight * point.x() - point.y();
    return error * error;
  }
}
