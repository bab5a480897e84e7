package dev.brisk.samples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.runtime.Fit;
import dev.brisk.spark.Shards;
import dev.brisk.spark.SparkTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
  private static final List<Digit> DIGITS = Digit.first(60);
  private static final Fit OPTIONS = Fit.steps(3).batchSize(20);

  @TempDir private Path folder;
  private final SparkSession spark = LocalSpark.session();
  private final SparkTraining<Models_MomentumTrainer, Models_MomentumTrainer.Examples> training =
      SparkTraining.on(spark, Kind.MOMENTUM.trainers());

  /** Columns in another order than the loss's arguments, and one that it does not take. */
  private Dataset<Row> rows() {
    List<Row> rows =
        DIGITS.stream()
            .map(digit -> RowFactory.create("scan", (short) digit.digit(), digit.pixels()))
            .toList();
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("source", DataTypes.StringType)
            .add("digit", DataTypes.ShortType)
            .add("pixels", DataTypes.createArrayType(DataTypes.DoubleType)));
  }

  private Shards<Models_MomentumTrainer.Examples> shards(Dataset<Row> rows) {
    return training.shards(rows, 2);
  }

  @Test
  void columnsAreTakenByTheNamesOfTheArguments() throws IOException {
    byte[] expected = Kind.MOMENTUM.here(DIGITS, 2, OPTIONS, folder);
    Models_MomentumTrainer trainer = Kind.MOMENTUM.trainers().create(5);
    try (var shards = shards(rows())) {
      training.fit(trainer, shards, OPTIONS);
    }
    assertThat(Kind.state(trainer, folder)).isEqualTo(expected);
  }

  @Test
  void refusesAColumnOfAnotherTypeBeforeAJobStarts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shards(rows().withColumn("digit", col("digit").cast("bigint"))))
        .withMessage(
            "the column digit is of type bigint, expected int or smallint or tinyint. Cast it in"
                + " the dataset");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shards(rows().withColumn("pixels", col("digit"))))
        .withMessageStartingWith(
            "the column pixels is of type smallint, expected array<double> or array<float>");
  }

  @Test
  void refusesADatasetWithoutAColumn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shards(rows().drop("digit")))
        .withMessage(
            "there is no column digit among [source, pixels], expected int or smallint or tinyint");
  }

  @Test
  void refusesARowWithoutAValue() {
    Dataset<Row> rows = rows().withColumn("digit", lit(null).cast("int"));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> shards(rows))
        .withMessageContaining("a row has null in the column digit");
  }

  @Test
  void refusesARowOfAnotherLength() {
    Dataset<Row> rows = rows().withColumn("pixels", slice(col("pixels"), 1, 63));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> shards(rows))
        .withMessageContaining("pixels");
  }
}
