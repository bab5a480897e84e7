package dev.brisk.report.landscape;

import static dev.brisk.report.landscape.Refusal.require;

import dev.brisk.report.landscape.ParameterPath.Point;
import java.util.Arrays;
import java.util.List;

/**
 * A plane through a point of all parameters. Its two directions need not be at a right angle, and
 * need not have the length 1.
 *
 * @param origin the point
 */
record Basis(double[] origin, Direction x, Direction y) {
  /** Of the squares of two lengths, the share of their parallelogram that is as good as none. */
  private static final double FLAT = 1e-12;

  /**
   * Checks the directions.
   *
   * @throws IllegalArgumentException if they lie on a line
   */
  Basis {
    double xx = Vectors.dot(x.vector(), x.vector());
    double yy = Vectors.dot(y.vector(), y.vector());
    double xy = Vectors.dot(x.vector(), y.vector());
    require(
        xx * yy - xy * xy > FLAT * xx * yy,
        "the angle of the directions " + x.name() + " and " + y.name(),
        0,
        "two directions that span a plane");
  }

  /** All parameters at a place on the axes. */
  double[] at(double placeX, double placeY) {
    double[] alongX = Vectors.plus(origin, placeX - x.start(), x.vector());
    return Vectors.plus(alongX, placeY - y.start(), y.vector());
  }

  /** The cosine of the angle of the two directions. */
  double cosine() {
    return Vectors.dot(x.vector(), y.vector())
        / (Vectors.length(x.vector()) * Vectors.length(y.vector()));
  }

  /** The place on the axes of what is nearest to a point of all parameters on the plane. */
  double[] place(double[] point) {
    double[] moved = Vectors.minus(point, origin);
    double xx = Vectors.dot(x.vector(), x.vector());
    double yy = Vectors.dot(y.vector(), y.vector());
    double xy = Vectors.dot(x.vector(), y.vector());
    double byX = Vectors.dot(moved, x.vector());
    double byY = Vectors.dot(moved, y.vector());
    double determinant = xx * yy - xy * xy;
    return new double[] {
      x.start() + (yy * byX - xy * byY) / determinant,
      y.start() + (xx * byY - xy * byX) / determinant
    };
  }

  /**
   * Of the squared distances of points from the origin, the share that is left of them on the
   * plane; 1 where there are none, NaN where they are not finite.
   */
  double share(List<Point> points) {
    double all = 0;
    double left = 0;
    for (Point point : points) {
      double[] place = place(point.parameters());
      double[] moved = Vectors.minus(point.parameters(), origin);
      double[] shadow = Vectors.minus(at(place[0], place[1]), origin);
      all += Vectors.dot(moved, moved);
      left += Vectors.dot(shadow, shadow);
    }
    return all == 0 ? 1 : Math.min(1, left / all);
  }

  /** One coordinate of the places of points. */
  double[] places(List<Point> points, int axis) {
    return points.stream().mapToDouble(point -> place(point.parameters())[axis]).toArray();
  }

  /** A vector that is 1 at one index. */
  static double[] unit(int size, int index) {
    double[] unit = new double[size];
    Arrays.fill(unit, index, index + 1, 1);
    return unit;
  }
}
