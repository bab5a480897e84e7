package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NesterovMomentumTest {
  @ParameterizedTest
  @CsvSource({
    "0.9, 0.004",
    "0.9, 0",
    "0.9, 1",
    "0.9, 1e-12",
    "0.9, 1e-320",
    "0.9, 1e300",
    "0.999, 0.004",
    "0.999, 50",
    "0.99999, 0.1",
    "0.5, 0.004",
    "0, 0.004"
  })
  void productIsThatOfAllMomentumsSoFar(double beta1, double decay) {
    NesterovMomentum momentum = NesterovMomentum.of(beta1, decay);
    double product = 1;
    for (int t = 1; t <= 5000; t++) {
      double expected = beta1 * (1 - 0.5 * Math.pow(0.96, t * decay));
      product *= expected;
      assertThat(momentum.at(t)).isCloseTo(expected, within(1e-15));
      assertThat(momentum.product(t)).as("after %s", t).isCloseTo(product, within(1e-14));
    }
  }

  @Test
  void noNumberOfUpdatesIsTooLarge() {
    NesterovMomentum momentum = NesterovMomentum.of(0.9, 0.004);

    assertThat(momentum.at(Long.MAX_VALUE)).isEqualTo(0.9);
    assertThat(momentum.product(Long.MAX_VALUE)).isZero();
  }
}
