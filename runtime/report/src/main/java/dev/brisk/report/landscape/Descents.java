package dev.brisk.report.landscape;

import static dev.brisk.report.landscape.Refusal.require;
import static dev.brisk.report.landscape.Refusal.requireFinite;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Line.Stroke;
import dev.brisk.report.chart.Mark;
import dev.brisk.text.Digits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A loss along a line, with the steps of gradient descent on it for several learning rates:
 *
 * <pre>{@code
 * DescentFigures figures =
 *     Descents.on(new Slice("w", 0, w -> (w - 3) * (w - 3), w -> 2 * (w - 3)))
 *         .rates(0.01, 0.1, 0.9, 1.1)
 *         .between(-2, 8)
 *         .compute();
 * }</pre>
 *
 * <p>Of a model it is descent in which all else is held where it is. Immutable; every method gives
 * another object.
 */
public final class Descents {
  private final Slice slice;
  private final Options options;

  private record Options(
      double start, List<Double> rates, int steps, double from, double to, int points) {}

  private Descents(Slice slice, Options options) {
    this.slice = slice;
    this.options = options;
  }

  /** Along that line, from its start, without a rate: the curve alone, as far as 1 to each side. */
  public static Descents on(Slice slice) {
    double start = slice.start();
    return new Descents(slice, new Options(start, List.of(), 20, start - 1, start + 1, 201));
  }

  /**
   * The learning rates.
   *
   * @param rates finite and above 0, apart from each other in three digits
   * @throws IllegalArgumentException if they are not
   */
  public Descents rates(double... rates) {
    List<String> names = new ArrayList<>();
    for (double rate : rates) {
      require(rate > 0 && rate < Double.POSITIVE_INFINITY, "a rate", rate, "a finite one above 0");
      require(!names.contains(Digits.of(rate)), "a second rate", rate, "another than the first");
      names.add(Digits.of(rate));
    }
    return new Descents(
        slice,
        new Options(
            options.start,
            Arrays.stream(rates).boxed().toList(),
            options.steps,
            options.from,
            options.to,
            options.points));
  }

  /**
   * Where descent begins; at the start of the line without it.
   *
   * @param place finite
   */
  public Descents from(double place) {
    requireFinite("from", place);
    return new Descents(
        slice,
        new Options(place, options.rates, options.steps, options.from, options.to, options.points));
  }

  /**
   * The steps of descent, 20 without it.
   *
   * @param count at least 1
   */
  public Descents steps(int count) {
    require(count >= 1, "steps", count, "at least 1");
    return new Descents(
        slice,
        new Options(options.start, options.rates, count, options.from, options.to, options.points));
  }

  /**
   * The part of the line that is shown. What descends leaves the picture for good where it first
   * goes beyond.
   *
   * @param from finite
   * @param to finite and above {@code from}
   * @throws IllegalArgumentException if they are not
   */
  public Descents between(double from, double to) {
    requireFinite("from", from);
    require(to > from && to < Double.POSITIVE_INFINITY, "to", to, "finite and above " + from);
    return new Descents(
        slice, new Options(options.start, options.rates, options.steps, from, to, options.points));
  }

  /**
   * The points at which the curve is computed, 201 without it.
   *
   * @param count at least 2
   */
  public Descents points(int count) {
    require(count >= 2, "points", count, "at least 2");
    return new Descents(
        slice,
        new Options(options.start, options.rates, options.steps, options.from, options.to, count));
  }

  /** Computes curve and steps. What the loss throws comes out. */
  public DescentFigures compute() {
    List<Course> courses =
        options.rates.stream()
            .map(rate -> Course.of(slice, options.start, rate, options.steps))
            .toList();
    return new DescentFigures(slice.name(), curve(courses), courses);
  }

  private Chart curve(List<Course> courses) {
    double[] places = Vectors.evenly(options.from, options.to, options.points);
    double[] losses = Arrays.stream(places).map(slice.loss()).toArray();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.solid("loss", places, losses));
    StringBuilder text = new StringBuilder();
    for (Course course : courses) {
      int shown = course.within(options.from, options.to);
      lines.add(
          new Line(
              course.name(),
              Arrays.copyOf(course.places(), shown),
              Arrays.copyOf(course.losses(), shown),
              Stroke.PATH));
      text.append(" With ").append(course.name()).append(" it ").append(course.behaviour());
      if (shown < course.places().length) {
        text.append(", and leaves the picture at step ").append(shown);
      }
      text.append('.');
    }
    double start = slice.loss().applyAsDouble(options.start);
    return new Chart(
        "Loss along " + slice.name(),
        "The loss at the start, "
            + Digits.of(options.start)
            + ", is "
            + Digits.of(start)
            + "."
            + text,
        Axis.linear(slice.name()),
        Heights.axis(losses),
        lines,
        List.of(new Mark(options.start, start, "start", "a loss of " + Digits.of(start))),
        List.of());
  }
}
