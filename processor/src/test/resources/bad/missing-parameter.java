import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
final class Model {
//    ^ has no @Parameter
  static final double WEIGHT = 2;

  @Loss
  double loss(double x, double y) {
    double error = WEIGHT * x - y;
    return error * error;
  }
}
