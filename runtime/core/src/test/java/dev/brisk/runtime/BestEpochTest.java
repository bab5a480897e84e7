package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BestEpochTest {
  private final Line line = new Line(7, RunPlan.OPEN);
  private final Line.Points points = Line.points(30);

  @Test
  void bringsBackTheStateAndKeepsTheHistory() {
    BestEpoch best = new BestEpoch(line, EarlyStopping.patience(2), 0, null);
    epochs(best, 3, 1);
    double slope = line.slope;
    long steps = line.stepCount();
    epochs(best, 2, 2);
    assertThat(best.isOver()).isTrue();

    assertThat(best.restore()).hasValue(2);
    assertThat(line.slope).isEqualTo(slope);
    assertThat(line.stepCount()).isEqualTo(steps);
    assertThat(line.history()).hasSize(4);
  }

  @Test
  void theLastEpochMayBeTheBest() {
    BestEpoch best = new BestEpoch(line, EarlyStopping.patience(2), 0, null);
    epochs(best, 3, 1);
    double slope = line.slope;
    assertThat(best.restore()).hasValue(2);
    assertThat(line.slope).isEqualTo(slope);
  }

  @Test
  void theLastWeightsStayWhereTheyAreAskedForOrNoneIsBest() {
    BestEpoch last = new BestEpoch(line, EarlyStopping.patience(2).keepLast(), 0, null);
    epochs(last, 1, 2);
    double slope = line.slope;
    assertThat(last.restore()).isEmpty();
    assertThat(line.slope).isEqualTo(slope);

    BestEpoch none = new BestEpoch(line, EarlyStopping.patience(2), 2, null);
    epochs(none, Double.NaN);
    assertThat(none.restore()).isEmpty();
  }

  @Test
  void epochsBeforeTheRunAreNotLookedAt() {
    epochs(new BestEpoch(line, EarlyStopping.patience(1), 0, null), 0.5, 0.5);
    BestEpoch best = new BestEpoch(line, EarlyStopping.patience(1), 2, null);
    epochs(best, 3);
    assertThat(best.isOver()).isFalse();
    assertThat(best.restore()).hasValue(3);
  }

  @Test
  void theLastWeightsStayWhereTheBestAreNotInMemory() {
    epochs(new BestEpoch(line, EarlyStopping.patience(1), 0, null), 1);
    BestEpoch takenUp = new BestEpoch(line, EarlyStopping.patience(1), 0, null);
    epochs(takenUp, 2);
    double slope = line.slope;
    assertThat(takenUp.isOver()).isTrue();
    assertThat(takenUp.restore()).isEmpty();
    assertThat(line.slope).isEqualTo(slope);
  }

  @Test
  void refusesWhatItCannotWatch() {
    EarlyStopping stopping = EarlyStopping.patience(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BestEpoch.check(stopping, line, false))
        .withMessage(
            "early stopping watches the loss of validation examples, and there are none. Give"
                + " some, Fit.validation(held)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BestEpoch.check(stopping.maximize("acuracy"), line, true))
        .withMessage("early stopping watches the metric acuracy, the model has [rootLoss, count]");
    BestEpoch.check(stopping.minimize("rootLoss"), line, true);
  }

  /** Epochs of an update each, with those losses of held-out examples. */
  private void epochs(BestEpoch best, double... losses) {
    for (double loss : losses) {
      RunPlan plan = new RunPlan(1, 30, 30);
      line.beginRun(plan, plan.steps());
      line.trainBatch(points, 0, 30);
      List<Epoch> history = new ArrayList<>(line.history());
      history.add(
          new Epoch(
              history.size() + 1, line.stepCount(), 0.1, 1, OptionalDouble.of(loss), Map.of()));
      line.history(history);
      best.completed();
    }
  }
}
