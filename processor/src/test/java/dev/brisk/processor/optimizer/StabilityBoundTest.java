package dev.brisk.processor.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilityBoundTest {
  private static final double CURVATURE = 3;

  /** The bound against descent itself, along one direction of a quadratic. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, false, 0",
    "0, 0.5, false, 0",
    "0.9, 0, false, 0",
    "0.5, 0.3, false, 0",
    "0.9, 0, true, 0",
    "0.3, 0, true, 0.4",
    "0.8, 0.2, false, 0.7",
  })
  void descentDiesAwayBelowTheBoundAndGrowsAboveIt(
      double momentum, double dampening, boolean isNesterov, double weightDecay) {
    StabilityBound bound = new StabilityBound(momentum, dampening, isNesterov, weightDecay);
    double rate = bound.rate(CURVATURE);

    assertThat(distanceAfterDescent(bound, 0.99 * rate)).isLessThan(1e-3);
    assertThat(distanceAfterDescent(bound, 1.01 * rate)).isGreaterThan(1e3);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "0.5, 4"})
  void isTwoOverTheCurvatureWithoutMomentum(double curvature, double expected) {
    StabilityBound bound = new StabilityBound(0, 0, false, 0);

    assertThat(bound.rate(curvature)).isCloseTo(expected, within(1e-15));
  }

  /** As {@link Sgd} steps. */
  private static double distanceAfterDescent(StabilityBound bound, double rate) {
    double parameter = 1;
    double momentum = 0;
    for (int t = 0; t < 5_000; t++) {
      double gradient = (CURVATURE + bound.weightDecay()) * parameter;
      double taken = t == 0 ? 1 : 1 - bound.dampening();
      momentum = bound.momentum() * momentum + taken * gradient;
      if (bound.momentum() == 0) {
        parameter -= rate * gradient;
      } else if (bound.isNesterov()) {
        parameter -= rate * (gradient + bound.momentum() * momentum);
      } else {
        parameter -= rate * momentum;
      }
    }
    return Math.abs(parameter);
  }
}
