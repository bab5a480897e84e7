import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return twice(weight * x);
  }

  private static double twice(double value) {
    return 2 * value;
  }
}
