package dev.brisk.report.landscape;

import dev.brisk.analysis.Trajectory;
import java.util.ArrayList;
import java.util.List;

/** Where the parameters of a model have been: points, each at a step. Immutable. */
public final class ParameterPath {
  private final List<Point> points;

  /**
   * @param parameters all of them; not changed any more
   */
  record Point(long step, double[] parameters) {}

  ParameterPath(List<Point> points) {
    this.points = List.copyOf(points);
  }

  /** The way of descent over a quadratic. */
  public static ParameterPath of(Trajectory trajectory) {
    List<Point> points = new ArrayList<>();
    for (int t = 0; t <= trajectory.steps(); t++) {
      points.add(new Point(t, trajectory.point(t)));
    }
    return new ParameterPath(points);
  }

  /** The number of points. */
  public int size() {
    return points.size();
  }

  /** The updates that were done at a point. */
  public long step(int index) {
    return points.get(index).step();
  }

  /** The parameters at a point, in the order of the trainer's layout; a copy. */
  public double[] point(int index) {
    return points.get(index).parameters().clone();
  }

  List<Point> points() {
    return points;
  }
}
