package dev.brisk.processor.preview;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round figures for an axis: multiples of 1, 2 or 5 times a power of ten. */
final class Ticks {
  private static final List<Integer> ROUND = List.of(1, 2, 5, 10);

  private Ticks() {}

  /**
   * Between two figures.
   *
   * @param min finite
   * @param max finite and above it
   * @param most so many intervals at the most
   */
  static List<Double> between(double min, double max, int most) {
    BigDecimal low = new BigDecimal(min);
    BigDecimal high = new BigDecimal(max);
    BigDecimal least = high.subtract(low).divide(BigDecimal.valueOf(most), MathContext.DECIMAL64);
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
    BigDecimal step =
        ROUND.stream()
            .map(round -> power.multiply(BigDecimal.valueOf(round)))
            .filter(round -> round.compareTo(least) >= 0)
            .findFirst()
            .orElseThrow();
    List<Double> ticks = new ArrayList<>();
    BigDecimal tick = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
    for (; tick.compareTo(high) <= 0; tick = tick.add(step)) {
      ticks.add(tick.doubleValue());
    }
    return ticks;
  }
}
