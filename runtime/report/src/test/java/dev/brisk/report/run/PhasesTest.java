package dev.brisk.report.run;

import static dev.brisk.report.run.Phase.Kind.CUT;
import static dev.brisk.report.run.Phase.Kind.CYCLES;
import static dev.brisk.report.run.Phase.Kind.DECAY;
import static dev.brisk.report.run.Phase.Kind.RISE;
import static dev.brisk.report.run.Phase.Kind.STABLE;
import static dev.brisk.report.run.Phase.Kind.WARM_UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.report.run.Phase.Kind;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules as they are recorded: 1000 updates, or as many as a test says. */
class PhasesTest {
  private static final int STEPS = 1000;

  @Test
  void aConstantRateIsStable() {
    assertThat(phases(t -> 0.1)).containsExactly(new Phase(STABLE, 0, STEPS - 1, 0.1, 0.1));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 300_000})
  void warmUpStableAndDecayWhateverTheLength(int steps) {
    int warmup = steps / 10;
    int decay = steps * 8 / 10;
    List<Phase> phases =
        phases(
            steps,
            t ->
                t < warmup
                    ? 0.1 * t / warmup
                    : t < decay ? 0.1 : 0.1 * (steps - t) / (steps - decay));
    assertThat(kinds(phases)).containsExactly(WARM_UP, STABLE, DECAY);
    double bucket = 4.0 * steps / StepSeries.BUCKETS;
    assertThat(phases.get(0).to()).isBetween((double) warmup, warmup + 1.0);
    assertThat(phases.get(1).to()).isBetween(decay - bucket, (double) decay);
    assertThat(phases.get(2).to()).isEqualTo(steps - 1);
  }

  @Test
  void aCosineAfterAWarmUp() {
    List<Phase> phases = phases(t -> t < 50 ? 0.1 * t / 50 : cosine(t - 50, STEPS - 50));
    assertThat(kinds(phases)).containsExactly(WARM_UP, DECAY);
    assertThat(phases.get(0).to()).isEqualTo(50);
    assertThat(phases.get(1).fromRate()).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100_000, 3_000_000})
  void aLongCosineIsOneDecay(int steps) {
    assertThat(kinds(phases(steps, t -> cosine(t, steps)))).containsExactly(DECAY);
  }

  @Test
  void cutsAreToldWithTheirRates() {
    List<Phase> phases = phases(t -> t < 400 ? 0.1 : t < 700 ? 0.01 : 0.001);
    assertThat(phases)
        .containsExactly(
            new Phase(STABLE, 0, 400, 0.1, 0.1),
            new Phase(CUT, 400, 700, 0.01, 0.01),
            new Phase(CUT, 700, STEPS - 1, 0.001, 0.001));
  }

  @Test
  void theLastCutOfAPlateauMayBeCutShort() {
    assertThat(kinds(phases(t -> t < 300 ? 0.1 : t < 600 ? 0.01 : t < 900 ? 0.001 : 0.0008)))
        .containsExactly(STABLE, CUT, CUT, CUT);
  }

  @Test
  void aCutAfterAWarmUp() {
    assertThat(kinds(phases(t -> t < 100 ? 0.001 * t : t < 500 ? 0.1 : 0.05)))
        .containsExactly(WARM_UP, STABLE, CUT);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 300, 5000})
  void aCosineInEpochsIsOneDecay(int epochs) {
    int perEpoch = 20;
    int steps = epochs * perEpoch;
    assertThat(kinds(phases(steps, t -> cosine(t / perEpoch, epochs)))).containsExactly(DECAY);
  }

  @Test
  void aLongStretchBeforeStairsIsStable() {
    List<Phase> phases = phases(t -> t < 500 ? 0.1 : 0.1 * (20 - (t - 500) / 25) / 21);
    assertThat(kinds(phases)).containsExactly(STABLE, DECAY);
    assertThat(phases.get(0).to()).isBetween(495.0, 500.0);
  }

  @Test
  void stairsUpAreOneRise() {
    assertThat(kinds(phases(t -> 0.01 * (1 + t / 100)))).containsExactly(WARM_UP);
  }

  @Test
  void manyEqualCutsAreADecay() {
    assertThat(kinds(phases(t -> Math.pow(0.9, t / 20)))).containsExactly(DECAY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 90_000})
  void restartsBeginAPhaseEach(int steps) {
    int period = steps / 4;
    List<Phase> phases = phases(steps, t -> cosine(t % period, period));
    assertThat(kinds(phases)).containsExactly(DECAY, DECAY, DECAY, DECAY);
    assertThat(phases.get(1).from()).isEqualTo(period);
  }

  @Test
  void oneCycleRisesAndFalls() {
    assertThat(kinds(phases(t -> t < 300 ? 0.01 + 0.001 * t : 0.31 * (1000 - t) / 700)))
        .containsExactly(WARM_UP, DECAY);
  }

  @Test
  void trianglesRiseAndFallAgain() {
    assertThat(kinds(phases(t -> 0.1 + 0.001 * Math.abs(250 - (t + 250) % 500))))
        .containsExactly(WARM_UP, DECAY, RISE, DECAY);
  }

  @Test
  void manyCyclesAreToldAsOne() {
    assertThat(kinds(phases(t -> 0.1 + 0.01 * Math.abs(5 - t % 10)))).containsExactly(CYCLES);
  }

  @Test
  void inverseSquareRootDecays() {
    assertThat(kinds(phases(t -> t < 100 ? 0.001 * t : 0.1 * Math.sqrt(100.0 / t))))
        .containsExactly(WARM_UP, DECAY);
  }

  @Test
  void ofFewerThanTwoUpdatesThereAreNone() {
    assertThat(phases(0, t -> 1)).isEmpty();
    assertThat(phases(1, t -> 1)).isEmpty();
    assertThat(kinds(phases(2, t -> 1 - 0.5 * t))).containsExactly(DECAY);
  }

  @Test
  void leaveNoGapBetweenThem() {
    List<Phase> phases = phases(t -> t < 200 ? t : t < 400 ? 200 : t < 600 ? 100 : 700 - t / 2);
    for (int i = 1; i < phases.size(); i++) {
      assertThat(phases.get(i).from()).isEqualTo(phases.get(i - 1).to());
    }
    assertThat(phases).last().extracting(Phase::to).isEqualTo(STEPS - 1.0);
  }

  private static double cosine(int t, int steps) {
    return 0.05 * (1 + Math.cos(Math.PI * t / steps));
  }

  private static List<Phase> phases(IntToDoubleFunction rate) {
    return phases(STEPS, rate);
  }

  private static List<Phase> phases(int steps, IntToDoubleFunction rate) {
    StepSeries series = new StepSeries();
    for (int t = 0; t < steps; t++) {
      series.add(t, rate.applyAsDouble(t));
    }
    return Phases.of(series.curve("rate").points());
  }

  private static List<Kind> kinds(List<Phase> phases) {
    return phases.stream().map(Phase::kind).toList();
  }
}
