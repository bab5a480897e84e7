package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.runtime.Checkpoints;
import dev.brisk.runtime.Fit;
import dev.brisk.samples.spark.DigitsOnSpark.Net;
import dev.brisk.spark.HadoopCheckpoints;
import dev.brisk.spark.SparkReport;
import dev.brisk.spark.SparkTraining;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/spark.md shows. */
class SparkGuideTest {
  private static final Fit OPTIONS = Fit.epochs(2).batchSize(50).overrideTraining();

  private final JavaSparkContext context = LocalSpark.context();
  private final JavaRDD<Digit> records = context.parallelize(Digit.first(100), 2);
  private final DigitsOnSpark_NetTrainer trainer = new DigitsOnSpark_NetTrainer(new Net(), 3);

  private static DigitsOnSpark_NetTrainer.Examples examples(List<Digit> digits) {
    return DigitsOnSpark_NetTrainer.examples(Digit.doubles(digits), Digit.labels(digits));
  }

  @Test
  void fitsAndEvaluates() {
    var training = SparkTraining.on(context, seed -> new DigitsOnSpark_NetTrainer(new Net(), seed));

    try (var shards = training.shards(records, 4, SparkGuideTest::examples)) {
      SparkReport report = training.fit(trainer, shards, OPTIONS.printTo(System.out));
      double loss = training.loss(trainer, shards);
      Map<String, Double> metrics = training.metrics(trainer, shards);
      List<int[]> guesses = training.map(trainer, shards, DigitsOnSpark_NetTrainer::classify);

      assertThat(report.training().steps()).isEqualTo(4);
      assertThat(loss).isPositive();
      assertThat(metrics).containsKey("accuracy");
      assertThat(guesses).hasSize(4).allMatch(ofShard -> ofShard.length == 25);
    }
  }

  @Test
  void takesTheColumnsOfADataset() {
    SparkSession session = LocalSpark.session();
    Dataset<Row> rows =
        session.sql(
            "select array_repeat(0.5D, 64) as pixels, cast(id % 10 as int) as digit, id from range(40)");

    var training = SparkTraining.on(session, seed -> new DigitsOnSpark_NetTrainer(new Net(), seed));

    try (var shards = training.shards(rows, 4)) {
      assertThat(shards.size()).isEqualTo(40);
    }
  }

  @Test
  void validatesOnShardsAndKeepsCheckpoints(@TempDir Path folder) {
    var training = SparkTraining.on(context, seed -> new DigitsOnSpark_NetTrainer(new Net(), seed));
    String uri = folder.resolve("run").toUri().toString();

    try (var shards = training.shards(records, 4, SparkGuideTest::examples);
        var heldOut = training.shards(records, 4, SparkGuideTest::examples);
        var kept = HadoopCheckpoints.open(uri, context.hadoopConfiguration())) {
      training.fit(
          trainer,
          shards,
          OPTIONS
              .validation(training.heldOut(trainer, heldOut))
              .checkpoints(Checkpoints.in(kept.folder()).everySteps(2))
              .resumeFrom(kept.folder())
              .listener(kept));
    }

    assertThat(folder.resolve("run/step-000000004.safetensors")).exists();
  }
}
