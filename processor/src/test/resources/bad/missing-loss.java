import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
final class Model {
//    ^ has no @Loss
  @Parameter double weight;

  double error(double x) {
    return weight * x;
  }
}
