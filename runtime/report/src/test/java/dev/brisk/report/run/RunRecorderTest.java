package dev.brisk.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.brisk.Restore;
import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.report.chart.Line;
import dev.brisk.report.run.Phase.Kind;
import dev.brisk.report.run.Slope.Points;
import dev.brisk.runtime.EarlyStopping;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.RecoveryPlan;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.runtime.TrainingRun;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RunRecorderTest {
  private static final Fit FIT = Fit.epochs(3).batchSize(10).validation(Slope.points(7));

  private final Points points = Slope.points(100);
  private final Slope trainer = new Slope();
  private final RunRecorder recorder = new RunRecorder("slope");

  @Test
  void recordsLossAndRateOfEveryUpdate() {
    TrainingReport report = trainer.fit(points, FIT.shuffle(false).listener(recorder));
    RunRecord run = recorder.run();

    List<Double> losses = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    Slope other = new Slope();
    for (int t = 0; t < 30; t++) {
      rates.add(other.learningRate());
      losses.add(other.trainBatch(points, t % 10 * 10, t % 10 * 10 + 10));
    }
    assertThat(run.curves().loss().points().ys()).containsExactly(losses.toArray(Double[]::new));
    assertThat(run.curves().learningRate().points().ys())
        .containsExactly(rates.toArray(Double[]::new));
    assertThat(run.curves().loss().points().xs()).startsWith(0, 1).endsWith(29).hasSize(30);
    assertThat(run.curves().gradientNorm().points().size()).isZero();
    assertThat(run.epochs()).isEqualTo(report.epochs());
    assertThat(run.duration()).isEqualTo(report.duration());
    assertThat(run.ending()).isEqualTo("complete");
    assertThat(run.best()).hasValue(report.last());
    assertThat(run.phases())
        .extracting(Phase::kind)
        .containsExactly(Kind.WARM_UP, Kind.STABLE, Kind.CUT);
  }

  @Test
  void recordsGradientsAndUpdatesWhereItWatches() {
    trainer.fit(points, recorder.watching(Fit.steps(6).batchSize(100).overrideTraining()));
    RunRecord run = recorder.run();

    Slope other = new Slope();
    double[] slope = {1};
    double meanSquare = 0;
    for (double x : points.x()) {
      meanSquare += x * x / 100;
    }
    double[] norms = new double[6];
    double[] ratios = new double[6];
    for (int t = 0; t < 6; t++) {
      norms[t] = 2 * (3 - slope[0]) * meanSquare;
      ratios[t] = other.learningRateAt(t) * norms[t] / slope[0];
      slope[0] += other.learningRateAt(t) * norms[t];
    }
    assertThat(run.curves().gradientNorm().points().ys()).containsExactly(norms, within(1e-12));
    assertThat(run.curves().updateRatio().points().ys()).containsExactly(ratios, within(1e-12));
  }

  @Test
  void watchingChangesNothingButWhatIsKnown() {
    TrainingReport expected = trainer.fit(points, FIT);
    assertThat(new Slope().fit(points, recorder.watching(FIT)).epochs())
        .isEqualTo(expected.epochs());
  }

  @Test
  void knowsWhatTheRunWentByAndOnWhatItRan() {
    trainer.fit(points, FIT.listener(recorder));
    assertThat(recorder.run().configuration())
        .containsExactly(
            "@Optimizer(value = SGD, learningRate = 0.1)",
            "@Warmup(steps = 4)",
            "@Training(epochs = 3, batchSize = 10, examples = 100)",
            "seed 7, shuffled");
    assertThat(recorder.run().machine()).first().asString().startsWith("kernels: ");
  }

  @Test
  void hasTheFindingsOfAMonitorOfTheCaller() {
    List<Finding> told = new ArrayList<>();
    trainer.baseLearningRate(1e-9);
    trainer.fit(
        points, recorder.watching(Fit.epochs(60).batchSize(10), new TrainingMonitor(told::add)));
    assertThat(recorder.run().findings()).isNotEmpty().isEqualTo(told);
  }

  @Test
  void aFitThatFailsIsRecordedUpToThere() {
    points.y()[95] = Double.NaN;
    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> trainer.fit(points, recorder.watching(FIT.shuffle(false))));
    RunRecord run = recorder.run();
    assertThat(run.ending()).startsWith("failed: ").contains("NonFiniteLossException");
    assertThat(run.curves().loss().points().size()).isEqualTo(9);
    assertThat(run.epochs()).isEmpty();
    assertThat(run.findings()).isNotEmpty();
  }

  @Test
  void aRunThatIsTakenBackKeepsWhatStayed() {
    Slope recovering = new Slope(new RecoveryPlan(Restore.EPOCH_START, 0.1, 2, 10));
    recovering.baseLearningRate(20);
    recovering.fit(
        points, recorder.watching(Fit.epochs(2).batchSize(4).overrideTraining().shuffle(false)));
    RunRecord run = recorder.run();

    assertThat(run.recoveries()).isNotEmpty();
    assertThat(run.curves().loss().points().xs()).hasSize(50).isSorted();
    assertThat(run.curves().gradientNorm().points().xs())
        .containsExactly(run.curves().loss().points().xs());
    double first = new Slope().loss(points);
    assertThat(DoubleStream.of(run.curves().loss().points().ys()))
        .allMatch(loss -> loss < 10 * first);
  }

  @Test
  void recoveriesOfAFitThatFailsInTheEndAreKnown() {
    Slope recovering = new Slope(new RecoveryPlan(Restore.EPOCH_START, 0.5, 2, 10));
    points.y()[50] = Double.NaN;
    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> recovering.fit(points, FIT.listener(recorder)));
    assertThat(recorder.run().recoveries()).hasSize(2);
  }

  @Test
  void tellsHowItEnded() {
    trainer.fit(
        points,
        recorder.watching(
            Fit.epochs(90)
                .batchSize(10)
                .validation(Slope.points(7))
                .earlyStopping(EarlyStopping.patience(2).minDelta(100))));
    assertThat(recorder.run().ending()).isEqualTo("stopped early");
    assertThat(recorder.run().restoredEpoch()).hasValue(1);

    TrainingRun left = trainer.begin(points, recorder.watching(FIT));
    left.next();
    assertThat(recorder.run().ending()).isEqualTo("not at its end");
    assertThat(recorder.run().curves().loss().points().size()).isEqualTo(10);
  }

  @Test
  void anInterruptedRunIsRecorded() {
    FitListener interrupting =
        new FitListener() {
          @Override
          public void updated(FitProgress progress) {
            if (progress.step() == 14) {
              Thread.currentThread().interrupt();
            }
          }
        };
    trainer.fit(points, recorder.watching(FIT).listener(interrupting));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(recorder.run().ending()).isEqualTo("interrupted");
    assertThat(recorder.run().curves().loss().points().size()).isEqualTo(14);
    assertThat(recorder.run().epochs()).hasSize(2);
  }

  @Test
  void theNextFitIsRecordedInPlaceOfTheOneBefore() {
    Fit fit = recorder.watching(FIT);
    trainer.fit(points, fit);
    trainer.fit(points, fit);
    Line losses = recorder.run().curves().loss().points();
    assertThat(losses.xs()).startsWith(30).endsWith(59).hasSize(30);
  }

  @Test
  void refusesABlankName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunRecorder(" \t"))
        .withMessageContaining("name is blank");
  }

  @Test
  void hasNothingToTellBeforeAFit() {
    assertThatIllegalStateException()
        .isThrownBy(recorder::run)
        .withMessageContaining("nothing is recorded");
  }

  @Test
  void recordingAnUpdateAllocatesNothing() {
    var measuring = new Measuring();
    trainer.fit(
        Slope.points(Measuring.STEPS),
        recorder
            .watching(Fit.epochs(60).batchSize(1).overrideTraining())
            .listener(measuring)
            .timeBudget(Duration.ofSeconds(20)));
    assertThat(measuring.least).isZero();
  }

  /** Reads what the thread has allocated within an epoch, until it is nothing. */
  private static final class Measuring implements FitListener {
    static final int STEPS = 4000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long begun;
    private long least = Long.MAX_VALUE;

    @Override
    public void updated(FitProgress progress) {
      if (progress.examples() == 1) {
        begun = THREADS.getCurrentThreadAllocatedBytes();
      } else if (progress.examples() == STEPS) {
        least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - begun);
      }
    }
  }
}
