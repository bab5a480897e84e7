package dev.brisk.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownsamplingTest {
  private static final int PARTS = 50;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsPointsInTheirOrder(long seed) {
    Line all = anyLine(seed);
    Line fewer = Downsampling.extremes(all, PARTS);
    int at = -1;
    for (int i = 0; i < fewer.size(); i++) {
      at = indexOf(all, fewer.xs()[i], fewer.ys()[i], at + 1);
      assertThat(at).isNotNegative();
    }
    assertThat(fewer.size()).isLessThanOrEqualTo(8 * PARTS + 3);
    assertThat(fewer.name()).isEqualTo(all.name());
    assertThat(fewer.stroke()).isEqualTo(all.stroke());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsTheFirstAndTheLast(long seed) {
    Line all = anyLine(seed);
    Line fewer = Downsampling.extremes(all, PARTS);
    assertThat(fewer.xs()).startsWith(all.xs()[0]).endsWith(all.xs()[all.size() - 1]);
    assertThat(fewer.ys()).startsWith(all.ys()[0]).endsWith(all.ys()[all.size() - 1]);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsLowestAndHighestOfEachPart(long seed) {
    Line all = anyLine(seed);
    double[] ys = all.ys();
    double[] kept = Downsampling.extremes(all, PARTS).ys();
    for (int part = 0; part < PARTS; part++) {
      int from = ys.length * part / PARTS;
      int to = ys.length * (part + 1) / PARTS;
      double[] finite = Arrays.stream(ys, from, to).filter(Double::isFinite).sorted().toArray();
      if (finite.length > 0) {
        assertThat(kept).contains(finite[0], finite[finite.length - 1]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsAGapWhereverThereIsOne(long seed) {
    Line all = anyLine(seed);
    Line fewer = Downsampling.extremes(all, PARTS);
    double[] ys = all.ys();
    int at = 0;
    for (int i = 1; i < fewer.size(); i++) {
      int next = indexOf(all, fewer.xs()[i], fewer.ys()[i], at + 1);
      boolean gapBefore = !Double.isFinite(ys[at]) || !Double.isFinite(ys[next]);
      boolean gapBetween = IntStream.range(at, next).anyMatch(j -> !Double.isFinite(ys[j]));
      assertThat(gapBetween && !gapBefore).isFalse();
      at = next;
    }
  }

  @Test
  void keepsTheBeginningForALogarithmicAxis() {
    double[] steps = IntStream.rangeClosed(1, 1_000_000).asDoubleStream().toArray();
    double[] losses = DoubleStream.of(steps).map(step -> 1 / step).toArray();
    Line fewer = Downsampling.extremes(Line.solid("loss", steps, losses), 1_000);
    assertThat(fewer.xs()).contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void keepsTheSidesOfAPath() {
    double[] angles =
        IntStream.range(0, 10_000).mapToDouble(i -> i * 2 * Math.PI / 10_000).toArray();
    double[] xs = DoubleStream.of(angles).map(Math::cos).toArray();
    double[] ys = DoubleStream.of(angles).map(Math::sin).toArray();
    Line fewer = Downsampling.extremes(new Line("circle", xs, ys, Line.Stroke.PATH), 8);
    assertThat(fewer.xs()).contains(-1, 1);
    assertThat(fewer.ys()).contains(-1, 1);
  }

  @Test
  void leavesAShortLineAsItIs() {
    Line line = Line.solid("a", new double[] {0, 1, 2, 3}, new double[] {1, Double.NaN, 2, 3});
    assertThat(Downsampling.extremes(line, 1)).isSameAs(line);
  }

  @Test
  void thinsALineOfNoNumbers() {
    double[] none = new double[1_000];
    Arrays.fill(none, Double.NaN);
    assertThat(Downsampling.extremes(Line.solid("a", none, none), 1).ys())
        .hasSize(3)
        .containsOnly(Double.NaN);
  }

  @Test
  void rejectsNoParts() {
    Line line = Line.solid("a", new double[0], new double[0]);
    assertThatThrownBy(() -> Downsampling.extremes(line, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parts is 0, expected at least 1");
  }

  /** Ascending from below 0, from above 0, or not at all; with single and long gaps. */
  private static Line anyLine(long seed) {
    Random random = new Random(seed);
    int size = 1_000 + random.nextInt(2_000);
    double from = seed % 2 == 0 ? 1 : -5;
    double[] xs =
        seed % 3 == 0
            ? random.doubles(size).toArray()
            : IntStream.range(0, size).mapToDouble(i -> from + i).toArray();
    double[] ys = random.doubles(size, -10, 10).toArray();
    for (int gap = 0; gap < 40; gap++) {
      ys[random.nextInt(size)] = gap % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
    }
    int hole = random.nextInt(size - 200);
    Arrays.fill(ys, hole, hole + 200, Double.NaN);
    return new Line("any", xs, ys, Line.Stroke.DASHED);
  }

  private static int indexOf(Line line, double x, double y, int from) {
    double[] xs = line.xs();
    double[] ys = line.ys();
    return IntStream.range(from, xs.length)
        .filter(i -> Double.compare(xs[i], x) == 0 && Double.compare(ys[i], y) == 0)
        .findFirst()
        .orElse(-1);
  }
}
