package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import dev.brisk.spark.Shards;
import dev.brisk.spark.SparkTraining;
import dev.brisk.tune.FinderResult;
import dev.brisk.tune.LearningRateFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FinderTest {
  private static final List<Digit> DIGITS = Digit.first(205);
  private static final int SHARDS = 3;

  private final JavaSparkContext spark = LocalSpark.context();
  @TempDir private Path folder;

  static List<Kind<?, ?>> all() {
    return Kind.all();
  }

  static List<Kind<?, ?>> two() {
    return List.of(Kind.MOMENTUM, Kind.SINGLE_ADAM);
  }

  /** Rates up to where it diverges, over more than an epoch. */
  private static <E extends Examples<E>> LearningRateFinder<E> few(LearningRateFinder<E> finder) {
    return finder.range(1e-3, 100).steps(14).batchSize(40);
  }

  private static <T extends Trainer<E>, E extends Examples<E>> void assertOneShardIsAsNone(
      Kind<T, E> kind) {
    E examples = kind.examples().create(DIGITS);
    LearningRateFinder<E> finder = few(LearningRateFinder.on(kind.trainers().create(5)));
    FinderResult found =
        SparkTraining.withoutSpark(kind.trainers()).findRate(finder, Shards.inMemory(examples, 1));
    assertThat(found).usingRecursiveComparison().isEqualTo(finder.run(examples));
    assertThat(found.losses()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("all")
  void overOneShardItFindsWhatItFindsWithoutShards(Kind<?, ?> kind) {
    assertOneShardIsAsNone(kind);
  }

  private <T extends Trainer<E>, E extends Examples<E>> void assertAsHere(Kind<T, E> kind)
      throws IOException {
    T trainer = kind.trainers().create(5);
    byte[] before = Kind.state(trainer, folder);
    LearningRateFinder<E> finder = few(LearningRateFinder.on(trainer)).seeds(1);
    SparkTraining<T, E> training = SparkTraining.on(spark, kind.trainers());
    FinderResult expected =
        training.findRate(finder, Shards.inMemory(kind.examples().create(DIGITS), SHARDS));
    try (var shards = training.shards(spark.parallelize(DIGITS, 2), SHARDS, kind.examples())) {
      assertThat(training.findRate(finder, shards)).usingRecursiveComparison().isEqualTo(expected);
    }
    assertThat(Kind.state(trainer, folder)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("two")
  void onSparkItFindsWhatItFindsOverAsManyShardsHere(Kind<?, ?> kind) throws IOException {
    assertAsHere(kind);
  }

  @Test
  void seedsMayHaveTrainersOfTheirOwnAndLossesBeOfHeldOutExamples() {
    var examples = Kind.MOMENTUM.examples().create(DIGITS);
    var heldOut = Kind.MOMENTUM.examples().create(Digit.between(205, 250));
    var finder =
        few(LearningRateFinder.on(Kind.MOMENTUM.trainers()::create))
            .seeds(1, 2)
            .validation(heldOut);
    assertThat(
            SparkTraining.withoutSpark(Kind.MOMENTUM.trainers())
                .findRate(finder, Shards.inMemory(examples, 1)))
        .usingRecursiveComparison()
        .isEqualTo(finder.run(examples));
  }

  @Test
  void theTrainerIsBroughtBackWhereAJobFails() throws IOException {
    Models_MomentumTrainer trainer = Kind.MOMENTUM.trainers().create(5);
    byte[] before = Kind.state(trainer, folder);
    var training =
        SparkTraining.<Models_MomentumTrainer, Models_MomentumTrainer.Examples>on(
            spark,
            seed -> {
              throw new IllegalStateException("no trainer to be had");
            });
    try (var shards =
        training.shards(spark.parallelize(DIGITS, 2), SHARDS, Kind.MOMENTUM.examples())) {
      assertThatIllegalStateException()
          .isThrownBy(() -> training.findRate(few(LearningRateFinder.on(trainer)), shards))
          .withMessageContaining("no trainer to be had");
    }
    assertThat(Kind.state(trainer, folder)).isEqualTo(before);
  }
}
