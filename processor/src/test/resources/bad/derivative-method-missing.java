import dev.brisk.*;
import dev.brisk.ops.Derivative;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, int n) {
    double none = none(weight, n);
//                    ^ Write `static double noSuch(double x, int n)`
    double times = times(weight, n);
//                      ^ Write `static double timesSlope(double x, int n)`
    double result = result(weight);
//                        ^ Write `static double single(double x)`
    double bound = bound(weight);
//                      ^ Write `static double unbound(double x)`
    double hidden = hidden(weight);
//                        ^ Write `public static double secret(double x)`
    double[] values = {weight, x};
    double sum = sum(values, n);
//                  ^ Write `static void add(double[] xs, int n, double upstream, double[] gradient)`
    return none + times + result + bound + hidden + sum;
  }

  static double none(@Derivative("noSuch") double x, int n) {
    return x * n;
  }

  static double times(@Derivative("timesSlope") double x, int n) {
    return x * n;
  }

  static double timesSlope(double x, double n) {
    return n;
  }

  static double result(@Derivative("single") double x) {
    return x;
  }

  static float single(double x) {
    return 1;
  }

  static double bound(@Derivative("unbound") double x) {
    return x;
  }

  double unbound(double x) {
    return 1;
  }

  public static double hidden(@Derivative("secret") double x) {
    return x;
  }

  private static double secret(double x) {
    return 1;
  }

  static double sum(@Derivative("add") double[] xs, int n) {
    return xs[0] * n;
  }

  static void add(double[] xs, int n, double[] gradient, double upstream) {
    gradient[0] += upstream * n;
  }
}
