import dev.brisk.*;
import dev.brisk.ops.Derivative;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return twice(weight * x);
  }

  @Metric
  double byElsewhere(double x, double y) {
    return Elsewhere.twice(weight * x);
  }

  private static double twice(double value) {
    return 2 * value;
  }

  static class Elsewhere {
    static double twice(@Derivative("twiceSlope") double value) {
      return 2 * value;
    }

    static double twiceSlope(double value) {
      return 2;
    }
  }
}
