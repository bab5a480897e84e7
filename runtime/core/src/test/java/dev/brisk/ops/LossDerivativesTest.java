package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives against automatic differentiation of the textbook formula, by another library. */
class LossDerivativesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("regressions")
  void regressionLossesDeriveByPredictionAndTarget(
      String name,
      BinaryOperator<DerivativeStructure> formula,
      DoubleBinaryOperator loss,
      DoubleBinaryOperator byPrediction,
      DoubleBinaryOperator byTarget) {
    var random = new SplittableRandom(name.hashCode());
    for (int round = 0; round < 1000; round++) {
      double x = random.nextDouble(-5, 5);
      double y = random.nextDouble(-5, 5);
      DerivativeStructure exact =
          formula.apply(new DerivativeStructure(2, 1, 0, x), new DerivativeStructure(2, 1, 1, y));
      assertThat(loss.applyAsDouble(x, y)).isCloseTo(exact.getValue(), within(1e-12));
      assertThat(byPrediction.applyAsDouble(x, y))
          .isCloseTo(exact.getPartialDerivative(1, 0), within(1e-12));
      assertThat(byTarget.applyAsDouble(x, y))
          .isCloseTo(exact.getPartialDerivative(0, 1), within(1e-12));
    }
  }

  private static Stream<Arguments> regressions() {
    return Stream.of(
        regression(
            "squared",
            (p, t) -> p.subtract(t).pow(2),
            Losses::squared,
            Losses::squaredByPrediction,
            Losses::squaredByTarget),
        regression(
            "absolute",
            (p, t) -> p.subtract(t).abs(),
            Losses::absolute,
            Losses::absoluteByPrediction,
            Losses::absoluteByTarget),
        regression(
            "huber",
            (p, t) -> {
              DerivativeStructure error = p.subtract(t).abs();
              return error.getValue() < 1.5
                  ? error.pow(2).divide(2)
                  : error.multiply(1.5).subtract(1.125);
            },
            (p, t) -> Losses.huber(p, t, 1.5),
            (p, t) -> Losses.huberByPrediction(p, t, 1.5),
            (p, t) -> Losses.huberByTarget(p, t, 1.5)),
        regression(
            "logCosh",
            (p, t) -> p.subtract(t).cosh().log(),
            Losses::logCosh,
            Losses::logCoshByPrediction,
            Losses::logCoshByTarget),
        regression(
            "quantile",
            (p, t) -> {
              DerivativeStructure error = t.subtract(p);
              return error.getValue() > 0 ? error.multiply(0.8) : error.multiply(-0.2);
            },
            (p, t) -> Losses.quantile(p, t, 0.8),
            (p, t) -> Losses.quantileByPrediction(p, t, 0.8),
            (p, t) -> Losses.quantileByTarget(p, t, 0.8)));
  }

  private static Arguments regression(
      String name,
      BinaryOperator<DerivativeStructure> formula,
      DoubleBinaryOperator loss,
      DoubleBinaryOperator byPrediction,
      DoubleBinaryOperator byTarget) {
    return Arguments.of(name, formula, loss, byPrediction, byTarget);
  }

  @ParameterizedTest
  @MethodSource("logits")
  void binaryCrossEntropyDerivesByLogitAndTarget(double logit, double target) {
    var x = new DerivativeStructure(2, 1, 0, logit);
    var t = new DerivativeStructure(2, 1, 1, target);
    DerivativeStructure loss = x.exp().add(1).log().subtract(x.multiply(t));
    assertThat(Losses.binaryCrossEntropyByLogit(logit, target))
        .isCloseTo(loss.getPartialDerivative(1, 0), within(1e-13));
    assertThat(Losses.binaryCrossEntropyByTarget(logit, target))
        .isEqualTo(loss.getPartialDerivative(0, 1));
  }

  @ParameterizedTest
  @MethodSource("logits")
  void poissonAndHingeDeriveByTheirScore(double score, double fraction) {
    var x = new DerivativeStructure(1, 1, 0, score);
    double count = Math.floor(20 * fraction);
    assertThat(Losses.poissonByLogRate(score, count))
        .isCloseTo(x.exp().subtract(x.multiply(count)).getPartialDerivative(1), within(1e-12));
    double label = fraction < 0.5 ? -1 : 1;
    assertThat(Losses.hingeByScore(score, label)).isEqualTo(label * score < 1 ? -label : 0);
  }

  private static Stream<Arguments> logits() {
    var random = new SplittableRandom(4);
    return Stream.generate(() -> Arguments.of(random.nextDouble(-6, 6), random.nextDouble()))
        .limit(100);
  }
}
