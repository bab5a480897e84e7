package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.samples.PredatorsAndPrey.LotkaVolterra;
import dev.brisk.samples.PredatorsAndPrey.Outcome;
import dev.brisk.samples.PredatorsAndPrey.Result;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredatorsAndPreyTest {
  private static final Result RESULT = PredatorsAndPrey.run(PredatorsAndPrey.pelts());

  @Test
  void gradientThroughTheIntegrationIsRight() {
    RESULT.check().assertRight();
  }

  @Test
  void constantsAreWithinHalfADeviationOfThePublishedOnes() {
    assertThat(RESULT.isAsPromised()).isTrue();
    assertThat(RESULT.period()).isBetween(10.0, 10.6);
  }

  /** By Gauss and Newton's method, in another language, the same loss is 0.0480634 at its least. */
  @Test
  void declaredRateEndsAtTheLeastSquares() {
    assertThat(RESULT.slope()).isLessThan(1e-3);
    assertThat(at(PredatorsAndPrey.DECLARED).loss()).isCloseTo(0.0480634, within(1e-6));
  }

  @Test
  void ratesDoWhatTheEssaySays() {
    assertThat(RESULT.found().suggestion().orElseThrow()).isBetween(0.005, 0.02);
    assertThat(at(1e-5).findings()).containsExactly("too-slow");
    assertThat(at(0.01).loss()).isBetween(0.0481, 0.05);
    assertThat(at(1).highestLoss()).isGreaterThan(20);
    assertThat(at(1).loss()).isGreaterThan(5 * 0.048);
    assertThat(at(3).loss()).isNaN();
    assertThat(at(3).findings()).contains("non-finite-loss");
  }

  /** Along a solution {@code feeding u - death log u + hunting v - growth log v} stays the same. */
  @Test
  void integrationKeepsWhatTheEquationKeeps() {
    var model = new LotkaVolterra();
    double[] years = IntStream.rangeClosed(1900, 1920).asDoubleStream().toArray();
    double[][] populations = model.populations(years);

    double first = invariant(model, populations[0][0], populations[1][0]);
    for (int i = 1; i < years.length; i++) {
      assertThat(invariant(model, populations[0][i], populations[1][i]))
          .isCloseTo(first, within(1e-3));
    }
  }

  private static double invariant(LotkaVolterra model, double hares, double lynxes) {
    return Math.exp(model.logFeeding) * hares
        - Math.exp(model.logDeath) * Math.log(hares)
        + Math.exp(model.logHunting) * lynxes
        - Math.exp(model.logGrowth) * Math.log(lynxes);
  }

  private static Outcome at(double rate) {
    return RESULT.outcomes().stream()
        .filter(outcome -> outcome.rate() == rate)
        .findFirst()
        .orElseThrow();
  }
}
