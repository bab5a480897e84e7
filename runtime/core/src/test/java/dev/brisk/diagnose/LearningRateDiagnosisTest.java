package dev.brisk.diagnose;

import static dev.brisk.diagnose.LearningRateDiagnosis.MAYBE_TOO_LOW;
import static dev.brisk.diagnose.LearningRateDiagnosis.REASONABLE;
import static dev.brisk.diagnose.LearningRateDiagnosis.TOO_HIGH_NON_FINITE;
import static dev.brisk.diagnose.LearningRateDiagnosis.TOO_HIGH_OSCILLATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LearningRateDiagnosisTest {
  /** So many losses on a line from the first to the last. */
  private static double[] line(int count, double first, double last) {
    double[] losses = new double[count];
    Arrays.setAll(losses, i -> first + (last - first) * i / (count - 1));
    return losses;
  }

  private static double[] of(double... losses) {
    return losses;
  }

  private static double[] then(double[] losses, double... more) {
    return DoubleStream.concat(Arrays.stream(losses), Arrays.stream(more)).toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void lossThatIsNotFiniteIsOfARateTooHighWhereverItStands(double loss) {
    assertThat(LearningRateDiagnosis.of(of(loss))).isEqualTo(TOO_HIGH_NON_FINITE);
    double[] losses = line(60, 1, 0.99);
    for (int place : new int[] {0, 30, 59}) {
      double[] broken = losses.clone();
      broken[place] = loss;
      assertThat(LearningRateDiagnosis.of(broken)).isEqualTo(TOO_HIGH_NON_FINITE);
    }
  }

  @Test
  void lastTenLossesOscillateFromMoreThanAFactorOfTwo() {
    assertThat(LearningRateDiagnosis.of(of(1, 2, 1, 2, 1, 2, 1, 2, 1, 2))).isEqualTo(REASONABLE);
    assertThat(LearningRateDiagnosis.of(of(1, 2, 1, 2, 1, 2, 1, 2, 1, Math.nextUp(2))))
        .isEqualTo(TOO_HIGH_OSCILLATING);
  }

  @Test
  void whatWasBeforeTheLastTenDoesNotCount() {
    double[] flat = line(10, 0.1, 0.1);
    assertThat(LearningRateDiagnosis.of(then(of(9, 1, 8), flat))).isEqualTo(REASONABLE);
  }

  @Test
  void fewerThanTenLossesDoNotOscillate() {
    assertThat(LearningRateDiagnosis.of(of(8, 4, 2, 1, 0.5, 0.25, 0.125, 0.06, 0.03)))
        .isEqualTo(REASONABLE);
    assertThat(LearningRateDiagnosis.of(of(1))).isEqualTo(REASONABLE);
  }

  @Test
  void moreThanFiftyLossesAreToFallByATenth() {
    assertThat(LearningRateDiagnosis.of(line(50, 1, 0.99))).isEqualTo(REASONABLE);
    assertThat(LearningRateDiagnosis.of(line(51, 1, 0.99))).isEqualTo(MAYBE_TOO_LOW);
    assertThat(LearningRateDiagnosis.of(line(51, 10, 9.001))).isEqualTo(MAYBE_TOO_LOW);
    assertThat(LearningRateDiagnosis.of(line(51, 10, 9))).isEqualTo(REASONABLE);
    assertThat(LearningRateDiagnosis.of(line(51, 1, 1.5))).isEqualTo(MAYBE_TOO_LOW);
  }

  @Test
  void firstRuleThatHoldsDecides() {
    double[] slow = line(60, 1, 0.99);
    assertThat(LearningRateDiagnosis.of(then(slow, 3))).isEqualTo(TOO_HIGH_OSCILLATING);
    assertThat(LearningRateDiagnosis.of(then(slow, 3, Double.NaN))).isEqualTo(TOO_HIGH_NON_FINITE);
  }

  @Test
  void lossesOfZeroAndBelowAreJudged() {
    assertThat(LearningRateDiagnosis.of(new double[60])).isEqualTo(REASONABLE);
    assertThat(LearningRateDiagnosis.of(of(1, 0, 1, 0, 1, 0, 1, 0, 1, 0)))
        .isEqualTo(TOO_HIGH_OSCILLATING);
    assertThat(LearningRateDiagnosis.of(of(-1, -5, -1, -5, 3, -5, -1, -5, -1, -5)))
        .as("a ratio of losses below zero means nothing")
        .isEqualTo(REASONABLE);
    assertThat(LearningRateDiagnosis.of(line(60, -10, -12))).isEqualTo(REASONABLE);
    assertThat(LearningRateDiagnosis.of(line(60, -10, -10.5))).isEqualTo(MAYBE_TOO_LOW);
  }

  @Test
  void noLossIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LearningRateDiagnosis.of(new double[0]))
        .withMessageContaining("trainLosses");
  }

  @ParameterizedTest
  @EnumSource
  void everyDiagnosisHasItsAdvice(LearningRateDiagnosis diagnosis) {
    String expected =
        switch (diagnosis) {
          case TOO_HIGH_NON_FINITE -> "Divide it by 10, let a @Warmup lead to it, or clip";
          case TOO_HIGH_OSCILLATING -> "Divide it by 10";
          case MAYBE_TOO_LOW -> "Multiply it by 2 to 10";
          case REASONABLE -> "reasonable";
        };
    assertThat(diagnosis.advice()).contains(expected);
  }
}
