package dev.brisk.samples;

import static dev.brisk.Algorithm.SGD;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.analysis.Descent;
import dev.brisk.analysis.Quadratic;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How fast descent converges, and from which rate on it does not. A quadratic has the same
 * curvature everywhere, that of {@code (w - 3)^2} is 2, and one step takes the error {@code e = w -
 * 3} to
 *
 * <pre>
 * e - rate * 2 e = (1 - 2 rate) e
 * </pre>
 *
 * <p>so that everything is known of a rate {@code r} and a curvature {@code a}: the error shrinks
 * by {@code |1 - r a|} at each step, is gone after one with {@code r = 1 / a}, and grows from
 * {@code r = 2 / a} on. Counting steps needs no descent either: an error of {@code e} is a
 * millionth when {@code |1 - r a|^n} is, and that is for {@code n = ln 1e-6 / ln |1 - r a|}. The
 * second table counts, all the same.
 *
 * <p>With two parameters there is a curvature for each, and one rate for both. The steep direction
 * bounds the rate, the flat one has to live with it. The best that a single rate can do is {@code 2
 * / (flat + steep)}, which leaves the share {@code (k - 1) / (k + 1)} of the error at each step,
 * where {@code k = steep / flat} is the condition number. Look at the third table: ten times as
 * badly conditioned takes ten times as many steps. That is why real losses are slow, why data are
 * standardised, and what momentum is for, which needs the root of that: Polyak, "Some methods of
 * speeding up the convergence of iteration methods", 1964.
 */
public final class Lesson02QuadraticConvergence {
  static final Quadratic PARABOLA = Quadratic.of(2, Lesson01UpdateRule.MINIMUM);

  /** The share of the error at which descent has arrived. */
  static final double ARRIVED = 1e-6;

  static final double[] RATES = {0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99};
  static final double[] CONDITIONS = {1, 10, 100, 1000};

  private Lesson02QuadraticConvergence() {}

  /** Two parameters that begin at 1, least at 0. The curvature of one is 1, of the other given. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1)
  static class Valley {
    @Parameter double flat = 1;
    @Parameter double steep = 1;

    @Loss
    double loss(double curvature) {
      return (flat * flat + curvature * steep * steep) / 2;
    }
  }

  /**
   * Predicted, and what the trainer did.
   *
   * @param factor {@code |1 - r a|}
   * @param measured the error after one step over the error before
   * @param predicted steps until a millionth of the error is left
   * @param counted likewise
   */
  record Speed(double rate, double factor, double measured, int predicted, int counted) {}

  /** How fast the parabola of the first lesson is descended. */
  static Speed speed(double rate) {
    double factor = PARABOLA.contraction(rate);
    int predicted = steps(factor);
    double[] weights = Lesson01UpdateRule.descend(rate, predicted + 2).weights();
    double[] errors =
        IntStream.range(0, weights.length)
            .mapToDouble(t -> Math.abs(weights[t] - Lesson01UpdateRule.MINIMUM))
            .toArray();
    int counted = 0;
    while (errors[counted] > ARRIVED * errors[0]) {
      counted++;
    }
    return new Speed(rate, factor, errors[1] / errors[0], predicted, counted);
  }

  /** The first whole number of steps after which the power of a factor is a millionth. */
  static int steps(double factor) {
    // The logarithm of 0 is minus infinity, and the quotient 0: that is one step.
    return Math.max(1, (int) Math.ceil(Math.log(ARRIVED) / Math.log(factor)));
  }

  /**
   * The best rate for a valley.
   *
   * @param predicted steps until a millionth of the error is left
   * @param counted likewise, by the trainer
   * @param withMomentum counted, with the best momentum and its best rate
   */
  record Conditioned(
      double condition, double rate, double factor, int predicted, int counted, int withMomentum) {}

  /** How fast a valley of this condition number is descended. */
  static Conditioned conditioned(double condition) {
    Quadratic valley = Quadratic.of(new double[][] {{1, 0}, {0, condition}}, 0, 0);
    double rate = valley.bestRate();
    double factor = valley.bestContraction();

    var model = new Valley();
    var trainer = new Lesson02QuadraticConvergence_ValleyTrainer(model);
    trainer.baseLearningRate(rate);
    int counted = 0;
    while (Math.max(Math.abs(model.flat), Math.abs(model.steep)) > ARRIVED) {
      trainer.step(condition);
      counted++;
    }
    return new Conditioned(
        condition, rate, factor, steps(factor), counted, withMomentum(valley, steps(factor)));
  }

  private static int withMomentum(Quadratic valley, int most) {
    Descent descent = Descent.heavyBall(valley.bestMomentum());
    var way = valley.descend(descent, valley.bestRateWithMomentum(), most, 1, 1);
    int steps = 0;
    while (Math.max(Math.abs(way.point(steps)[0]), Math.abs(way.point(steps)[1])) > ARRIVED) {
      steps++;
    }
    return steps;
  }

  /** Prints the three tables. */
  public static void main(String[] arguments) {
    line(
        "(w - 3)^2: diverges from %s on, best rate %s",
        PARABOLA.bounds().gradientDescent(), PARABOLA.bestRate());
    line("rate  factor  regime       w after %d steps from 0", Lesson01UpdateRule.STEPS);
    for (double rate : Lesson01UpdateRule.RATES) {
      double[] way = Lesson01UpdateRule.descend(rate, Lesson01UpdateRule.STEPS).weights();
      line(
          "%-4s  %6.2f  %-11s  %8.4f",
          rate,
          PARABOLA.contraction(rate),
          PARABOLA.regime(rate).toString().toLowerCase(Locale.ROOT),
          way[way.length - 1]);
    }

    line(
        "%nsteps until a millionth of the error is left%nrate  |1 - 2 rate|  measured  predicted  counted");
    for (double rate : RATES) {
      Speed speed = speed(rate);
      line(
          "%-4s  %12.2f  %8.6f  %9d  %7d",
          rate, speed.factor(), speed.measured(), speed.predicted(), speed.counted());
    }

    line(
        "%ntwo curvatures, 1 and k%n   k  best rate  (k-1)/(k+1)  predicted  counted  with momentum");
    for (double condition : CONDITIONS) {
      Conditioned each = conditioned(condition);
      line(
          "%4.0f  %9.6f  %11.6f  %9d  %7d  %13d",
          condition,
          each.rate(),
          each.factor(),
          each.predicted(),
          each.counted(),
          each.withMomentum());
    }
  }

  private static void line(String form, Object... figures) {
    System.out.println(String.format(Locale.ROOT, form, figures));
  }

  /*
  (w - 3)^2: diverges from 1.0 on, best rate 0.5
  rate  factor  regime       w after 20 steps from 0
  0.01    0.98  monotone       0.9972
  0.1     0.80  monotone       2.9654
  0.9     0.80  oscillating    2.9654
  1.1     1.20  divergent    -112.0128

  steps until a millionth of the error is left
  rate  |1 - 2 rate|  measured  predicted  counted
  0.01          0.98  0.980000        684      684
  0.1           0.80  0.800000         62       62
  0.3           0.40  0.400000         16       16
  0.5           0.00  0.000000          1        1
  0.7           0.40  0.400000         16       16
  0.9           0.80  0.800000         62       62
  0.99          0.98  0.980000        684      684

  two curvatures, 1 and k
     k  best rate  (k-1)/(k+1)  predicted  counted  with momentum
     1   1.000000     0.000000          1        1              1
    10   0.181818     0.818182         69       69             27
   100   0.019802     0.980198        691      691             95
  1000   0.001998     0.998002       6908     6908            321
  */
}
