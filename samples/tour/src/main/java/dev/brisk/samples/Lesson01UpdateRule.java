package dev.brisk.samples;

import static dev.brisk.Algorithm.SGD;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.analysis.Regime;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The update rule, {@code w <- w - rate * gradient}, on the smallest loss that there is: {@code (w
 * - 3)^2}, which is least at 3. Its gradient is {@code 2 (w - 3)}, which the compiler finds out by
 * itself. Descent begins at 0. By hand, with a rate of 0.1:
 *
 * <pre>
 * w1 = 0    - 0.1 * 2 (0    - 3) = 0.6
 * w2 = 0.6  - 0.1 * 2 (0.6  - 3) = 1.08
 * w3 = 1.08 - 0.1 * 2 (1.08 - 3) = 1.464
 * </pre>
 *
 * <p>The steps become smaller though the rate does not, as the gradient does. Look at the columns:
 * all that is different between them is one number.
 *
 * <ul>
 *   <li>0.01 is too small. It goes the right way, and after twenty steps is a third of it there.
 *   <li>0.1 is right.
 *   <li>0.9 is too large, and arrives all the same: each step goes past 3 and ends on the other
 *       side, a fifth nearer than it began. To the digit it is as fast as 0.1.
 *   <li>1.1 is too large. Each step ends further away than it began, where the gradient is larger,
 *       and so is the next step.
 * </ul>
 *
 * <p>These are the three regimes of a learning rate: monotone, oscillating, divergent. Where one
 * ends and the next begins is in {@link Lesson02QuadraticConvergence}.
 *
 * <p>Then write {@code learningRate = 1.1} into the annotation. This loss is visibly a quadratic,
 * so that the compiler knows from where on descent diverges, and warns of it: {@code
 * brisk[diverges-on-quadratic]}. The rates below are set at run time, which nobody checks: that is
 * how a lesson on divergence can be written.
 */
public final class Lesson01UpdateRule {
  static final List<Double> RATES = List.of(0.01, 0.1, 0.9, 1.1);
  static final int STEPS = 20;
  static final double MINIMUM = 3;

  private Lesson01UpdateRule() {}

  /** One parameter, which begins at 0, and no data: the loss has no arguments. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1)
  static class Parabola {
    @Parameter double w;

    @Loss
    double loss() {
      return (w - MINIMUM) * (w - MINIMUM);
    }
  }

  /**
   * Where descent went.
   *
   * @param weights at the start, and after each step
   */
  record Way(double rate, double[] weights) {
    /** What is seen of it, from the first step alone: every other step does the same. */
    Regime regime() {
      double before = weights[0] - MINIMUM;
      double after = weights[1] - MINIMUM;
      if (Math.abs(after) > Math.abs(before)) {
        return Regime.DIVERGENT;
      }
      return before * after < 0 ? Regime.OSCILLATING : Regime.MONOTONE;
    }
  }

  /** Descends from 0. */
  static Way descend(double rate, int steps) {
    var parabola = new Parabola();
    var trainer = new Lesson01UpdateRule_ParabolaTrainer(parabola);
    trainer.baseLearningRate(rate);
    double[] weights = new double[steps + 1];
    for (int t = 0; t < steps; t++) {
      weights[t] = parabola.w;
      // One update. What was learnt is in the model's own field.
      trainer.step();
    }
    weights[steps] = parabola.w;
    return new Way(rate, weights);
  }

  /** Prints a column for each rate. */
  public static void main(String[] arguments) {
    List<Way> ways = RATES.stream().map(rate -> descend(rate, STEPS)).toList();
    print("step", "%12s", ways.stream().map(Way::rate).toArray());
    for (int step : new int[] {0, 1, 2, 3, 4, 5, 10, 15, STEPS}) {
      DoubleStream reached = ways.stream().mapToDouble(way -> way.weights()[step]);
      print("" + step, "%12.4f", reached.boxed().toArray());
    }
    Object[] regimes =
        ways.stream().map(way -> way.regime().toString().toLowerCase(Locale.ROOT)).toArray();
    print("", "%12s", regimes);
  }

  private static void print(String name, String form, Object... figures) {
    String row = String.format(Locale.ROOT, form.repeat(figures.length), figures);
    System.out.println(String.format(Locale.ROOT, "%4s", name) + row);
  }

  /*
  step        0.01         0.1         0.9         1.1
     0      0.0000      0.0000      0.0000      0.0000
     1      0.0600      0.6000      5.4000      6.6000
     2      0.1188      1.0800      1.0800     -1.3200
     3      0.1764      1.4640      4.5360      8.1840
     4      0.2329      1.7712      1.7712     -3.2208
     5      0.2882      2.0170      3.9830     10.4650
    10      0.5488      2.6779      2.6779    -15.5752
    15      0.7843      2.8944      3.1056     49.2211
    20      0.9972      2.9654      2.9654   -112.0128
          monotone    monotone oscillating   divergent
  */
}
