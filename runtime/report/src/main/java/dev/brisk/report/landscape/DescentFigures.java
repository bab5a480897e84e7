package dev.brisk.report.landscape;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import dev.brisk.text.Digits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@link Descents} computed. Immutable. */
public final class DescentFigures {
  private final String name;
  private final Chart curve;
  private final List<Course> courses;

  DescentFigures(String name, Chart curve, List<Course> courses) {
    this.name = name;
    this.curve = curve;
    this.courses = courses;
  }

  /**
   * The loss along the line, with the steps of each rate as a path on it, as far as it is in the
   * picture.
   */
  public Chart curve() {
    return curve;
  }

  /** The loss at the start and after each step, for each rate. */
  public Chart losses() {
    double[] all = courses.stream().flatMapToDouble(c -> Arrays.stream(c.losses())).toArray();
    List<Line> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Course course : courses) {
      double[] steps = Vectors.evenly(0, course.steps(), course.steps() + 1);
      lines.add(Line.solid(course.name(), steps, course.losses()));
      text.append(text.isEmpty() ? "After " + course.steps() + " steps it is " : ", ")
          .append(Digits.of(last(course.losses())))
          .append(" with ")
          .append(course.name());
    }
    return new Chart(
        "Loss after each step", text + ".", Axis.linear("step"), Heights.axis(all), lines);
  }

  /** A row for each rate: the rate, what it does, and where it is in the end. */
  public Block.Table table() {
    List<List<String>> rows =
        courses.stream()
            .map(
                course ->
                    List.of(
                        Digits.of(course.rate()),
                        course.behaviour(),
                        Digits.of(last(course.places())),
                        Digits.of(last(course.losses()))))
            .toList();
    return new Block.Table(List.of("rate", "descent", name + " in the end", "loss"), rows);
  }

  private static double last(double[] values) {
    return values[values.length - 1];
  }

  /** Both charts and the table; the curve alone where there is no rate. */
  public Page page(String title) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("On the curve", List.of(new Block.Picture(curve))));
    if (!courses.isEmpty()) {
      sections.add(new Section("By rate", List.of(new Block.Picture(losses()), table())));
    }
    return new Page(title, sections);
  }
}
