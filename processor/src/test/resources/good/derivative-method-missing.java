import dev.brisk.*;
import dev.brisk.ops.Derivative;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, int n) {
    double[] values = {weight, x};
    return times(weight, n) + sum(values, n);
  }

  static double times(@Derivative("timesSlope") double x, int n) {
    return x * n;
  }

  static double timesSlope(double x, int n) {
    return n;
  }

  static double timesSlope(double x, double n) {
    return Double.NaN;
  }

  static double sum(@Derivative("add") double[] xs, int n) {
    return xs[0] * n;
  }

  static void add(double[] xs, int n, double upstream, double[] gradient) {
    gradient[0] += upstream * n;
  }
}
