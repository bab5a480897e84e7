package dev.brisk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DescentTest {
  private static final double CURVATURE = 3;

  static Stream<Descent> forms() {
    return Stream.of(
        Descent.plain(),
        new Descent(0, 0.5, false, 0),
        Descent.heavyBall(0.9),
        new Descent(0.5, 0.3, false, 0),
        Descent.nesterov(0.9),
        new Descent(0.3, 0, true, 0.4),
        new Descent(0.8, 0.2, false, 0.7));
  }

  /** The bound against descent itself, along one direction of a quadratic. */
  @ParameterizedTest
  @MethodSource("forms")
  void errorDiesAwayBelowTheBoundAndGrowsAboveIt(Descent descent) {
    double rate = descent.bound(CURVATURE);

    assertThat(distanceAfterDescent(descent, 0.99 * rate, 5_000)).isLessThan(1e-3);
    assertThat(distanceAfterDescent(descent, 1.01 * rate, 5_000)).isGreaterThan(1e3);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void contractionIsOneAtTheBound(Descent descent) {
    double rate = descent.bound(CURVATURE);

    assertThat(descent.contraction(rate, CURVATURE)).isCloseTo(1, within(1e-12));
    assertThat(descent.contraction(0.999 * rate, CURVATURE)).isLessThan(1);
    assertThat(descent.contraction(1.001 * rate, CURVATURE)).isGreaterThan(1);
  }

  /** The mean factor of an error over many steps is what the recurrence says. */
  @ParameterizedTest
  @MethodSource("forms")
  void contractionIsWhatHappensInTheLongRun(Descent descent) {
    for (double share : new double[] {0.05, 0.3, 1.2}) {
      double rate = share * descent.bound(CURVATURE);
      double measured = Math.pow(distanceAfterDescent(descent, rate, 400), 1.0 / 400);
      // The distance of steps that swing has a phase.
      assertThat(measured).isCloseTo(descent.contraction(rate, CURVATURE), within(0.02));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "0.5, 4"})
  void isTwoOverTheCurvatureWithoutMomentum(double curvature, double expected) {
    assertThat(Descent.plain().bound(curvature)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0", "-3"})
  void nothingBoundsTheRateWhereTheLossCurvesNowhereUpwards(double curvature) {
    assertThat(Descent.heavyBall(0.9).bound(curvature)).isInfinite();
    assertThat(Descent.plain().withWeightDecay(4).bound(curvature)).isEqualTo(2 / (4 + curvature));
  }

  @Test
  void boundOfAdamIsThirtyEightOverThePreconditionedSharpness() {
    assertThat(StabilityBounds.adaptive(1, 0.9)).isCloseTo(38, within(1e-12));
  }

  @Test
  void isToldInWords() {
    assertThat(Descent.plain()).hasToString("gradient descent");
    assertThat(Descent.nesterov(0.9).withWeightDecay(0.01))
        .hasToString("gradient descent with Nesterov's momentum 0.9, weight decay 0.01");
    assertThat(new Descent(0.5, 0.25, false, 0))
        .hasToString("gradient descent with momentum 0.5, dampening 0.25");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, false, 0, 'momentum is 1.0, expected in [0, 1)'",
    "NaN, 0, false, 0, 'momentum is NaN, expected in [0, 1)'",
    "0.9, 1.5, false, 0, 'dampening is 1.5, expected in [0, 1]'",
    "0.9, 0.5, true, 0, 'dampening is 0.5, expected 0 with Nesterov''s form'",
    "0.9, 0, true, -1, 'weightDecay is -1.0, expected finite and at least 0'",
  })
  void figuresOutOfRangeAreRefused(
      double momentum, double dampening, boolean isNesterov, double decay, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Descent(momentum, dampening, isNesterov, decay))
        .withMessage(message);
  }

  /** As SGD steps. */
  private static double distanceAfterDescent(Descent descent, double rate, int steps) {
    double parameter = 1;
    double momentum = 0;
    for (int t = 0; t < steps; t++) {
      double gradient = (CURVATURE + descent.weightDecay()) * parameter;
      double taken = t == 0 ? 1 : 1 - descent.dampening();
      momentum = descent.momentum() * momentum + taken * gradient;
      if (descent.momentum() == 0) {
        parameter -= rate * gradient;
      } else if (descent.isNesterov()) {
        parameter -= rate * (gradient + descent.momentum() * momentum);
      } else {
        parameter -= rate * momentum;
      }
    }
    return Math.abs(parameter);
  }
}
