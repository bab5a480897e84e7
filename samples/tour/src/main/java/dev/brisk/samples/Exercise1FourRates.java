package dev.brisk.samples;

import static dev.brisk.Algorithm.SGD;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.analysis.Quadratic;
import dev.brisk.analysis.Regime;
import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.landscape.DescentFigures;
import dev.brisk.report.landscape.Descents;
import dev.brisk.report.landscape.Landscapes;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Exercise 1: minimise {@code L(w) = (w - 5)^2} from {@code w = 0}, ten iterations with each of the
 * rates 0.1, 0.5, 1.0 and 1.5. Which of them converge, and why?
 *
 * <p>The gradient is {@code 2 (w - 5)}, so an update with the rate {@code r} makes of the error
 * {@code w - 5} that error times {@code 1 - 2 r}: the same factor at each step, wherever {@code w}
 * is. Everything that is seen is that factor.
 *
 * <ul>
 *   <li>0.1 converges: the factor is 0.8, each step takes a fifth of the way that is left, always
 *       from the same side. After ten steps {@code w} is 4.463, as {@code 0.8^10} is 0.107.
 *   <li>0.5 converges at once: the factor is 0. That is one over the curvature, 2, with which
 *       descent on a parabola jumps to the bottom, and stays there.
 *   <li>1.0 does not converge: the factor is -1. Each step goes past the bottom exactly as far as
 *       it came from, to 10, back to 0, and so on for ever. The loss is 25 after every step.
 *   <li>1.5 diverges: the factor is -2. Each step ends on the other side, twice as far away; after
 *       ten of them {@code w} is -5115, and the loss a million times what it was.
 * </ul>
 *
 * <p>So it converges if the size of the factor is below 1, which is {@code 0 < r < 1}: the bound is
 * two over the curvature. Of these four rates the smaller two are below it, one is on it, and one
 * above. A smaller rate is not a better one: 0.1 is on its way where 0.5 has arrived.
 *
 * <p>A model that declares its curvature, {@code @Curvature(lipschitz = 2)}, does not even compile
 * with the last two rates; this one does not declare it, and lets its trainer be told any rate.
 *
 * <pre>{@code
 * rate  factor  regime        w after 10   loss after 10  converges
 * 0.1      0.8  monotone          4.463       0.2882  yes
 * 0.5      0.0  one step          5.000        0.000  yes
 * 1.0     -1.0  on the bound      0.000        25.00  no
 * 1.5     -2.0  divergent     -5115.000    2.621e+07  no
 * }</pre>
 */
public final class Exercise1FourRates {
  static final List<Double> RATES = List.of(0.1, 0.5, 1.0, 1.5);
  static final int ITERATIONS = 10;
  static final double MINIMUM = 5;

  /** What the class says of each rate. */
  private static final List<Regime> PROMISED =
      List.of(Regime.MONOTONE, Regime.ONE_STEP, Regime.ON_THE_BOUND, Regime.DIVERGENT);

  private static final String SEEN =
      "A step multiplies the error, w - 5, by 1 - 2 rate. With 0.1 that is 0.8: each step goes a"
          + " fifth of the way that is left, and it converges from one side. With 0.5 it is 0: the"
          + " first step ends at the bottom. With 1.0 it is -1: w goes to and fro between 0 and 10"
          + " and the loss stays 25, as the rate is the very bound, two over the curvature. With 1.5"
          + " it is -2: each step ends twice as far away, on the other side. Only rates between 0"
          + " and 1 converge, and a smaller one is not a better one.";

  /** The curvature and the minimum of the loss. */
  private static final Quadratic KNOWN = Quadratic.of(2, MINIMUM);

  private Exercise1FourRates() {}

  /** Exits with 0 if each rate does what is said of it above, else with 1. */
  public static void main(String[] arguments) throws IOException {
    List<Course> courses = RATES.stream().map(Exercise1FourRates::descend).toList();
    System.out.print(table(courses));
    System.out.println(
        "to look at: " + ExercisePage.write(page(courses), arguments, "exercise-1.html"));
    System.exit(isAsPromised(courses) ? 0 : 1);
  }

  /** Ten updates of the generated trainer. */
  static Course descend(double rate) {
    var model = new Parabola();
    var trainer = new Exercise1FourRates_ParabolaTrainer(model);
    trainer.baseLearningRate(rate);
    double[] places = new double[ITERATIONS + 1];
    double[] losses = new double[ITERATIONS + 1];
    for (int t = 0; t < ITERATIONS; t++) {
      places[t] = model.w;
      losses[t] = trainer.step();
    }
    places[ITERATIONS] = model.w;
    losses[ITERATIONS] = model.loss();
    return new Course(rate, places, losses);
  }

  static boolean isAsPromised(List<Course> courses) {
    return courses.stream().map(Course::regime).toList().equals(PROMISED);
  }

  /** One number to learn, and no data. */
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
   * What ten iterations with a rate came to.
   *
   * @param places {@code w} at the start and after each iteration
   * @param losses at these places
   */
  record Course(double rate, double[] places, double[] losses) {
    /** What a step makes of the error, by the theory: {@code 1 - r a}. */
    double factor() {
      return 1 - rate * KNOWN.largest();
    }

    /** What becomes of the error, told from the places alone. */
    Regime regime() {
      double[] errors = Arrays.stream(places).map(w -> w - MINIMUM).toArray();
      double first = Math.abs(errors[0]);
      double last = Math.abs(errors[ITERATIONS]);
      if (last > first) {
        return Regime.DIVERGENT;
      } else if (last == first) {
        return Regime.ON_THE_BOUND;
      } else if (errors[1] == 0) {
        return Regime.ONE_STEP;
      }
      return errors[0] * errors[1] > 0 ? Regime.MONOTONE : Regime.OSCILLATING;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%-4s  %6.1f  %-12s  %9.3f  %11.4g  %s",
          rate,
          factor(),
          regime().toString().toLowerCase(Locale.ROOT).replace('_', ' '),
          places[ITERATIONS],
          losses[ITERATIONS],
          regime() == Regime.MONOTONE || regime() == Regime.ONE_STEP ? "yes" : "no");
    }
  }

  static String table(List<Course> courses) {
    StringBuilder table = new StringBuilder();
    table.append("rate  factor  regime        w after 10   loss after 10  converges\n");
    courses.forEach(course -> table.append(course.line()).append('\n'));
    return table.toString();
  }

  /** The steps on the curve of the very model that is trained, and the losses. */
  static Page page(List<Course> courses) {
    var trainer = new Exercise1FourRates_ParabolaTrainer(new Parabola());
    var examples = Exercise1FourRates_ParabolaTrainer.examples();
    DescentFigures descents =
        Descents.on(Landscapes.on(trainer, examples).parameter("w", 0))
            .rates(RATES.stream().mapToDouble(Double::doubleValue).toArray())
            .steps(ITERATIONS)
            .between(-6, 16)
            .compute();
    return ExercisePage.of(
        "Exercise 1: four rates on (w - 5)^2",
        SEEN,
        table(courses),
        new Section("On the curve", List.of(new Block.Picture(descents.curve()))),
        new Section("By step", List.of(new Block.Picture(straight(descents.losses())))));
  }

  /** On a logarithmic axis, where the same factor at each step is a straight line. */
  private static Chart straight(Chart losses) {
    String text = " Each line is straight, as its factor is the same at each step; 0 is not shown.";
    return new Chart(
        losses.title(), losses.description() + text, losses.x(), Axis.log("loss"), losses.lines());
  }
}
