package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.runtime.End;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.spark.SparkTraining;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  private static Thread driver = Thread.currentThread();

  private final JavaSparkContext spark = LocalSpark.context();
  private final JavaRDD<Digit> digits = spark.parallelize(Digit.first(60), 2);

  @Test
  void aRunEndsAfterTheUpdateWithinWhichItsThreadIsInterrupted() {
    driver = Thread.currentThread();
    SparkTraining<Models_MomentumTrainer, Models_MomentumTrainer.Examples> training =
        SparkTraining.on(
            spark,
            seed -> {
              driver.interrupt(); // By the tasks of the first update.
              return Kind.MOMENTUM.trainers().create(seed);
            });
    Models_MomentumTrainer trainer = Kind.MOMENTUM.trainers().create(5);
    TrainingReport report;
    try (var shards = training.shards(digits, 2, Kind.MOMENTUM.examples())) {
      Fit options = Fit.epochs(3).batchSize(20).validation(training.heldOut(trainer, shards));
      report = training.fit(trainer, shards, options).training();
      assertThat(report.last().validationLoss()).hasValue(training.loss(trainer, shards));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(report.end()).isEqualTo(End.INTERRUPTED);
    assertThat(report.steps()).isEqualTo(1);
  }
}
