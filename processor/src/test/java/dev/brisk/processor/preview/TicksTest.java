package dev.brisk.processor.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void areRoundFigures() {
    assertThat(Ticks.between(0, 0.00115, 6)).containsExactly(0.0, 2e-4, 4e-4, 6e-4, 8e-4, 1e-3);
    assertThat(Ticks.between(0, 6260, 6)).containsExactly(0.0, 2000.0, 4000.0, 6000.0);
    assertThat(Ticks.between(0.8375, 0.9625, 3)).containsExactly(0.85, 0.9, 0.95);
    assertThat(Ticks.between(0, 30, 6)).containsExactly(0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0);
    assertThat(Ticks.between(0, 1, 1)).containsExactly(0.0, 1.0);
  }

  @Test
  void lieEvenlyBetweenTheirEnds() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      double scale = Math.pow(10, random.nextInt(40) - 20);
      double min = random.nextInt(3) * scale;
      double max = min + random.nextDouble(0.1, 10) * scale;
      int most = random.nextInt(2, 9);

      List<Double> ticks = Ticks.between(min, max, most);

      assertThat(ticks).hasSizeLessThanOrEqualTo(most + 1).isSorted();
      assertThat(ticks).allSatisfy(tick -> assertThat(tick).isBetween(min, max));
      for (int t = 2; t < ticks.size(); t++) {
        BigDecimal first = exact(ticks.get(t - 1)).subtract(exact(ticks.get(t - 2)));
        BigDecimal second = exact(ticks.get(t)).subtract(exact(ticks.get(t - 1)));
        assertThat(second).isEqualByComparingTo(first);
        assertThat(first.stripTrailingZeros().unscaledValue().intValueExact()).isIn(1, 2, 5);
      }
    }
  }

  private static BigDecimal exact(double tick) {
    return new BigDecimal(Double.toString(tick)).stripTrailingZeros();
  }
}
