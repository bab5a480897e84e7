package dev.brisk.check;

import dev.brisk.check.Judge.Claim;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Holds derivatives that a person wrote against the function that they belong to:
 *
 * <pre>{@code
 * GradientCheck.of(trainer, examples).assertRight();
 * GradientCheck.ofFunction(Swish::of, Swish::slope, -2, 0.5, 3).assertRight();
 * }</pre>
 *
 * <p>A derivative {@code d} is compared with {@code e = (4 D(h/2) - D(h)) / 3}, where {@code D(h) =
 * (f(x + h) - f(x - h)) / 2h}: Richardson's extrapolation of central differences, exact to the
 * fourth order in {@code h}. Of the widths {@code h = 1e-2, 1e-3, 1e-4} and {@code 1e-5}, times
 * {@code max(1, |x|)}, the least uncertain is taken; in single precision of {@code 1e-1, 3e-2,
 * 1e-2} and {@code 3e-3}.
 *
 * <p>It is <b>right</b> if {@code |d - e| <= 1e-6 max(|d|, |e|, m / 1000)}, where {@code m} is the
 * largest derivative of the same gradient ({@code 1e-2} in place of {@code 1e-6} in single
 * precision), beside what the rounding of {@code f} may make of {@code e}. It is <b>doubtful</b>,
 * not wrong, where differences cannot tell: at a kink or jump, where the function is not finite
 * close by, and where rounding leaves nothing of them. Else it is <b>wrong</b>.
 */
public final class GradientCheck {
  private GradientCheck() {}

  /**
   * Compares the gradient of the mean loss of the examples by all parameters of a model, as they
   * are now, with the loss. Each is named after its field, {@code weights[12]}, with the position
   * in its row-major order. The loss that {@code gradient} returns is compared too.
   *
   * <p>Takes 16 losses of all examples for each parameter, so a few examples will do. The
   * parameters change meanwhile, and have their values again afterwards, whatever is thrown.
   */
  public static <E extends Examples<E>> GradientReport of(DoubleTrainer<E> trainer, E examples) {
    return compared(new TrainedFunction.OfDoubles<>(trainer, examples));
  }

  /** As {@link #of(DoubleTrainer, Examples)}, in single precision. */
  public static <E extends Examples<E>> GradientReport of(FloatTrainer<E> trainer, E examples) {
    return compared(new TrainedFunction.OfFloats<>(trainer, examples));
  }

  /**
   * Compares the derivative of a function of one variable with the function. Of several arguments,
   * fix the others: {@code x -> huber(x, 1, 0.5)}.
   *
   * @param points to compare at, at least one; between them, they should reach every branch
   */
  public static GradientReport ofFunction(
      DoubleUnaryOperator function, DoubleUnaryOperator derivative, double... points) {
    requirePoints(points.length);
    Judge judge = new Judge(Precision.DOUBLE);
    List<Claim> claims = new ArrayList<>();
    for (double point : points) {
      String name = "the derivative at " + point;
      claims.add(judge.claim(name, derivative.applyAsDouble(point), function, point));
    }
    return new GradientReport(judged(judge, claims), List.of());
  }

  /**
   * Compares the derivative of a function by an array with the function; and that it adds to the
   * gradient, and times {@code upstream}.
   *
   * @param points to compare at, at least one; none is changed
   */
  public static GradientReport ofFunction(
      ToDoubleFunction<double[]> function, ArrayDerivative derivative, double[]... points) {
    requirePoints(points.length);
    Judge judge = new Judge(Precision.DOUBLE);
    List<Comparison> derivatives = new ArrayList<>();
    List<Comparison> sums = new ArrayList<>();
    for (int p = 0; p < points.length; p++) {
      double[] point = points[p].clone();
      double[] gradient = new double[point.length];
      derivative.add(point.clone(), 1, gradient);
      List<Claim> claims = new ArrayList<>();
      for (int k = 0; k < point.length; k++) {
        String name = "gradient[" + k + "] at points[" + p + "]";
        claims.add(judge.claim(name, gradient[k], along(function, point, k), point[k]));
      }
      derivatives.addAll(judged(judge, claims));
      sums.addAll(added(judge, derivative, point, gradient, p));
    }
    return new GradientReport(derivatives, sums);
  }

  private static void requirePoints(int count) {
    if (count == 0) {
      throw new IllegalArgumentException("points has length 0, expected at least 1");
    }
  }

  /** The function of one element, between its neighbours. */
  private static DoubleUnaryOperator along(
      ToDoubleFunction<double[]> function, double[] point, int k) {
    return value -> {
      double[] there = point.clone();
      there[k] = value;
      return function.applyAsDouble(there);
    };
  }

  /** What a second call makes of sums that are not zero, by an {@code upstream} that is not 1. */
  private static List<Comparison> added(
      Judge judge, ArrayDerivative derivative, double[] point, double[] gradient, int p) {
    double upstream = -2;
    double[] sums = new double[point.length];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = k + 1;
    }
    derivative.add(point.clone(), upstream, sums);
    List<Comparison> comparisons = new ArrayList<>();
    for (int k = 0; k < sums.length; k++) {
      String name =
          "gradient[" + k + "] at points[" + p + "], added to " + (k + 1) + " with upstream -2,";
      comparisons.add(judge.same(name, sums[k], k + 1 + upstream * gradient[k]));
    }
    return comparisons;
  }

  private static GradientReport compared(TrainedFunction model) {
    double[] at = model.parameters();
    try {
      return compared(model, at);
    } finally {
      model.setParameters(at);
    }
  }

  private static GradientReport compared(TrainedFunction model, double[] at) {
    Judge judge = new Judge(model.precision());
    double loss = model.loss();
    double[] gradient = new double[at.length];
    double returned = model.gradient(gradient);
    List<Claim> claims = new ArrayList<>();
    for (ParameterLayout parameter : model.trainer().layout()) {
      for (int k = 0; k < parameter.size(); k++) {
        int i = parameter.offset() + k;
        String name = parameter.name() + (parameter.shape().isEmpty() ? "" : "[" + k + "]");
        ToDoubleFunction<double[]> function =
            values -> {
              model.setParameters(values);
              return model.loss();
            };
        claims.add(judge.claim(name, gradient[i], along(function, at, i), at[i]));
      }
    }
    Comparison losses = judge.same("the loss that gradient returns", returned, loss);
    return new GradientReport(judged(judge, claims), List.of(losses));
  }

  private static List<Comparison> judged(Judge judge, List<Claim> claims) {
    double largest = claims.stream().mapToDouble(Claim::size).max().orElse(0);
    return claims.stream().map(claim -> judge.compare(claim, largest)).toList();
  }
}
