package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.Restore;
import dev.brisk.runtime.Line.Points;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a fit ends, and what it leaves. */
class FitEndTest {
  /** Four updates of an epoch. */
  private static final Fit FIT = Fit.epochs(6).batchSize(8);

  /** A metric that is the same for ever, so that the first epoch is the best. */
  private static final EarlyStopping CONSTANT = EarlyStopping.patience(2).minimize("count");

  @TempDir private Path folder;

  private final Points points = Line.points(30);
  private final Points held = Line.points(7);
  private final Line line = new Line(7, RunPlan.OPEN);

  @Test
  void aFitThatDoesAllIsComplete() {
    TrainingReport report = line.fit(points, FIT);
    assertThat(report.end()).isEqualTo(End.COMPLETE);
    assertThat(report.restoredEpoch()).isEmpty();
  }

  @Test
  void aRunThatIsTakenEpochByEpochIsOpenUntilItsEnd() {
    TrainingRun run = line.begin(points, Fit.epochs(2));
    run.next();
    assertThat(run.report().end()).isEqualTo(End.OPEN);
    run.next();
    assertThat(run.report().end()).isEqualTo(End.COMPLETE);
  }

  @Test
  void aFitOfStepsEndsWithinAnEpochThatCounts() {
    TrainingReport report = line.fit(points, Fit.steps(6).batchSize(8).validation(held));

    assertThat(line.batches).containsExactly(8, 8, 8, 6, 8, 8);
    assertThat(report.end()).isEqualTo(End.COMPLETE);
    assertThat(report.epochs()).extracting(Epoch::steps).containsExactly(4L, 6L);
    assertThat(report.last().validationLoss()).isPresent();
    assertThat(line.fit(points, FIT).epochs()).extracting(Epoch::epoch).contains(3, 8);
  }

  @Test
  void theSchedulesOfAFitOfStepsAreAsLongAsItIs() {
    TrainingRun run = line.begin(points, Fit.steps(6).batchSize(8));
    assertThat(line.runEnd()).isEqualTo(6);
    assertThat(run.plan().epochs()).isEqualTo(2);
    assertThat(line.learningRateAt(6)).isEqualTo(0.05);
  }

  @Test
  void aFitOfTheStepsOfWholeEpochsIsThatOfThoseEpochs() {
    Line other = new Line(7, RunPlan.OPEN);
    List<Epoch> epochs = other.fit(points, FIT).epochs();
    assertThat(line.fit(points, Fit.steps(24).batchSize(8)).epochs()).isEqualTo(epochs);
    assertThat(line.slope).isEqualTo(other.slope);
  }

  @Test
  void refusesStepsOtherThanThoseThatAreDeclared() {
    Line declared = new Line(7, new RunPlan(4, 8, 30));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> declared.fit(points, Fit.steps(15)))
        .withMessageStartingWith("steps is 15, @Training declares 16. ");
    assertThat(declared.fit(points, Fit.steps(15).overrideTraining()).steps()).isEqualTo(15);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fit.steps(0))
        .withMessage("updates is 0, expected at least 1");
  }

  @Test
  void endsAfterTheUpdateWithWhichTheTimeIsOver() {
    TrainingReport report = line.fit(points, FIT.validation(held).timeBudget(Duration.ofNanos(1)));
    assertThat(report.end()).isEqualTo(End.TIME);
    assertThat(line.batches).containsExactly(8);
    assertThat(report.epochs()).extracting(Epoch::steps).containsExactly(1L);
    assertThat(report.last().validationLoss()).isPresent();
    assertThat(line.learningRate()).isEqualTo(0.1 * (1 - 0.5 / 24));
  }

  @Test
  void enoughTimeChangesNothing() {
    Duration forever = ChronoUnit.FOREVER.getDuration();
    assertThat(line.fit(points, FIT.timeBudget(forever)).end()).isEqualTo(End.COMPLETE);
    assertThat(line.fit(points, Fit.steps(1).timeBudget(Duration.ofNanos(1))).end())
        .isEqualTo(End.COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void aTimeIsMoreThanNothing(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIT.timeBudget(time))
        .withMessage("time is " + time + ", expected more than 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIT.stopOnShutdown(time))
        .withMessage("atMost is " + time + ", expected more than 0");
  }

  @Test
  void anInterruptEndsTheRunAfterTheUpdateAndStays() {
    TrainingReport report = line.fit(points, FIT.listener(new InterruptAt(6)));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.end()).isEqualTo(End.INTERRUPTED);
    assertThat(report.steps()).isEqualTo(6).isEqualTo(line.stepCount());
    assertThat(report.epochs()).hasSize(2);
  }

  @Test
  void anInterruptInTheLastUpdateChangesNothing() {
    TrainingReport report = line.fit(points, FIT.listener(new InterruptAt(24)));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.end()).isEqualTo(End.COMPLETE);
  }

  @Test
  void anInterruptedRunHasNoNextEpoch() {
    TrainingRun run = line.begin(points, FIT.listener(new InterruptAt(2)));
    run.next();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.hasNext()).isFalse();
    assertThat(run.report().end()).isEqualTo(End.INTERRUPTED);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(run::next)
        .withMessage("the run was ended after epoch 1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 6, 11, 12})
  void whereverItIsInterruptedItGoesOnFromItsCheckpointAsIfNothingHadBeen(long step) {
    Fit fit = FIT.validation(held).validateEvery(2).earlyStopping(CONSTANT);
    Line whole = new Line(7, RunPlan.OPEN);
    TrainingReport expected = whole.fit(points, fit);
    assertThat(expected.end()).isEqualTo(End.COMPLETE);

    Fit saving = fit.checkpoints(Checkpoints.in(folder)).resumeFrom(folder);
    line.fit(points, saving.listener(new InterruptAt(step)));
    assertThat(Thread.interrupted()).isTrue();
    Line resumed = new Line(1, RunPlan.OPEN);
    TrainingReport report = resumed.fit(points, saving);

    assertSame(report, expected, resumed, whole);
  }

  @Test
  void endsEarlyAndBringsTheBestEpochBack() {
    TrainingRun run = new Line(7, RunPlan.OPEN).begin(points, FIT.validation(held));
    List<Double> slopes = new ArrayList<>();
    Fit fit = FIT.validation(held).earlyStopping(CONSTANT).onEpoch(e -> slopes.add(line.slope));
    TrainingReport report = line.fit(points, fit);

    assertThat(report.end()).isEqualTo(End.EARLY);
    assertThat(report.restoredEpoch()).hasValue(1);
    assertThat(report.epochs()).hasSize(3).startsWith(run.next());
    assertThat(slopes).hasSize(3).doesNotHaveDuplicates();
    assertThat(line.slope).isEqualTo(slopes.get(0));
    assertThat(line.stepCount()).isEqualTo(4);
  }

  @Test
  void aFitAfterAnEarlyEndGoesOnFromTheBestEpochAndCountsOn() {
    line.fit(points, FIT.validation(held).earlyStopping(CONSTANT));
    TrainingReport report = line.fit(points, Fit.epochs(1).batchSize(8));
    assertThat(report.epochs()).hasSize(4);
    assertThat(report.steps()).isEqualTo(8);
    assertThat(report.restoredEpoch()).isEmpty();
  }

  @Test
  void bringsTheBestEpochBackWhereItIsNotEndedEarlyToo() {
    TrainingReport report =
        line.fit(points, Fit.epochs(2).batchSize(8).validation(held).earlyStopping(CONSTANT));
    assertThat(report.end()).isEqualTo(End.COMPLETE);
    assertThat(report.restoredEpoch()).hasValue(1);
    assertThat(line.stepCount()).isEqualTo(4);
  }

  @Test
  void keepsTheLastWeightsWhereTheyAreWanted() {
    TrainingReport report =
        line.fit(points, FIT.validation(held).earlyStopping(CONSTANT.keepLast()));
    assertThat(report.end()).isEqualTo(End.EARLY);
    assertThat(report.restoredEpoch()).isEmpty();
    assertThat(line.stepCount()).isEqualTo(12);
  }

  @Test
  void aRunThatEndedEarlyHasNoNextEpoch() {
    TrainingRun run = line.begin(points, FIT.validation(held).earlyStopping(CONSTANT));
    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(run.hasNext()).isTrue();
      run.next();
    }
    assertThat(run.hasNext()).isFalse();
    assertThat(run.report().end()).isEqualTo(End.EARLY);
    assertThat(run.report().restoredEpoch()).hasValue(1);
  }

  @Test
  void refusesAStoppingThatHasNothingToWatchAndChangesNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line.fit(points, FIT.earlyStopping(CONSTANT)))
        .withMessageContaining("there are none. Give some, Fit.validation(held)");
    assertThat(line.batches).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 9, 11})
  void aResumedRunEndsEarlyAsOneThatNeverStopped(long step) {
    Fit fit = FIT.validation(held).earlyStopping(CONSTANT);
    Line whole = new Line(7, RunPlan.OPEN);
    TrainingReport expected = whole.fit(points, fit);
    assertThat(expected.end()).isEqualTo(End.EARLY);

    Fit saving = fit.checkpoints(Checkpoints.in(folder)).resumeFrom(folder);
    line.fit(points, saving.listener(new InterruptAt(step)));
    assertThat(Thread.interrupted()).isTrue();
    Line resumed = new Line(1, RunPlan.OPEN);
    assertSame(resumed.fit(points, saving), expected, resumed, whole);

    Line again = new Line(1, RunPlan.OPEN);
    assertSame(again.fit(points, saving), expected, again, whole);
    assertThat(again.batches).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 5})
  void aResumedRunOfStepsEndsAsOneThatNeverStopped(long step) {
    Fit fit = Fit.steps(6).batchSize(8).validation(held);
    Line whole = new Line(7, RunPlan.OPEN);
    TrainingReport expected = whole.fit(points, fit);

    Fit saving = fit.checkpoints(Checkpoints.in(folder)).resumeFrom(folder);
    line.fit(points, saving.listener(new InterruptAt(step)));
    assertThat(Thread.interrupted()).isTrue();
    Line resumed = new Line(1, RunPlan.OPEN);
    assertSame(resumed.fit(points, saving), expected, resumed, whole);

    Line again = new Line(1, RunPlan.OPEN);
    assertSame(again.fit(points, saving), expected, again, whole);
    assertThat(again.batches).isEmpty();
  }

  /** The first update explodes, and is repeated; so is the one that is interrupted. */
  @Test
  void aRunThatIsTakenBackWhenItIsToEndDoesOneUpdate() {
    Points exploding = Line.points(8);
    Line recovering = new Recovering(7);
    TrainingReport report =
        recovering.fit(
            exploding, FIT.listener(new Explosion(exploding, 2)).listener(new InterruptAt(3)));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.end()).isEqualTo(End.INTERRUPTED);
    assertThat(report.recoveries()).hasSize(1);
    assertThat(report.steps()).isEqualTo(3);
    assertThat(report.last().trainLoss()).isFinite();
  }

  @Test
  void aResumedRunKnowsThatItWasTakenBack() {
    Points exploding = Line.points(8);
    Fit fit = FIT.checkpoints(Checkpoints.in(folder)).resumeFrom(folder);
    TrainingReport report =
        new Recovering(7)
            .fit(exploding, fit.listener(new Explosion(exploding, 2)).listener(new InterruptAt(4)));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.recoveries()).hasSize(1);

    TrainingReport resumed = new Recovering(1).fit(exploding, fit);
    assertThat(resumed.end()).isEqualTo(End.COMPLETE);
    assertThat(resumed.recoveries()).isEqualTo(report.recoveries());
  }

  private static void assertSame(
      TrainingReport report, TrainingReport expected, Line resumed, Line whole) {
    assertThat(report.end()).isEqualTo(expected.end());
    assertThat(report.restoredEpoch()).isEqualTo(expected.restoredEpoch());
    assertThat(report.epochs()).isEqualTo(expected.epochs());
    assertThat(resumed.slope).isEqualTo(whole.slope);
    assertThat(resumed.intercept).isEqualTo(whole.intercept);
    assertThat(resumed.stepCount()).isEqualTo(whole.stepCount());
  }

  /** Interrupts the thread of the fit when so many updates are done. */
  private record InterruptAt(long step) implements FitListener {
    @Override
    public void updated(FitProgress progress) {
      if (progress.step() == step) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class Recovering extends Line {
    Recovering(long seed) {
      super(seed, RunPlan.OPEN);
    }

    @Override
    protected RecoveryPlan recovery() {
      return new RecoveryPlan(Restore.EPOCH_START, 0.5, 1, 4);
    }
  }

  /** Makes a label absurd after an update, for the one that follows. */
  private record Explosion(Points points, long step) implements FitListener {
    @Override
    public void updated(FitProgress progress) {
      points.y()[0] = progress.step() == step && points.y()[0] == -1 ? 1e6 : -1;
    }
  }
}
