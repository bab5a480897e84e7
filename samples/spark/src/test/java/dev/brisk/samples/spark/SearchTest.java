package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import dev.brisk.spark.ExamplesFactory;
import dev.brisk.spark.SparkTraining;
import dev.brisk.tune.GridSearch;
import dev.brisk.tune.Outcome;
import dev.brisk.tune.Outcome.Status;
import dev.brisk.tune.Search;
import dev.brisk.tune.SearchResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchTest {
  private static final List<Digit> DIGITS = Digit.first(101);
  private static final List<Digit> HELD_OUT = Digit.between(101, 140);
  private static final Kind<Models_MomentumTrainer, Models_MomentumTrainer.Examples> KIND =
      Kind.MOMENTUM;

  private final JavaSparkContext spark = LocalSpark.context();
  private final JavaRDD<Digit> digits = spark.parallelize(DIGITS, 3);
  private final JavaRDD<Digit> heldOut = spark.parallelize(HELD_OUT, 2);
  private final SparkTraining<Models_MomentumTrainer, Models_MomentumTrainer.Examples> training =
      SparkTraining.on(spark, KIND.trainers());

  static List<Kind<?, ?>> kinds() {
    return List.of(Kind.MOMENTUM, Kind.SINGLE_ADAM);
  }

  /** Three candidates, of which one goes on after two epochs, and one diverges. */
  private static <E extends Examples<E>> GridSearch<E> halved(GridSearch<E> search) {
    return search.rates(0.01, 0.1, 1e200).batchSizes(20).epochs(4).seeds(0, 1).halving(2);
  }

  private static <T extends Trainer<E>, E extends Examples<E>> SearchResult here(
      Kind<T, E> kind, Search<E, ?> search) {
    return search.run(kind.examples().create(DIGITS), kind.examples().create(HELD_OUT));
  }

  private <T extends Trainer<E>, E extends Examples<E>> void assertTheSame(Kind<T, E> kind) {
    SparkTraining<T, E> training = SparkTraining.on(spark, kind.trainers());
    GridSearch<E> search = halved(training.gridSearch());
    SearchResult expected = here(kind, search);
    assertThat(training.search(search, digits, heldOut, kind.examples())).isEqualTo(expected);
    assertThat(expected.ranked())
        .extracting(Outcome::status)
        .containsExactly(Status.COMPLETE, Status.STOPPED, Status.DIVERGED);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aGridSearchGivesTheResultOfOneOnThisMachine(Kind<?, ?> kind) {
    assertTheSame(kind);
  }

  @Test
  void aRandomSearchByAMetricDoesToo() {
    var search =
        training
            .randomSearch()
            .ratesBetween(1e-3, 1)
            .candidates(3)
            .batchSizes(20, 40)
            .epochs(2)
            .maximize("accuracy");
    assertThat(training.search(search, digits, heldOut, KIND.examples()))
        .isEqualTo(here(KIND, search));
  }

  private static Dataset<Row> rows(List<Digit> digits, DataType label) {
    return LocalSpark.session()
        .createDataFrame(
            digits.stream()
                .map(
                    digit ->
                        label == DataTypes.ShortType
                            ? RowFactory.create((short) digit.digit(), digit.pixels())
                            : RowFactory.create(digit.digit(), digit.pixels()))
                .toList(),
            new StructType()
                .add("digit", label)
                .add("pixels", DataTypes.createArrayType(DataTypes.DoubleType)));
  }

  @Test
  void columnsOfDatasetsAreTakenByTheirNames() {
    var search = training.gridSearch().rates(0.03, 0.1).batchSizes(20).epochs(2);
    assertThat(
            training.search(
                search, rows(DIGITS, DataTypes.IntegerType), rows(HELD_OUT, DataTypes.ShortType)))
        .isEqualTo(here(KIND, search));
  }

  private static final AtomicInteger MADE = new AtomicInteger();

  @Test
  void aProcessMakesItsExamplesOnceForAllTasks() {
    MADE.set(0);
    ExamplesFactory<Digit, Models_MomentumTrainer.Examples> counted =
        records -> {
          MADE.incrementAndGet();
          return KIND.examples().create(records);
        };
    training.search(halved(training.gridSearch()), digits, heldOut, counted);
    assertThat(MADE).hasValue(2);
  }

  @Test
  void whatATaskThrowsComesOutWithItsMessage() {
    var search = training.gridSearch().rates(0.1).epochs(1);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                training.search(
                    search,
                    digits,
                    heldOut,
                    records -> {
                      throw new IllegalArgumentException("a digit is upside down");
                    }))
        .withMessageContaining("a digit is upside down");
    assertThatIllegalStateException()
        .isThrownBy(
            () -> training.search(search.maximize("precision"), digits, heldOut, KIND.examples()))
        .withMessageContaining("metric is precision, the model has [accuracy]");
  }

  @Test
  void refusesNoRecords() {
    JavaRDD<Digit> none = spark.emptyRDD();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                training.search(
                    training.gridSearch().rates(0.1).epochs(1), digits, none, KIND.examples()))
        .withMessage("validation has no records, expected at least 1");
  }

  private static CountDownLatch begun = new CountDownLatch(0);

  @Test
  void anInterruptEndsTheSearchAndItsTasks() {
    begun = new CountDownLatch(3); // One run is begun to look at it, then both are.
    SparkTraining<Models_MomentumTrainer, Models_MomentumTrainer.Examples> endless =
        SparkTraining.on(
            spark,
            seed -> {
              begun.countDown();
              return KIND.trainers().create(seed);
            });
    var search = endless.gridSearch().rates(1e-9).epochs(Integer.MAX_VALUE).seeds(0, 1);
    CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                endless.search(search, digits, heldOut, KIND.examples());
              } catch (CancellationException e) {
                cancelled.complete(Thread.currentThread().isInterrupted());
              }
            });
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          caller.start();
          begun.await();
          caller.interrupt();
          assertThat(cancelled.get()).isTrue();
          // There are two threads for tasks. Were they not free, this would never end.
          assertThat(spark.parallelize(List.of(1, 2), 2).count()).isEqualTo(2);
        });
  }
}
