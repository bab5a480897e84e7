package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowersTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 0.99, 0.999, 0.9999, 0.9999999999})
  void areThoseOfMathPow(double base) {
    Powers powers = Powers.of(base);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      long n = random.nextLong(1L << (1 + i % 40));
      double expected = Math.pow(base, n);
      // What lies below 1e-300 is about to vanish beside 1.
      assertThat(powers.at(n)).isCloseTo(expected, within(4e-15 * expected + 1e-300));
    }
  }

  @Test
  void areExactForTheFirstFew() {
    assertThat(Powers.of(0.9).at(0)).isEqualTo(1);
    assertThat(Powers.of(0.9).at(1)).isEqualTo(0.9);
    assertThat(Powers.of(0.5).at(1000)).isEqualTo(Math.pow(0.5, 1000));
    assertThat(Powers.of(0).at(0)).isEqualTo(1);
    assertThat(Powers.of(0).at(1)).isZero();
    assertThat(Powers.of(0.9).at(Long.MAX_VALUE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.1, Double.NaN})
  void refuseOtherBases(double base) {
    assertThatThrownBy(() -> Powers.of(base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("base is " + base + ", expected in [0, 1)");
  }
}
