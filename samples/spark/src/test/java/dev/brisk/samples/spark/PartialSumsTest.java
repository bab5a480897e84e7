package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.Trainer;
import dev.brisk.samples.spark.Kind.Mode;
import dev.brisk.spark.Shards;
import dev.brisk.spark.SparkTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartialSumsTest {
  private static final List<Digit> DIGITS = Digit.first(85);
  private static final Fit OPTIONS = Fit.steps(5).batchSize(20);
  private static final int SHARDS = 5;
  private static final int GROUPS = 2;

  @TempDir private Path folder;
  private final JavaSparkContext spark = LocalSpark.context();

  static List<Kind<?, ?>> kinds() {
    return List.of(Kind.MOMENTUM, Kind.SINGLE_ADAM);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Trainer<E>, E extends Examples<E>> void aRunOnSparkLeavesTheBitsOfOneOnThisMachine(
      Kind<T, E> kind) throws IOException {
    for (Mode<T, E> mode :
        List.of(
            new Mode<>(kind, training -> training.partialSums(GROUPS)),
            new Mode<>(kind, training -> training.partialSums(GROUPS).localSteps(2)))) {
      byte[] expected = mode.here(DIGITS, SHARDS, OPTIONS, folder);
      assertThat(mode.on(spark.parallelize(DIGITS, 2), SHARDS, OPTIONS, folder))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Trainer<E>, E extends Examples<E>> void groupsChangeTheRoundingAlone(Kind<T, E> kind) {
    SparkTraining<T, E> training = SparkTraining.withoutSpark(kind.trainers());
    Shards<E> shards = Shards.inMemory(kind.examples().create(DIGITS), SHARDS);
    double loss = fitted(training, kind, shards);
    assertThat(fitted(training.partialSums(GROUPS), kind, shards)).isCloseTo(loss, within(1e-5));
    assertThat(fitted(training.partialSums(SHARDS), kind, shards)).isEqualTo(loss);

    double local = fitted(training.localSteps(2), kind, shards);
    assertThat(fitted(training.localSteps(2).partialSums(GROUPS), kind, shards))
        .isCloseTo(local, within(1e-5));
  }

  private static <T extends Trainer<E>, E extends Examples<E>> double fitted(
      SparkTraining<T, E> training, Kind<T, E> kind, Shards<E> shards) {
    T trainer = kind.trainers().create(5);
    training.fit(trainer, shards, OPTIONS);
    return training.loss(trainer, shards);
  }

  @Test
  void aLossThatIsNotFiniteInAGroupIsRefused() {
    Models_MomentumTrainer trainer = Kind.MOMENTUM.trainers().create(5);
    double[] values = new double[trainer.layout().get(trainer.layout().size() - 1).end()];
    values[0] = Double.NaN;
    trainer.setParameters(values);
    var training =
        SparkTraining.withoutSpark(Kind.MOMENTUM.trainers()).partialSums(GROUPS).localSteps(2);
    Shards<Models_MomentumTrainer.Examples> shards =
        Shards.inMemory(Kind.MOMENTUM.examples().create(DIGITS), SHARDS);
    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> training.fit(trainer, shards, OPTIONS));
    assertThat(trainer.stepCount()).isZero();
  }

  @Test
  void refusesNoGroups() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparkTraining.withoutSpark(Kind.SGD.trainers()).partialSums(0))
        .withMessage("groups is 0, expected at least 1");
  }
}
