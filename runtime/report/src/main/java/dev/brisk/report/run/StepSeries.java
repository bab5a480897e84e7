package dev.brisk.report.run;

import dev.brisk.report.chart.Line;
import java.util.Arrays;

/**
 * A value of each update of a run, in bounded memory, however long the run: {@value #BUCKETS}
 * buckets of successive values, each of which keeps its first, its last, its least and its greatest
 * one with their steps, and their mean. When all are full they are merged in pairs, and take twice
 * as many values from then on. So a run is drawn from at least {@value #BUCKETS} / 2 buckets as
 * soon as it has so many updates, its extremes are never lost, and every point that is drawn was
 * really there.
 *
 * <p>These are the four values of the M4 aggregation, with which a line chart whose columns of
 * pixels are the buckets looks as that of all values does: Jugel, Jerzak, Hackenbroich and Markl,
 * "M4: A Visualization-Oriented Time Series Data Aggregation", PVLDB 7(10), 2014.
 */
final class StepSeries {
  static final int BUCKETS = 512;

  /** Stretches of which means are drawn at most. */
  static final int STRETCHES = 64;

  private static final int FIRST = 0;
  private static final int LEAST = 1;
  private static final int GREATEST = 2;
  private static final int LAST = 3;

  /** The points of a bucket. */
  private static final int POINTS = 4;

  private final long[] steps = new long[BUCKETS * POINTS];
  private final double[] values = new double[BUCKETS * POINTS];
  private final double[] sums = new double[BUCKETS];
  private final long[] counts = new long[BUCKETS];
  private int buckets;

  /** The values of a full bucket. */
  private long width = 1;

  /**
   * Adds the value of a step. One that is not finite is left out. If the step is not after all that
   * came before, the run was taken back: what was added of that step and later ones is forgotten,
   * and so are values before it that share their bucket.
   */
  void add(long step, double value) {
    if (!Double.isFinite(value)) {
      return;
    }
    takeBack(step);
    if (buckets == 0 || counts[buckets - 1] >= width) {
      begin(step, value);
    } else {
      extend(buckets - 1, step, value);
    }
  }

  private void begin(long step, double value) {
    if (buckets == BUCKETS) {
      merge();
    }
    for (int point = buckets * POINTS; point < (buckets + 1) * POINTS; point++) {
      set(point, step, value);
    }
    sums[buckets] = value;
    counts[buckets] = 1;
    buckets++;
  }

  private void takeBack(long step) {
    while (buckets > 0 && steps[(buckets - 1) * POINTS + LAST] >= step) {
      buckets--;
    }
  }

  private void extend(int bucket, long step, double value) {
    int at = bucket * POINTS;
    if (value < values[at + LEAST]) {
      set(at + LEAST, step, value);
    }
    if (value > values[at + GREATEST]) {
      set(at + GREATEST, step, value);
    }
    set(at + LAST, step, value);
    sums[bucket] += value;
    counts[bucket]++;
  }

  private void merge() {
    buckets = BUCKETS / 2;
    width *= 2;
    for (int i = 0; i < buckets; i++) {
      int a = 2 * i * POINTS;
      int b = a + POINTS;
      int merged = i * POINTS;
      int least = values[b + LEAST] < values[a + LEAST] ? b : a;
      int greatest = values[b + GREATEST] > values[a + GREATEST] ? b : a;
      // In this order no point is written over before it is read, as "merged" is at most "a".
      copy(a + FIRST, merged + FIRST);
      copy(least + LEAST, merged + LEAST);
      copy(greatest + GREATEST, merged + GREATEST);
      copy(b + LAST, merged + LAST);
      sums[i] = sums[2 * i] + sums[2 * i + 1];
      counts[i] = counts[2 * i] + counts[2 * i + 1];
    }
  }

  private void copy(int from, int to) {
    set(to, steps[from], values[from]);
  }

  private void set(int point, long step, double value) {
    steps[point] = step;
    values[point] = value;
  }

  /** The points that are kept, and the means of stretches. */
  Curve curve(String name) {
    return new Curve(points(name), means(name));
  }

  private Line points(String name) {
    double[] xs = new double[buckets * POINTS];
    double[] ys = new double[buckets * POINTS];
    int size = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      int at = bucket * POINTS;
      boolean isLeastFirst = steps[at + LEAST] < steps[at + GREATEST];
      int[] order = {FIRST, isLeastFirst ? LEAST : GREATEST, isLeastFirst ? GREATEST : LEAST, LAST};
      for (int point : order) {
        double step = steps[at + point];
        if (size == 0 || step > xs[size - 1]) {
          xs[size] = step;
          ys[size] = values[at + point];
          size++;
        }
      }
    }
    return Line.solid(name, Arrays.copyOf(xs, size), Arrays.copyOf(ys, size));
  }

  /** Buckets side by side are one stretch; a mean stands in the middle of its own. */
  private Line means(String name) {
    int each = (buckets + STRETCHES - 1) / STRETCHES;
    int stretches = each == 0 ? 0 : (buckets + each - 1) / each;
    double[] xs = new double[stretches];
    double[] ys = new double[stretches];
    for (int stretch = 0; stretch < stretches; stretch++) {
      int from = stretch * each;
      int to = Math.min(from + each, buckets);
      double sum = 0;
      long count = 0;
      for (int bucket = from; bucket < to; bucket++) {
        sum += sums[bucket];
        count += counts[bucket];
      }
      xs[stretch] = (steps[from * POINTS + FIRST] + steps[(to - 1) * POINTS + LAST]) / 2.0;
      ys[stretch] = sum / count;
    }
    return Line.solid(name, xs, ys);
  }
}
