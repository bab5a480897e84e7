package dev.brisk.report.landscape;

import dev.brisk.report.chart.Grid;
import dev.brisk.report.landscape.ParameterPath.Point;
import dev.brisk.text.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What there is to see over a plane, in sentences. */
final class PlaneText {
  /** A cosine from which on an angle is no right one. */
  private static final double SKEW = 0.01;

  private static final int PERCENT = 100;

  private PlaneText() {}

  private record Place(double x, double y, double loss) {}

  /**
   * @param here the loss at the origin
   * @param path what is shown of a training, if anything
   */
  static String of(Basis basis, Grid grid, double here, List<Point> path) {
    StringBuilder text = new StringBuilder();
    text.append("The loss of the parameters as they are is ").append(Digits.of(here)).append('.');
    List<Place> places = finite(grid);
    places.stream()
        .min(Comparator.comparingDouble(Place::loss))
        .ifPresent(lowest -> text.append(range(lowest, highest(places))));
    int others = grid.xs().length * grid.ys().length - places.size();
    if (others > 0) {
      text.append(" It is not finite at ").append(others).append(" of the points.");
    }
    if (Math.abs(basis.cosine()) > SKEW) {
      text.append(" The directions are not at a right angle: its cosine is ")
          .append(Digits.of(basis.cosine(), 2))
          .append('.');
    }
    if (!path.isEmpty()) {
      text.append(path(basis, path));
    }
    return text.toString();
  }

  private static List<Place> finite(Grid grid) {
    double[] xs = grid.xs();
    double[] ys = grid.ys();
    double[][] losses = grid.values();
    List<Place> places = new ArrayList<>();
    for (int row = 0; row < ys.length; row++) {
      for (int column = 0; column < xs.length; column++) {
        if (Double.isFinite(losses[row][column])) {
          places.add(new Place(xs[column], ys[row], losses[row][column]));
        }
      }
    }
    return places;
  }

  private static double highest(List<Place> places) {
    return places.stream().mapToDouble(Place::loss).max().orElseThrow();
  }

  private static String range(Place lowest, double highest) {
    return " In the picture it goes from "
        + Digits.of(lowest.loss())
        + ", at ("
        + Digits.of(lowest.x())
        + ", "
        + Digits.of(lowest.y())
        + "), to "
        + Digits.of(highest)
        + ".";
  }

  private static String path(Basis basis, List<Point> path) {
    return " The path goes from step "
        + path.get(0).step()
        + " to step "
        + path.get(path.size() - 1).step()
        + "; the plane holds "
        + Digits.of(PERCENT * basis.share(path), 2)
        + " % of its squared distances from the parameters as they are.";
  }
}
