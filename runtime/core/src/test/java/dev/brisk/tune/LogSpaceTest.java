package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogSpaceTest {
  @Test
  void logarithmsAreEvenlySpaced() {
    assertThat(LogSpace.grid(1e-4, 1, 5)).containsExactly(1e-4, 1e-3, 1e-2, 0.1, 1.0);
    assertThat(LogSpace.grid(1e-2, 1, 5)).containsExactly(0.01, 0.032, 0.1, 0.32, 1.0);
  }

  @Test
  void theEndsAreExact() {
    List<Double> rates = LogSpace.grid(0.012345, 0.98765, 3);
    assertThat(rates).containsExactly(0.012345, 0.11, 0.98765);
  }

  @Test
  void takesAsManyDigitsAsKeepRatesApart() {
    List<Double> rates = LogSpace.grid(0.1, 0.11, 11);
    assertThat(rates).isSorted().doesNotHaveDuplicates().hasSize(11).startsWith(0.1, 0.101);
    for (int i = 0; i < 11; i++) {
      assertThat(rates.get(i)).isCloseTo(0.1 * Math.pow(1.1, i / 10.0), within(6e-4));
    }
  }

  @Test
  void refusesMoreRatesThanThereAreNumbers() {
    double next = Math.nextUp(1.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogSpace.grid(1, next, 3))
        .withMessage("count is 3, too many between 1.0 and " + next);
  }

  @Test
  void drawsWithinTheBounds() {
    assertThat(LogSpace.drawn(0.01, 1, 0.5)).isEqualTo(0.1);
    assertThat(LogSpace.drawn(0.0123, 0.456, 0)).isEqualTo(0.0123);
    assertThat(LogSpace.drawn(0.0123, 0.456, 0.999999)).isEqualTo(0.456);
  }
}
