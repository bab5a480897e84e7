package dev.brisk.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.ops.Losses;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of single functions against their values. */
class FunctionCheckTest {
  @Test
  void rightDerivativesPass() {
    GradientCheck.ofFunction(Math::exp, Math::exp, -20, -1, 0, 1, 50).assertRight();
    GradientCheck.ofFunction(Math::log, x -> 1 / x, 1e-9, 1e-3, 1, 1e6).assertRight();
    GradientCheck.ofFunction(Math::sin, Math::cos, -3, 0, 0.1, 1000).assertRight();
    GradientCheck.ofFunction(x -> 1e-12 * x * x, x -> 2e-12 * x, 0.5, 3).assertRight();
    GradientCheck.ofFunction(x -> 3 * x, x -> 3, 0, 1e-8, 1e8).assertRight();
  }

  @Test
  void oneArgumentOfSeveralIsComparedByALambda() {
    GradientCheck.ofFunction(
            x -> Losses.huber(x, 1, 0.5), x -> Losses.huberByPrediction(x, 1, 0.5), -2, 0.9, 1.2, 7)
        .assertRight();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsWrongAtEveryPoint(DoubleUnaryOperator derivative) {
    double[] points = {-1.5, -0.25, 0.5, 2};
    GradientReport report = GradientCheck.ofFunction(x -> Math.exp(x) * x, derivative, points);

    assertThat(report.with(Verdict.WRONG)).hasSize(4);
    assertThat(report.with(Verdict.WRONG).get(1).name()).isEqualTo("the derivative at -0.25");
  }

  static Stream<Arguments> mistakes() {
    return Stream.<DoubleUnaryOperator>of(
            x -> 2 * Math.exp(x) * (1 + x), // factor
            x -> -Math.exp(x) * (1 + x), // sign
            x -> Math.exp(x), // missing term
            x -> Math.exp(x) * (1 + x) + 1e-4, // not quite
            x -> Double.NaN)
        .map(Arguments::of);
  }

  @Test
  void anyDerivativeAtAKinkIsDoubtfulAndNotWrong() {
    for (double subgradient : new double[] {-1, 0, 0.5, 1}) {
      assertThat(verdict(x -> Math.max(0, x), x -> subgradient, 0)).isNotEqualTo(Verdict.WRONG);
      assertThat(verdict(Math::abs, x -> subgradient, 0)).isNotEqualTo(Verdict.WRONG);
    }
  }

  @Test
  void derivativeCloseToAKinkOrAJumpIsNeverWrong() {
    for (double distance : new double[] {1e-12, 1e-7, 3e-6, 4e-5, 1e-3, 0.004, 0.01, 0.1}) {
      assertThat(verdict(x -> Math.max(0, x), x -> x > 0 ? 1 : 0, distance))
          .as("kink at %s", distance)
          .isNotEqualTo(Verdict.WRONG);
      assertThat(verdict(x -> x * x + (x > 0 ? 1 : 0), x -> 2 * x, distance))
          .as("jump at %s", distance)
          .isNotEqualTo(Verdict.WRONG);
    }
  }

  @Test
  void mistakeAtSomeDistanceOfAKinkIsWrong() {
    assertThat(verdict(x -> Math.max(0, x), x -> 2, 0.1)).isEqualTo(Verdict.WRONG);
    assertThat(verdict(x -> Math.max(0, x), x -> 2, 1e-4)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void sharpCurveIsNoKink() {
    assertThat(verdict(x -> 1e4 * x * x, x -> 1e4 * x, 0.01)).isEqualTo(Verdict.WRONG);
    assertThat(verdict(x -> 1e4 * x * x, x -> 2e4 * x, 0.01)).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void derivativeThatIsLostInRoundingIsDoubtful() {
    assertThat(verdict(x -> 1e15 + x, x -> 1, 0.5)).isEqualTo(Verdict.DOUBTFUL);
    assertThat(verdict(x -> 1e15 + x, x -> 2, 0.5)).isEqualTo(Verdict.DOUBTFUL);
  }

  @Test
  void derivativeAtTheEdgeOfTheDomainIsDoubtful() {
    assertThat(verdict(Math::sqrt, x -> 0.5 / Math.sqrt(x), 0)).isEqualTo(Verdict.DOUBTFUL);
    assertThat(verdict(Math::log, x -> 1 / x, 0)).isEqualTo(Verdict.DOUBTFUL);
  }

  @Test
  void onlyDoubtfulDerivativesAreNoSuccess() {
    GradientReport report = GradientCheck.ofFunction(x -> Math.max(0, x), x -> 1, 0);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(report::assertRight)
        .withMessageStartingWith("0 of 1 comparisons are wrong, 1 doubtful")
        .withMessageContaining("the derivative at 0.0 is 1.000000, expected 0.5000000");
  }

  @Test
  void derivativeByAnArrayIsComparedElementByElement() {
    double[] point = {0.5, -1, 2};
    GradientCheck.ofFunction(
            logits -> Losses.softmaxCrossEntropy(logits, 1),
            (logits, upstream, gradient) ->
                Losses.softmaxCrossEntropyByLogits(logits, 1, upstream, gradient),
            point,
            new double[] {1, 1})
        .assertRight();
    assertThat(point).containsExactly(0.5, -1, 2);
  }

  @Test
  void mistakeOfOneElementIsNamed() {
    GradientReport report =
        GradientCheck.ofFunction(
            at -> at[0] * at[1] + at[2],
            (at, upstream, gradient) -> {
              gradient[0] += upstream * at[1];
              gradient[1] -= upstream * at[0];
              gradient[2] += upstream;
            },
            new double[] {1, 2, 3},
            new double[] {3, 2, 1});

    assertThat(report.with(Verdict.WRONG))
        .extracting(Comparison::name)
        .containsExactly("gradient[1] at points[0]", "gradient[1] at points[1]");
  }

  @Test
  void gradientThatIsSetInPlaceOfAddedToIsNamed() {
    GradientReport report =
        GradientCheck.ofFunction(
            at -> at[0] * at[1],
            (at, upstream, gradient) -> {
              gradient[0] += upstream * at[1];
              gradient[1] = upstream * at[0];
            },
            new double[] {3, 5});

    assertThat(report.with(Verdict.WRONG))
        .extracting(Comparison::name)
        .containsExactly("gradient[1] at points[0], added to 2 with upstream -2,");
    assertThat(report.worst().expected()).isEqualTo(2 - 2 * 3);
  }

  @Test
  void gradientThatForgetsTheUpstreamIsNamed() {
    GradientReport report =
        GradientCheck.ofFunction(
            at -> 4 * at[0], (at, upstream, gradient) -> gradient[0] += 4, new double[] {3});

    assertThat(report.with(Verdict.WRONG))
        .extracting(Comparison::name)
        .containsExactly("gradient[0] at points[0], added to 1 with upstream -2,");
  }

  @Test
  void atLeastOnePointIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.ofFunction(Math::exp, Math::exp))
        .withMessage("points has length 0, expected at least 1");
  }

  private static Verdict verdict(DoubleUnaryOperator f, DoubleUnaryOperator derivative, double at) {
    return GradientCheck.ofFunction(f, derivative, at).worst().verdict();
  }
}
