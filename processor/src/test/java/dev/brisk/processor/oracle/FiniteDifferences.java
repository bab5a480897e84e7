package dev.brisk.processor.oracle;

import java.util.function.ToDoubleFunction;

/**
 * Derivatives from values alone: central differences with Richardson's extrapolation, at several
 * widths. The width whose two differences agree best is taken, so that a kink or a wild curve
 * within a wide one does no harm.
 */
final class FiniteDifferences {
  private static final double[] WIDTHS = {1e-2, 1e-3, 1e-4, 1e-5};

  private FiniteDifferences() {}

  /**
   * A derivative, and how far to trust it.
   *
   * @param disagreement of the two central differences that it comes from
   */
  record Estimate(double value, double disagreement) {}

  /** The derivative by the argument of that index. */
  static Estimate derivative(ToDoubleFunction<double[]> function, double[] at, int index) {
    Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
    for (double width : WIDTHS) {
      double wide = central(function, at, index, width);
      double narrow = central(function, at, index, width / 2);
      double disagreement = Math.abs(wide - narrow);
      if (disagreement < best.disagreement()) {
        best = new Estimate((4 * narrow - wide) / 3, disagreement);
      }
    }
    return best;
  }

  /**
   * Whether the function has a kink, or a jump, so close that differences tell nothing: those of
   * the two sides disagree however narrow they are.
   */
  static boolean isAtKink(ToDoubleFunction<double[]> function, double[] at, int index) {
    double width = 1e-6;
    double here = function.applyAsDouble(at);
    double right = (moved(function, at, index, width) - here) / width;
    double left = (here - moved(function, at, index, -width)) / width;
    return !(Math.abs(right - left) <= 1e-3 * (1 + Math.abs(right) + Math.abs(left)));
  }

  /** Whether the value is so large that its rounding swallows the differences. */
  static boolean isTooLarge(ToDoubleFunction<double[]> function, double[] at) {
    return Math.ulp(function.applyAsDouble(at)) > 1e-10;
  }

  private static double central(
      ToDoubleFunction<double[]> function, double[] at, int index, double width) {
    double above = moved(function, at, index, width);
    double below = moved(function, at, index, -width);
    return (above - below) / (2 * width);
  }

  private static double moved(
      ToDoubleFunction<double[]> function, double[] at, int index, double by) {
    double[] there = at.clone();
    there[index] += by;
    return function.applyAsDouble(there);
  }
}
