package dev.brisk.report.landscape;

import static dev.brisk.report.landscape.Refusal.require;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Grid;
import dev.brisk.report.chart.Landscape;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Line.Stroke;
import dev.brisk.report.chart.Mark;
import dev.brisk.report.landscape.ParameterPath.Point;
import dev.brisk.text.Digits;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A loss over a plane, of which a picture is to be computed: of a function of two numbers, or of a
 * model as {@link Landscapes} gives it. Immutable; every method gives another object.
 */
public final class Plane {
  /** Of the width of a path, what is shown around it. */
  private static final double MARGIN = 0.1;

  private final String title;
  private final Basis basis;
  private final ToDoubleFunction<double[]> loss;
  private final int size;
  private final double extent;
  private final List<Point> path;

  private Plane(
      String title,
      Basis basis,
      ToDoubleFunction<double[]> loss,
      int size,
      double extent,
      List<Point> path) {
    this.title = title;
    this.basis = basis;
    this.loss = loss;
    this.size = size;
    this.extent = extent;
    this.path = path;
  }

  /**
   * @param loss of all parameters
   */
  Plane(String title, Basis basis, ToDoubleFunction<double[]> loss) {
    this(title, basis, loss, 25, 1, List.of());
  }

  /**
   * A function of two numbers.
   *
   * @param x the name of the first
   * @param y the name of the second
   * @param centreX the first in the middle of the picture, finite
   * @param centreY the second, likewise
   */
  public static Plane of(
      String x, String y, DoubleBinaryOperator loss, double centreX, double centreY) {
    Refusal.requireFinite("centreX", centreX);
    Refusal.requireFinite("centreY", centreY);
    return new Plane(
        "Loss over " + x + " and " + y,
        new Basis(
            new double[] {centreX, centreY},
            new Direction(x, centreX, Basis.unit(2, 0)),
            new Direction(y, centreY, Basis.unit(2, 1))),
        point -> loss.applyAsDouble(point[0], point[1]));
  }

  /**
   * The points in each of the two directions; 25 without it. The loss is computed at the square of
   * them.
   *
   * @param points at least 2
   * @throws IllegalArgumentException if there are fewer
   */
  public Plane size(int points) {
    require(points >= 2, "size", points, "at least 2");
    return new Plane(title, basis, loss, points, extent, path);
  }

  /**
   * How far it goes at least from the centre to either side, in units of the axes; 1 without it.
   *
   * @param distance finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public Plane extent(double distance) {
    require(
        distance > 0 && distance < Double.POSITIVE_INFINITY,
        "extent",
        distance,
        "finite and above 0");
    return new Plane(title, basis, loss, size, distance, path);
  }

  /** As {@link #extent}, by what is shown alone. */
  Plane closely() {
    return new Plane(title, basis, loss, size, 0, path);
  }

  /**
   * Shows a path of the parameters, each point where the plane is nearest to it. The picture
   * becomes as large as it needs; points that are not finite are not shown.
   *
   * @throws IllegalArgumentException if the path has another number of parameters
   */
  public Plane path(ParameterPath shown) {
    for (Point point : shown.points()) {
      require(
          point.parameters().length == basis.origin().length,
          "the number of parameters of the path",
          point.parameters().length,
          "" + basis.origin().length);
    }
    return new Plane(title, basis, loss, size, extent, shown.points());
  }

  /** Computes the losses. What the loss throws comes out. */
  public Landscape compute() {
    double[] pathX = basis.places(path, 0);
    double[] pathY = basis.places(path, 1);
    double[] xs = axis(basis.x(), pathX);
    double[] ys = axis(basis.y(), pathY);
    double[][] losses = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        losses[row][column] = loss.applyAsDouble(basis.at(xs[column], ys[row]));
      }
    }
    double here = loss.applyAsDouble(basis.origin());
    Grid grid = new Grid(xs, ys, losses);
    List<Line> lines =
        path.isEmpty() ? List.of() : List.of(new Line("path", pathX, pathY, Stroke.PATH));
    return new Landscape(
        title,
        PlaneText.of(basis, grid, here, path),
        Axis.linear(basis.x().name()),
        Axis.linear(basis.y().name()),
        grid,
        Heights.axis(Arrays.stream(losses).flatMapToDouble(Arrays::stream).toArray()),
        lines,
        marks(pathX, pathY, here));
  }

  private double[] axis(Direction direction, double[] shown) {
    double from = direction.start();
    double to = direction.start();
    for (double place : shown) {
      if (Double.isFinite(place)) {
        from = Math.min(from, place);
        to = Math.max(to, place);
      }
    }
    double margin = MARGIN * (to - from);
    from = Math.min(from - margin, direction.start() - extent);
    to = Math.max(to + margin, direction.start() + extent);
    return Vectors.evenly(from, to, size);
  }

  private List<Mark> marks(double[] pathX, double[] pathY, double here) {
    String asTheyAre = "the parameters as they are, with a loss of " + Digits.of(here);
    Mark centre = new Mark(basis.x().start(), basis.y().start(), "here", asTheyAre);
    if (path.isEmpty()) {
      return List.of(centre);
    }
    int last = path.size() - 1;
    Mark start = new Mark(pathX[0], pathY[0], "start", "step " + path.get(0).step());
    String step = "step " + path.get(last).step();
    return pathX[last] == centre.x() && pathY[last] == centre.y()
        ? List.of(start, new Mark(pathX[last], pathY[last], "end", step + ", " + asTheyAre))
        : List.of(start, new Mark(pathX[last], pathY[last], "end", step), centre);
  }
}
