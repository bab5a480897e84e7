package dev.brisk.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  @ParameterizedTest
  @CsvSource({"40, 10, 100, 16", "40, 11, 100, 15", "40, 10, 12, 12", "1, 100, 9, 1", "9, 0, 7, 7"})
  void sendingTakesAFifthOfARoundAtMost(double exchange, double step, int most, int steps) {
    assertThat(Pace.steps(exchange, step, most)).isEqualTo(steps);
  }
}
