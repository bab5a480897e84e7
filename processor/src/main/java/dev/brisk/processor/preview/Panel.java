package dev.brisk.processor.preview;

import dev.brisk.processor.diagnostic.Figures;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rectangle of a drawing with a scale of steps to the right and one of values upwards. Places are
 * in the units of the drawing.
 *
 * @param low the value at the bottom
 * @param high the value at the top
 */
record Panel(
    double left, double top, double width, double height, Axis axis, double low, double high) {
  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  double x(double step) {
    return left + width * (step / axis.steps());
  }

  double y(double value) {
    return bottom() - height * ((value - low) / (high - low));
  }

  /** The ticks of the steps, with their figures below. */
  void steps(Svg svg) {
    double units = (double) axis.steps() / axis.perUnit();
    for (double tick : Ticks.between(0, units, (int) Math.max(1, Math.min(units, 6)))) {
      double x = x(tick * axis.perUnit());
      svg.empty("line", "class", "axis", "x1", x, "y1", bottom(), "x2", x, "y2", bottom() + 5);
      svg.text("text", Axis.whole(tick), "class", "tick x", "x", x, "y", bottom() + 19);
    }
    svg.text("text", axis.unit(), "class", "name", "x", left + width / 2, "y", bottom() + 38);
  }

  /**
   * The ticks of the values, with their figures at the left, and the frame.
   *
   * @param most intervals
   */
  void values(Svg svg, String name, int most) {
    for (double tick : Ticks.between(low, high, most)) {
      double y = y(tick);
      svg.empty("line", "class", "grid", "x1", left, "y1", y, "x2", right(), "y2", y);
      svg.text("text", Figures.number(tick), "class", "tick y", "x", left - 8, "y", y + 4);
    }
    svg.empty(
        "path",
        "class",
        "axis",
        "d",
        "M%s %sV%sH%s"
            .formatted(
                Svg.number(left), Svg.number(top), Svg.number(bottom()), Svg.number(right())));
    double middle = top + height / 2;
    svg.text(
        "text",
        name,
        "class",
        "name",
        "transform",
        "translate(16 " + Svg.number(middle) + ") rotate(-90)");
  }

  /** A line through points. */
  void line(Svg svg, String style, List<Point> points) {
    svg.empty(
        "polyline",
        "class",
        style,
        "points",
        points.stream()
            .map(point -> Svg.number(x(point.step())) + "," + Svg.number(y(point.value())))
            .collect(Collectors.joining(" ")));
  }
}
