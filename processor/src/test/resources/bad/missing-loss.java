import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
final class Model {
//    ^ has no @Loss
  @Parameter double weight;

  double error(double x, double y) {
    return weight * x - y;
  }
}
