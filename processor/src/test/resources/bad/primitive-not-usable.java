import dev.brisk.*;
import dev.brisk.ops.Derivative;
import java.io.IOException;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, int n) throws IOException {
    double hidden = hidden(weight * x);
//                        ^ the primitive `Model.hidden` is private
    double bound = bound(weight);
//                      ^ Write `static double bound(@Derivative("slope") double x)`
    double generic = generic(weight);
//                          ^ is generic
    double varying = varying(weight, x);
//                          ^ Write `static double varying(@Derivative("slope") double[] xs)`
    double whole = whole(weight);
//                      ^ is of result type int
    double counted = counted(weight, n);
//                          ^ is differentiated by `n` of type int
    double strange = strange(weight, new double[2]);
//                          ^ is given `any` of type java.lang.Object
    double failing = failing(weight);
//                          ^ is declared to throw java.io.IOException
    double inner = Inner.inner(weight);
//                            ^ Make the class visible
    return hidden + bound + generic + varying + whole + counted + strange + failing + inner;
  }

  private static double hidden(@Derivative("slope") double x) {
    return x;
  }

  double bound(@Derivative("slope") double x) {
    return x;
  }

  static <T> double generic(@Derivative("slope") double x) {
    return x;
  }

  static double varying(@Derivative("slope") double... xs) {
    return xs[0];
  }

  static int whole(@Derivative("slope") double x) {
    return (int) x;
  }

  static double counted(@Derivative("slope") double x, @Derivative("slope") int n) {
    return x * n;
  }

  static double strange(@Derivative("slope") double x, Object any) {
    return x;
  }

  static double failing(@Derivative("slope") double x) throws IOException {
    return x;
  }

  private static class Inner {
    static double inner(@Derivative("slope") double x) {
      return x;
    }

    static double slope(double x) {
      return 1;
    }
  }

  static double slope(double x) {
    return 1;
  }
}
