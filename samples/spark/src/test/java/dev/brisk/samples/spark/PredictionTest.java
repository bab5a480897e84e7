package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.runtime.ParameterLayout;
import dev.brisk.spark.SparkTraining;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class PredictionTest {
  private static final List<Digit> DIGITS = Digit.first(101);

  private final JavaSparkContext spark = LocalSpark.context();
  private final Models_MomentumTrainer trainer = Kind.MOMENTUM.trainers().create(5);
  private final SparkTraining<Models_MomentumTrainer, Models_MomentumTrainer.Examples> training =
      SparkTraining.on(spark, Kind.MOMENTUM.trainers());
  private final List<Integer> expected =
      Arrays.stream(trainer.classify(Kind.MOMENTUM.examples().create(DIGITS))).boxed().toList();

  private static Dataset<Row> rows() {
    List<Row> rows =
        DIGITS.stream()
            .map(digit -> RowFactory.create(digit.digit() + 100L, digit.pixels()))
            .toList();
    return LocalSpark.session()
        .createDataFrame(
            rows,
            new StructType()
                .add("id", DataTypes.LongType)
                .add("pixels", DataTypes.createArrayType(DataTypes.DoubleType)));
  }

  private Dataset<Row> predicted(Dataset<Row> rows, String column, String... unread) {
    return training.predict(
        trainer, rows, column, DataTypes.IntegerType, Models_MomentumTrainer::classify, unread);
  }

  @Test
  void recordsKeepTheirOrder() {
    JavaRDD<Digit> digits = spark.parallelize(DIGITS, 3);
    JavaRDD<Integer> predictions =
        training.predict(trainer, digits, (net, digit) -> net.classify(digit.pixels()));
    assertThat(predictions.collect()).isEqualTo(expected);
  }

  @Test
  void areMadeByTheParametersOfTheTimeWhenTheyWereAskedFor() {
    JavaRDD<Integer> predictions =
        training.predict(
            trainer, spark.parallelize(DIGITS, 2), (net, digit) -> net.classify(digit.pixels()));
    trainer.setParameters(new double[ParameterLayout.count(trainer.layout())]);
    assertThat(predictions.collect()).isEqualTo(expected);
  }

  @Test
  void aDatasetGetsAColumnAndNeedsNoLabels() {
    Dataset<Row> predicted = predicted(rows(), "guess", "digit");
    assertThat(predicted.columns()).containsExactly("id", "pixels", "guess");
    List<Row> read = predicted.collectAsList();
    assertThat(read).extracting(row -> row.<Integer>getAs("guess")).isEqualTo(expected);
    assertThat(read.get(7).getLong(0)).isEqualTo(DIGITS.get(7).digit() + 100L);
  }

  @Test
  void refusesADatasetWithoutWhatIsRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> predicted(rows(), "guess"))
        .withMessageStartingWith("there is no column digit among [id, pixels]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> predicted(rows(), "guess", "label"))
        .withMessage("unread are [label], expected names among [pixels, digit]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> predicted(rows(), "id", "digit"))
        .withMessage("column is id, and the dataset has one of that name already");
  }
}
