package dev.brisk.report.chart;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Fewer points for the same picture: of each of many parts of a line, its lowest and its highest
 * point. As long as a part is no wider than a pixel, the picture is that of all points.
 *
 * <p>The parts have equally many points. Where the points ascend above 0 there are as many parts
 * again that are equally wide on a logarithmic axis, so that such an axis shows its beginning too.
 * Where the points do not ascend, as on a path, the leftmost and the rightmost of each part are
 * kept as well. The first and the last point are always kept, and where there is a gap between two
 * that are kept, a point of the gap is kept with them.
 */
public final class Downsampling {
  private Downsampling() {}

  /**
   * A line of at most {@code 8 * parts + 3} points of the given one, in their order; the line
   * itself if it has no more than {@code 4 * parts}.
   *
   * @param parts at least 1
   * @throws IllegalArgumentException if {@code parts} is below 1
   */
  public static Line extremes(Line line, int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("parts is " + parts + ", expected at least 1");
    }
    if (line.size() <= 4L * parts) {
      return line;
    }
    double[] xs = line.xs();
    double[] ys = line.ys();
    BitSet kept = new BitSet(xs.length);
    kept.set(0);
    kept.set(xs.length - 1);
    int[] equallyMany = equallyMany(xs.length, parts);
    keepExtremes(ys, equallyMany, kept);
    if (!ascend(xs)) {
      keepExtremes(xs, equallyMany, kept);
    } else if (xs[0] > 0) {
      keepExtremes(ys, equallyWideInLogarithm(xs, parts), kept);
    }
    keepGaps(xs, ys, kept);
    int[] indices = kept.stream().toArray();
    return new Line(
        line.name(),
        IntStream.of(indices).mapToDouble(i -> xs[i]).toArray(),
        IntStream.of(indices).mapToDouble(i -> ys[i]).toArray(),
        line.stroke());
  }

  private static int[] equallyMany(int size, int parts) {
    return IntStream.rangeClosed(0, parts)
        .map(part -> (int) ((long) size * part / parts))
        .toArray();
  }

  private static int[] equallyWideInLogarithm(double[] xs, int parts) {
    double from = Math.log(xs[0]);
    double width = (Math.log(xs[xs.length - 1]) - from) / parts;
    int[] cuts = new int[parts + 1];
    int next = 0;
    for (int part = 1; part < parts; part++) {
      while (Math.log(xs[next]) < from + part * width) {
        next++;
      }
      cuts[part] = next;
    }
    cuts[parts] = xs.length;
    return cuts;
  }

  private static void keepExtremes(double[] values, int[] cuts, BitSet kept) {
    for (int part = 0; part + 1 < cuts.length; part++) {
      int lowest = -1;
      int highest = -1;
      for (int i = cuts[part]; i < cuts[part + 1]; i++) {
        if (Double.isFinite(values[i])) {
          lowest = lowest < 0 || values[i] < values[lowest] ? i : lowest;
          highest = highest < 0 || values[i] > values[highest] ? i : highest;
        }
      }
      if (lowest >= 0) {
        kept.set(lowest);
        kept.set(highest);
      }
    }
  }

  private static void keepGaps(double[] xs, double[] ys, BitSet kept) {
    for (int i = kept.nextSetBit(0), next; (next = kept.nextSetBit(i + 1)) >= 0; i = next) {
      for (int between = i + 1; between < next; between++) {
        if (!Double.isFinite(xs[between]) || !Double.isFinite(ys[between])) {
          kept.set(between);
          break;
        }
      }
    }
  }

  private static boolean ascend(double[] xs) {
    return Double.isFinite(xs[0])
        && IntStream.range(1, xs.length).allMatch(i -> xs[i] >= xs[i - 1])
        && Double.isFinite(xs[xs.length - 1]);
  }
}
