package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.Restore;
import dev.brisk.runtime.Line.Points;
import dev.brisk.runtime.TrainingReport.Epoch;
import dev.brisk.schedule.Plateau;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits that are validated after some epochs only. */
class ValidationIntervalTest {
  @TempDir private Path folder;

  private final Points points = Line.points(30);
  private final Fit everyThird = Fit.epochs(7).validation(Line.points(7)).validateEvery(3);

  @Test
  void validatesThoseEpochsAndTheLast() {
    assertThat(validated(new Line(7, RunPlan.OPEN).fit(points, everyThird)))
        .containsExactly(3, 6, 7);
  }

  @Test
  void countsTheEpochsOfTheRun() {
    Line line = new Line(7, RunPlan.OPEN);
    line.fit(points, Fit.epochs(2));
    assertThat(validated(line.fit(points, everyThird))).containsExactly(5, 8, 9);
  }

  @Test
  void validatesAnEpochThatIsCutShort() {
    Fit fit = Fit.steps(5).batchSize(8).validation(Line.points(7)).validateEvery(10);
    assertThat(validated(new Line(7, RunPlan.OPEN).fit(points, fit))).containsExactly(2);
  }

  @Test
  void trainsAsOneThatIsValidatedAlways() {
    Line some = new Line(7, RunPlan.OPEN);
    Line all = new Line(7, RunPlan.OPEN);
    some.fit(points, everyThird);
    all.fit(points, everyThird.validateEvery(1));
    assertThat(some.slope).isEqualTo(all.slope);
  }

  @Test
  void refusesAnIntervalBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> everyThird.validateEvery(0))
        .withMessage("epochs is 0, expected at least 1");
  }

  /** A patience of one bad value: validations at 2, 4, and 6 are one better and two bad. */
  @Test
  void aPlateauSeesTheEpochsThatAreValidated() {
    List<Double> rates = new ArrayList<>();
    Line line = new Cut("count");
    Fit fit = Fit.epochs(8).validation(Line.points(7)).validateEvery(2);
    line.fit(points, fit.onEpoch(epoch -> rates.add(line.learningRate())));
    assertThat(rates).containsExactly(0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05);
  }

  @Test
  void aPlateauThatWatchesTheLossDoesNotTakeThatOfTheTrainingInBetween() {
    Points worse = new Points(new double[] {0, 1}, new double[] {100, 100});
    List<Double> rates = new ArrayList<>();
    Line line = new Cut("");
    // The loss of these held-out examples is above that of the training throughout.
    Fit fit = Fit.epochs(5).validation(worse).validateEvery(2);
    line.fit(points, fit.onEpoch(epoch -> rates.add(line.learningRate())));
    assertThat(rates).containsOnly(0.1);
  }

  @Test
  void theBestCheckpointIsOfAnEpochThatIsValidated() {
    Points worse = new Points(new double[] {0, 1}, new double[] {100, 100});
    Line line = new Line(7, RunPlan.OPEN);
    List<Double> slopes = new ArrayList<>();
    line.fit(
        points,
        Fit.epochs(3)
            .validation(worse)
            .validateEvery(2)
            .checkpoints(Checkpoints.in(folder).keepBest())
            .onEpoch(epoch -> slopes.add(line.slope)));
    List<Epoch> epochs = line.history();
    int best = loss(epochs.get(1)) <= loss(epochs.get(2)) ? 1 : 2;

    Line restored = new Line(1, RunPlan.OPEN);
    restored.restore(folder.resolve("best.safetensors"));
    assertThat(restored.slope).isEqualTo(slopes.get(best));
    assertThat(epochs.get(0).trainLoss()).isLessThan(loss(epochs.get(best)));
  }

  /** The best epoch by the validation is 2; the training loss of 3 is lower than its value. */
  @Test
  void aRecoveryGoesBackToAnEpochThatIsValidated() {
    Points worse = new Points(new double[] {0, 1}, new double[] {100, 100});
    Points spoilt = Line.points(30);
    Line line =
        new Line(7, RunPlan.OPEN) {
          @Override
          protected RecoveryPlan recovery() {
            return new RecoveryPlan(Restore.BEST_EPOCH, 0.1, 1, 4);
          }
        };
    TrainingReport report =
        line.fit(
            spoilt,
            Fit.epochs(5).validation(worse).validateEvery(2).listener(new SpoilOnce(spoilt, 3)));
    assertThat(report.recoveries()).extracting(Recovery::restoredStep).containsExactly(2L);
  }

  private static double loss(Epoch epoch) {
    return epoch.validationLoss().orElseThrow();
  }

  private static List<Integer> validated(TrainingReport report) {
    return report.epochs().stream()
        .filter(epoch -> epoch.validationLoss().isPresent())
        .map(Epoch::epoch)
        .toList();
  }

  /** A line whose rate is halved where what it watches does not fall. */
  private static final class Cut extends Line {
    private final String monitor;

    Cut(String monitor) {
      super(7, RunPlan.OPEN);
      this.monitor = monitor;
    }

    @Override
    protected Plateau plateau() {
      return new Plateau(0.5, 1, 0, false, 0, 0, false);
    }

    @Override
    protected String monitor() {
      return monitor;
    }

    @Override
    protected double scheduledRate(double base, long t) {
      return plateauRate(base);
    }
  }

  /** Makes a label absurd after an epoch, for one update that explodes. */
  private static final class SpoilOnce implements FitListener {
    private final Points points;
    private final int epoch;
    private final double label;

    SpoilOnce(Points points, int epoch) {
      this.points = points;
      this.epoch = epoch;
      this.label = points.y()[0];
    }

    @Override
    public void completed(FitProgress progress, Epoch completed) {
      points.y()[0] = completed.epoch() == epoch ? 1e6 : label;
    }

    @Override
    public void updated(FitProgress progress) {
      points.y()[0] = label;
    }
  }
}
