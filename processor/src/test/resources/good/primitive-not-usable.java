import dev.brisk.*;
import dev.brisk.ops.Derivative;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, int n) {
    return visible(weight * x, n) + Inner.inner(weight);
  }

  static double visible(@Derivative("slope") double x, int n) {
    return x * n;
  }

  static double slope(double x, int n) {
    return n;
  }

  static class Inner {
    static double inner(@Derivative("slope") double x) throws IllegalStateException {
      return x;
    }

    static double slope(double x) {
      return 1;
    }
  }
}
