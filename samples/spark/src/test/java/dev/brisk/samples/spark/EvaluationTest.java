package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.runtime.EarlyStopping;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.spark.Shards;
import dev.brisk.spark.SparkTraining;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final List<Digit> DIGITS = Digit.first(101);
  private static final int SHARDS = 3;

  private final JavaSparkContext spark = LocalSpark.context();
  private final Models_MomentumTrainer trainer = Kind.MOMENTUM.trainers().create(5);
  private final SparkTraining<Models_MomentumTrainer, Models_MomentumTrainer.Examples> training =
      SparkTraining.on(spark, Kind.MOMENTUM.trainers());
  private final Models_MomentumTrainer.Examples here = Kind.MOMENTUM.examples().create(DIGITS);

  private Shards<Models_MomentumTrainer.Examples> shards() {
    return training.shards(spark.parallelize(DIGITS, 2), SHARDS, Kind.MOMENTUM.examples());
  }

  @Test
  void lossAndMetricsAreThoseOfTheExamplesHere() {
    try (var shards = shards()) {
      assertThat(shards.size()).isEqualTo(DIGITS.size());
      assertThat(training.loss(trainer, shards)).isCloseTo(trainer.loss(here), within(1e-12));
      assertThat(training.metrics(trainer, shards)).containsOnlyKeys("accuracy");
      assertThat(training.metrics(trainer, shards).get("accuracy"))
          .isCloseTo(trainer.accuracy(here), within(1e-12));
    }
  }

  @Test
  void predictionsComeShardByShard() {
    int[] expected = trainer.classify(here);
    try (var shards = shards()) {
      List<int[]> predicted = training.map(trainer, shards, Models_MomentumTrainer::classify);
      int[] inOrder = new int[DIGITS.size()];
      for (int i = 0; i < inOrder.length; i++) {
        inOrder[i] = predicted.get(i % SHARDS)[i / SHARDS];
      }
      assertThat(inOrder).isEqualTo(expected);
    }
  }

  @Test
  void aRunIsValidatedOnShardsThatAreHeldOut() {
    Fit options = Fit.epochs(3).batchSize(50).earlyStopping(EarlyStopping.patience(2));
    try (var shards = shards()) {
      TrainingReport report =
          training
              .fit(trainer, shards, options.validation(training.heldOut(trainer, shards)))
              .training();
      assertThat(report.epochs()).hasSize(3);
      TrainingReport.Epoch best = report.epochs().get(report.restoredEpoch().getAsInt() - 1);
      assertThat(best.validationLoss()).hasValue(training.loss(trainer, shards));
      assertThat(best.validationMetrics()).isEqualTo(training.metrics(trainer, shards));
    }
  }

  @Test
  void refusesMoreShardsThanExamples() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                training.shards(
                    spark.parallelize(DIGITS.subList(0, 2)), 3, Kind.MOMENTUM.examples()))
        .withMessage("count is 3, expected a number from 1 to the 2 examples");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shards.inMemory(here, 0))
        .withMessage("count is 0, expected a number from 1 to the 101 examples");
  }
}
