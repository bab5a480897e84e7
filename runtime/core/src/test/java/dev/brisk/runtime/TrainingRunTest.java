package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.runtime.Line.Points;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A fit that is taken epoch by epoch. */
class TrainingRunTest {
  private static final Fit FIT = Fit.epochs(3).batchSize(8).validation(Line.points(7));

  private final Points points = Line.points(30);
  private final Line line = new Line(7, RunPlan.OPEN);

  @Test
  void takenToItsEndItIsAFit() {
    Line fitted = new Line(7, RunPlan.OPEN);
    TrainingReport report = fitted.fit(points, FIT);

    TrainingRun run = line.begin(points, FIT);
    List<Epoch> epochs = new ArrayList<>();
    run.forEachRemaining(epochs::add);

    assertThat(epochs).isEqualTo(report.epochs());
    assertThat(run.report().epochs()).isEqualTo(report.epochs());
    assertThat(line.seen).isEqualTo(fitted.seen);
    assertThat(line.slope).isEqualTo(fitted.slope);
    assertThat(line.intercept).isEqualTo(fitted.intercept);
  }

  @Test
  void schedulesAreThoseOfTheWholeRun() {
    TrainingRun run = line.begin(points, FIT);
    run.next();
    assertThat(line.runEnd()).isEqualTo(12);
    assertThat(line.learningRate()).isEqualTo(0.1 * (1 - 0.5 * 4 / 12));
  }

  @Test
  void ownUpdatesBetweenTwoEpochsCount() {
    TrainingRun run = line.begin(points, FIT);
    run.next();
    line.trainBatch(points, 0, 1);
    assertThat(run.next().steps()).isEqualTo(9);
  }

  @Test
  void tellsWhatIsPlanned() {
    TrainingRun run = new Line(7, new RunPlan(4, 8, 30, 2)).begin(points, Fit.asDeclared());
    assertThat(run.plan()).isEqualTo(new RunPlan(4, 8, 30, 2));
    assertThat(line.begin(points, Fit.epochs(2)).plan()).isEqualTo(new RunPlan(2, 32, 30));
  }

  @Test
  void endsWithTheLastEpoch() {
    TrainingRun run = line.begin(points, Fit.epochs(2));
    run.next();
    assertThat(run.hasNext()).isTrue();
    run.next();
    assertThat(run.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(run::next)
        .withMessage("all 2 epochs are complete");
  }

  @Test
  void aNewRunTakesThePlaceOfTheOld() {
    TrainingRun old = line.begin(points, FIT);
    old.next();
    TrainingReport report = line.fit(points, Fit.epochs(1));
    assertThat(report.epochs()).hasSize(2);
    assertThatIllegalStateException()
        .isThrownBy(old::next)
        .withMessage("the trainer has begun another run; take its epochs, or begin a new one");
  }

  @Test
  void reportsWhatIsCompleteSoFar() {
    TrainingRun run = line.begin(points, FIT);
    assertThatIllegalStateException()
        .isThrownBy(run::report)
        .withMessage("no epoch is complete yet; there is nothing to report");
    Epoch first = run.next();
    assertThat(run.report().epochs()).containsExactly(first);
    assertThat(run.report().duration()).isPositive();
  }

  @Test
  void anEpochThatFailsIsBegunAnew() {
    TrainingRun run = line.begin(points, FIT);
    run.next();
    points.y()[3] = Double.NaN;
    assertThatExceptionOfType(NonFiniteLossException.class).isThrownBy(run::next);
    points.y()[3] = 0;
    assertThat(run.next().epoch()).isEqualTo(2);
    assertThat(run.next().epoch()).isEqualTo(3);
    assertThat(run.hasNext()).isFalse();
  }
}
