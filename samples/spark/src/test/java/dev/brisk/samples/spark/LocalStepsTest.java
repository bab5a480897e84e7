package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.runtime.Checkpoints;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.Trainer;
import dev.brisk.spark.Shards;
import dev.brisk.spark.SparkReport;
import dev.brisk.spark.SparkTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalStepsTest {
  private static final List<Digit> DIGITS = Digit.first(205);

  /** Rounds of three steps, two and one; the last of an epoch is on five examples. */
  private static final Fit OPTIONS = Fit.steps(7).batchSize(40);

  @TempDir private Path folder;
  private final JavaSparkContext spark = LocalSpark.context();
  private final Models_MomentumTrainer trainer = Kind.MOMENTUM.trainers().create(5);

  private final SparkTraining<Models_MomentumTrainer, Models_MomentumTrainer.Examples> training =
      SparkTraining.on(spark, Kind.MOMENTUM.trainers());

  private static Shards<Models_MomentumTrainer.Examples> shards(int count) {
    return Shards.inMemory(Kind.MOMENTUM.examples().create(DIGITS), count);
  }

  private static double[] parameters(Models_MomentumTrainer trainer) {
    double[] values = new double[trainer.layout().get(trainer.layout().size() - 1).end()];
    trainer.parameters(values);
    return values;
  }

  static List<Kind<?, ?>> kinds() {
    return Stream.concat(Kind.all().stream(), Stream.of(Kind.SCALED)).toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aRunOnSparkLeavesTheBitsOfOneOnThisMachine(Kind<?, ?> kind) throws IOException {
    byte[] expected = kind.localSteps(3).here(DIGITS, 3, OPTIONS, folder);
    assertThat(kind.localSteps(3).on(spark.parallelize(DIGITS, 2), 3, OPTIONS, folder))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Trainer<E>, E extends Examples<E>> void oneShardLeavesTheWeightsOfAFitOnExamples(
      Kind<T, E> kind) throws IOException {
    E examples = kind.examples().create(DIGITS);
    T plain = kind.trainers().create(5);
    plain.fit(examples, OPTIONS);
    T local = kind.trainers().create(5);
    SparkTraining.withoutSpark(kind.trainers())
        .localSteps(3)
        .fit(local, Shards.inMemory(examples, 1), OPTIONS);
    assertThat(weights(local)).isEqualTo(weights(plain));
  }

  private byte[] weights(Trainer<?> trained) throws IOException {
    Path file = folder.resolve("weights.npz");
    trained.saveParameters(file);
    return Files.readAllBytes(file);
  }

  @ParameterizedTest
  @MethodSource("linear")
  <T extends DoubleTrainer<E>, E extends Examples<E>>
      void oneStepAtATimeDoesTheUpdatesOfSynchronousMode(Kind<T, E> kind) {
    SparkTraining<T, E> without = SparkTraining.withoutSpark(kind.trainers());
    Shards<E> dealt = Shards.inMemory(kind.examples().create(DIGITS), 3);
    T synchronous = kind.trainers().create(5);
    without.fit(synchronous, dealt, OPTIONS);
    T local = kind.trainers().create(5);
    without.localSteps(1).fit(local, dealt, OPTIONS);

    int count = local.layout().get(local.layout().size() - 1).end();
    double[] expected = new double[count];
    synchronous.parameters(expected);
    double[] values = new double[count];
    local.parameters(values);
    assertThat(values).containsExactly(expected, within(1e-12));
  }

  /** Of these the mean of updates is the update by the mean. */
  static List<Kind<?, ?>> linear() {
    return List.of(Kind.SGD, Kind.MOMENTUM);
  }

  @Test
  void learnsWhatSynchronousModeLearns() {
    Fit options = Fit.epochs(12).batchSize(20);
    SparkReport report = training.localSteps(5).fit(trainer, shards(4), options);
    Models_MomentumTrainer other = Kind.MOMENTUM.trainers().create(5);
    SparkReport synchronous = training.fit(other, shards(4), options);

    assertThat(report.rounds()).isEqualTo(12 * 3);
    assertThat(synchronous.rounds()).isEqualTo(12 * 11);
    assertThat(report.training().steps()).isEqualTo(synchronous.training().steps());
    assertThat(training.loss(trainer, shards(4)))
        .isLessThan(0.5)
        .isLessThan(2 * training.loss(other, shards(4)));
  }

  /** The run ends after that step. */
  private static Fit lostAfter(int step, Fit options) {
    return options.listener(
        new FitListener() {
          @Override
          public void updated(FitProgress progress) {
            if (progress.step() == step) {
              Thread.currentThread().interrupt();
            }
          }
        });
  }

  @Test
  void aRunIsTakenUpAfterARoundWithTheSameBits() throws IOException {
    byte[] expected = Kind.MOMENTUM.localSteps(2).here(DIGITS, 3, OPTIONS, folder);
    Path kept = folder.resolve("kept");
    Fit options = OPTIONS.checkpoints(Checkpoints.in(kept).everySteps(1)).resumeFrom(kept);
    Kind.MOMENTUM.localSteps(2).here(DIGITS, 3, lostAfter(4, options), folder);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Kind.MOMENTUM.localSteps(2).here(DIGITS, 3, options, folder)).isEqualTo(expected);
  }

  @Test
  void stepsAreMeasuredAndToldAndTakenBack() {
    SparkReport report = training.localSteps().fit(trainer, shards(3), OPTIONS);
    assertThat(report.stepsAtOnce()).isBetween(1, 6);
    Models_MomentumTrainer again = Kind.MOMENTUM.trainers().create(5);
    training.localSteps(report.stepsAtOnce()).fit(again, shards(3), OPTIONS);
    assertThat(parameters(again)).isEqualTo(parameters(trainer));
  }

  @Test
  void aRunThatIsTakenUpKeepsTheStepsThatWereMeasured() {
    Path kept = folder.resolve("kept");
    Fit options = OPTIONS.checkpoints(Checkpoints.in(kept).everySteps(1)).resumeFrom(kept);
    trainer.attach("spark", Map.of("localSteps", "2")); // As if that had been measured.
    training.localSteps(2).fit(trainer, shards(3), lostAfter(4, options));
    assertThat(Thread.interrupted()).isTrue();

    Models_MomentumTrainer later = Kind.MOMENTUM.trainers().create(5);
    SparkReport report = training.localSteps().fit(later, shards(3), options);
    assertThat(report.stepsAtOnce()).isEqualTo(2);
    assertThat(report.rounds()).isEqualTo(2);
  }

  @Test
  void refusesABatchOfFewerExamplesThanShards() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.localSteps(2).fit(trainer, shards(4), Fit.steps(3).batchSize(3)))
        .withMessageStartingWith("an update is on 3 examples, fewer than the 4 shards");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.localSteps(0))
        .withMessage("steps is 0, expected at least 1");
    assertThat(trainer.stepCount()).isZero();
  }

  @Test
  void refusesAMonitorWhichWouldSeeNothing() {
    Fit watched = OPTIONS.monitor(new TrainingMonitor());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.localSteps(2).fit(trainer, shards(4), watched))
        .withMessageStartingWith("there is a monitor, which looks at the gradient of each update");
  }

  @Test
  void aLossThatIsNotFiniteIsThatOfOneMachineAndChangesNothing() {
    double[] values = parameters(trainer);
    values[3] = Double.NaN;
    trainer.setParameters(values);
    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> training.localSteps(2).fit(trainer, shards(3), OPTIONS))
        .withMessageStartingWith("the loss of step 0 is NaN");
    assertThat(parameters(trainer)).isEqualTo(values);
    assertThat(trainer.stepCount()).isZero();
  }

  @Test
  void theRateFollowsTheGlobalBatch() {
    Models_ScaledTrainer scaled = Kind.SCALED.trainers().create(5);
    SparkReport report =
        SparkTraining.on(spark, Kind.SCALED.trainers())
            .localSteps(2)
            .fit(scaled, Shards.inMemory(Kind.SCALED.examples().create(DIGITS), 4), OPTIONS);
    assertThat(report.training().last().learningRate()).isEqualTo(0.05 * 4);
    assertThat(report.toString())
        .startsWith("205 examples in 4 shards; 2 local steps, then their mean; 4 rounds\n")
        .contains(
            "@BatchScaling: an update is on 40 examples, about 10 of each shard, in place of 10; the"
                + " rate is 0.2 in place of 0.05. That asks for @Warmup(steps = 30, startFactor ="
                + " 0.25); the model has one of 4 steps.\n");
  }
}
