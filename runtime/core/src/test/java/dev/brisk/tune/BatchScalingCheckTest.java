package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.ScalingRule;
import dev.brisk.runtime.Shuffle;
import dev.brisk.tune.Regression.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchScalingCheckTest {
  private static final int EXAMPLES = 512;

  private final Rows rows = Regression.noisy(5, EXAMPLES, 1);

  private static BatchScalingCheck<Rows> check() {
    return BatchScalingCheck.on(seed -> new Regression(5, seed));
  }

  @Test
  void theLinearRuleHoldsForModestBatchesAndFailsForAbsurdOnes() {
    BatchScalingReport report = check().base(4, 0.02).times(2, 4, 128).epochs(12).run(rows);

    assertThat(report.holdsUpTo()).hasValue(16);
    assertThat(report.larger()).extracting(report::holds).containsExactly(true, true, false);
    LossCurves absurd = report.larger().get(2);
    assertThat(absurd.batchSize()).isEqualTo(EXAMPLES);
    assertThat(absurd.learningRate()).isCloseTo(2.56, within(1e-12));
    assertThat(absurd.mean(12)).isGreaterThan(2 * report.base().mean(12));
    assertThat(report.verdict())
        .startsWith("The linear rule holds up to a batch of 16, where the losses part by ")
        .contains(" It does not for a batch of 512, where the losses part by ");
  }

  @Test
  void theBaseIsTrainedAsItStands() {
    BatchScalingReport report =
        check().base(100, 0.05).times(2).epochs(2).warmupEpochs(0).seeds(3, 4).run(rows);

    Regression trainer = new Regression(5, 3);
    for (int epoch = 0; epoch < 2; epoch++) {
      Rows ordered = rows.select(Shuffle.order(EXAMPLES, 3, epoch));
      for (int from = 0; from < EXAMPLES; from += 100) {
        int to = Math.min(from + 100, EXAMPLES);
        trainer.baseLearningRate(0.05 * ((to - from) / 100.0));
        trainer.trainBatch(ordered, from, to);
      }
      assertThat(report.base().losses().get(0).get(epoch)).isEqualTo(trainer.loss(rows));
    }
  }

  @Test
  void aLargeBatchRisesFromTheBaseRate() {
    BatchScalingReport report =
        check().base(128, 0.1).times(4).epochs(3).warmupEpochs(2).seeds(0, 1).run(rows);

    LossCurves large = report.larger().get(0);
    assertThat(large.warmupSteps()).isEqualTo(2);
    Regression trainer = new Regression(5, 0);
    double[] rates = {0.1, 0.25, 0.4};
    for (int epoch = 0; epoch < 3; epoch++) {
      trainer.baseLearningRate(rates[epoch]);
      trainer.trainBatch(rows.select(Shuffle.order(EXAMPLES, 0, epoch)), 0, EXAMPLES);
      assertThat(large.losses().get(0).get(epoch)).isCloseTo(trainer.loss(rows), within(1e-12));
    }
  }

  @Test
  void theSquareRootRuleScalesByTheRoot() {
    BatchScalingReport report =
        check()
            .base(8, 0.01)
            .times(4)
            .rule(ScalingRule.SQUARE_ROOT)
            .epochs(6)
            .seeds(0, 1)
            .run(rows);

    assertThat(report.larger().get(0).learningRate()).isEqualTo(0.02);
    assertThat(report.verdict()).startsWith("The square-root rule ");
  }

  @Test
  void whatDivergesFailsWithItsReason() {
    BatchScalingReport report = check().base(4, 0.1).times(128).epochs(200).seeds(0, 1).run(rows);

    LossCurves diverged = report.larger().get(0);
    assertThat(report.holds(diverged)).isFalse();
    assertThat(diverged.divergence()).isEqualTo("seed 0: the loss after epoch 137 is Infinity");
    assertThat(report.gap(diverged).mean()).isNaN();
    assertThat(report.verdict())
        .isEqualTo(
            "The linear rule does not hold for a batch of 512, which diverged (seed 0: the loss after epoch 137 is Infinity).");
    assertThat(report.toString())
        .contains("  diverged: seed 0: the loss after epoch 137 is Infinity\n");
  }

  @Test
  void aBaseThatDivergesTellsNothing() {
    BatchScalingReport report = check().base(512, 100).times(2).epochs(200).seeds(0, 1).run(rows);

    assertThat(report.verdict()).startsWith("Nothing can be told, as the base itself diverged: ");
    assertThat(report.holdsUpTo()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theSameComesOutForEveryNumberOfThreads(int threads) {
    BatchScalingCheck<Rows> check = check().base(8, 0.02).times(2, 8).epochs(6).seeds(0, 1, 2);

    assertThat(check.threads(threads).run(rows)).isEqualTo(check.run(rows));
  }

  @Test
  void gapsAreThoseOfMeansAfterTheWarmup() {
    LossCurves base =
        new LossCurves(8, 0.1, 0, List.of(List.of(9.0, 1.0, 2.0), List.of(9.0, 3.0, 2.0)), "");
    LossCurves large =
        new LossCurves(16, 0.2, 4, List.of(List.of(0.0, 2.0, 2.0), List.of(0.0, 3.0, 1.0)), "");
    BatchScalingReport report =
        new BatchScalingReport(ScalingRule.LINEAR, 64, 1, List.of(0L, 1L), base, List.of(large));

    assertThat(report.gap(large)).isEqualTo(new Gap(0.25, 0.25, -0.25));
    assertThat(report.seedGap().largest()).isCloseTo(Math.sqrt(2) / 2, within(1e-15));
    assertThat(report.seedGap().mean()).isCloseTo(Math.sqrt(2) / 4, within(1e-15));
    assertThat(report.seedGap().last()).isZero();
    assertThat(report)
        .hasToString(
            """
            batch  times  rate  warm-up steps  mean gap  largest     last  rule
                8      1   0.1              0    35.4 %   70.7 %    0.0 %  base: between seeds
               16      2   0.2              4    25.0 %   25.0 %  -25.0 %  holds
            The linear rule holds up to a batch of 16, where the losses part by 25.0 %, seeds by 35.4 %.
            """);
  }

  @Test
  void writesTheCurves(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("curves.csv");
    BatchScalingReport report =
        check().base(256, 0.1).times(2).epochs(1).warmupEpochs(0).seeds(0, 1).run(rows);
    report.writeCsv(file);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(5).startsWith("batch size,learning rate,seed,epoch,examples,loss");
    assertThat(lines.get(1)).isEqualTo("256,0.1,0,1,512," + report.base().losses().get(0).get(0));
    assertThat(lines.get(4)).startsWith("512,0.2,1,1,512,");
  }

  @Test
  void refusesWhatCannotBeCompared() {
    BatchScalingCheck<Rows> check = check();
    refused(() -> check.base(0, 0.1), "batchSize is 0, expected at least 1");
    refused(() -> check.base(8, 0), "learningRate is 0.0, expected a finite value above 0");
    refused(() -> check.times(), "the number of factors is 0, expected at least 1");
    refused(() -> check.times(2, 1), "a factor is 1, expected at least 2");
    refused(() -> check.epochs(0), "epochs is 0, expected at least 1");
    refused(() -> check.warmupEpochs(-1), "warmupEpochs is -1, expected at least 0");
    refused(() -> check.seeds(1), "the number of seeds is 1, expected at least 2");
    refused(() -> check.threads(0), "threads is 0, expected at least 1");
    assertThatIllegalStateException()
        .isThrownBy(() -> check.run(rows))
        .withMessage("say what is right: base(batchSize, learningRate)");
    assertThatIllegalStateException()
        .isThrownBy(() -> check.base(8, 0.1).epochs(5).run(rows))
        .withMessage(
            "epochs is 5, expected more than the 5 of the warm-up, which are not compared");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
