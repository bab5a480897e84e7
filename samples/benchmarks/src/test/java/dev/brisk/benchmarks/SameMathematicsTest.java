package dev.brisk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is compared computes the same: a loop that does less would be no measure. */
class SameMathematicsTest {
  private static final int STEPS = 1000;

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void lossesAreTheSame(String name, DoubleSupplier generated, DoubleSupplier handwritten) {
    for (int step = 0; step < STEPS; step++) {
      assertThat(generated.getAsDouble())
          .as("step %d", step)
          .isCloseTo(handwritten.getAsDouble(), withinPercentage(1e-8));
    }
  }

  static Stream<Arguments> lossesAreTheSame() {
    return Stream.of(
        pair("Linear2", new Linear2()::generated, new Linear2()::handwritten),
        pair("Linear10", new Linear10()::generated, new Linear10()::handwritten),
        pair("Linear100", new Linear100()::generated, new Linear100()::handwritten),
        pair("FourSums100", new FourSums100()::generated, new FourSums100()::handwritten),
        pair("FloatLinear100", new FloatLinear100()::generated, new FloatLinear100()::handwritten),
        pair("Logistic100", new Logistic100()::generated, new Logistic100()::handwritten),
        pair(
            "Factorisation32",
            new Factorisation32()::generated,
            new Factorisation32()::handwritten));
  }

  private static Arguments pair(String name, DoubleSupplier generated, DoubleSupplier handwritten) {
    return arguments(name, generated, handwritten);
  }
}
