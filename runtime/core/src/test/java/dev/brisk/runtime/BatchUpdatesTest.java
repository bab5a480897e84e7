package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.runtime.Line.Points;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchUpdatesTest {
  private static final Points POINTS = Line.points(30);

  private final Line here = new Line(7, RunPlan.OPEN);
  private final Line elsewhere = new Line(7, RunPlan.OPEN);

  /** Does what a fit does on examples that are here. */
  private static final class Elsewhere implements BatchUpdates<Points> {
    private final Line line;
    final List<Batch> batches = new ArrayList<>();

    /** How many it says that it does, and how many more it does. */
    int updatesAtOnce = 1;

    int tooMany;

    Elsewhere(Line line) {
      this.line = line;
    }

    @Override
    public int size() {
      return POINTS.size();
    }

    @Override
    public Class<?> type() {
      return Points.class;
    }

    @Override
    public int updatesAtOnce(long examples) {
      return updatesAtOnce;
    }

    @Override
    public double update(Batch batch) {
      batches.add(batch);
      Points ordered = POINTS;
      if (batch.isShuffled()) {
        ordered = ordered.select(Shuffle.order(size(), batch.seed(), batch.epoch()));
      }
      double loss = 0;
      for (int i = 0; i < batch.updates() + tooMany; i++) {
        Batch own = batch.ofUpdate(Math.min(i, batch.updates() - 1));
        double share = (double) own.size() / batch.size();
        loss += share * line.trainBatch(ordered, own.from(), own.to());
      }
      return loss;
    }

    @Override
    public double loss() {
      return line.loss(POINTS);
    }
  }

  @Test
  void aRunByUpdatesFromElsewhereIsThatOnTheSameExamples() {
    Fit options = Fit.epochs(5).batchSize(8).validation(Line.points(9));
    TrainingReport expected = here.fit(POINTS, options);
    TrainingReport report = elsewhere.fit(new Elsewhere(elsewhere), options);

    assertThat(elsewhere.slope).isEqualTo(here.slope);
    assertThat(report.epochs()).isEqualTo(expected.epochs());
  }

  @Test
  void isValidatedByWhatIsHeldOutElsewhere() {
    record Held(Line line, Points points) implements HeldOut {
      @Override
      public double loss() {
        return line.loss(points);
      }

      @Override
      public Map<String, Double> metrics() {
        return Map.of("count", (double) points.size());
      }
    }
    Points held = Line.points(9);
    TrainingReport expected = here.fit(POINTS, Fit.epochs(3).validation(held));
    TrainingReport report =
        elsewhere.fit(
            new Elsewhere(elsewhere), Fit.epochs(3).validation(new Held(elsewhere, held)));

    assertThat(report.last().validationLoss()).isEqualTo(expected.last().validationLoss());
    assertThat(report.last().validationMetrics()).isEqualTo(Map.of("count", 9.0));
  }

  @Test
  void isToldThePlacesOfTheExamples() {
    Elsewhere updates = new Elsewhere(elsewhere);
    elsewhere.fit(updates, Fit.steps(6).batchSize(12).shuffle(false));
    assertThat(updates.batches)
        .containsExactly(
            new BatchUpdates.Batch(7, 0, false, 0, 12, 12),
            new BatchUpdates.Batch(7, 0, false, 12, 24, 12),
            new BatchUpdates.Batch(7, 0, false, 24, 30, 6),
            new BatchUpdates.Batch(7, 1, false, 0, 12, 12),
            new BatchUpdates.Batch(7, 1, false, 12, 24, 12),
            new BatchUpdates.Batch(7, 1, false, 24, 30, 6));
    assertThat(updates.batches.get(2).size()).isEqualTo(6);
  }

  @Test
  void severalUpdatesAtOnceStayWithinAnEpochAndTheRun() {
    Elsewhere updates = new Elsewhere(elsewhere);
    updates.updatesAtOnce = 3;
    elsewhere.fit(updates, Fit.steps(6).batchSize(8).shuffle(false));
    here.fit(POINTS, Fit.steps(6).batchSize(8).shuffle(false));

    assertThat(updates.batches)
        .containsExactly(
            new BatchUpdates.Batch(7, 0, false, 0, 24, 8),
            new BatchUpdates.Batch(7, 0, false, 24, 30, 6),
            new BatchUpdates.Batch(7, 1, false, 0, 16, 8));
    assertThat(updates.batches.get(2).updates()).isEqualTo(2);
    assertThat(elsewhere.slope).isEqualTo(here.slope);
  }

  @Test
  void severalUpdatesAtOnceAreToldOnceAndCheckpointedAfterwards(@TempDir Path folder) {
    Elsewhere updates = new Elsewhere(elsewhere);
    updates.updatesAtOnce = 3;
    List<Long> told = new ArrayList<>();
    FitListener listener =
        new FitListener() {
          @Override
          public void updated(FitProgress progress) {
            told.add(progress.step());
          }
        };
    Checkpoints everyTwo = Checkpoints.in(folder).everySteps(2).keepLast(9);
    elsewhere.fit(updates, Fit.epochs(2).batchSize(8).listener(listener).checkpoints(everyTwo));

    assertThat(told).containsExactly(3L, 4L, 7L, 8L);
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            "step-000000003.safetensors",
            "step-000000004.safetensors",
            "step-000000007.safetensors",
            "step-000000008.safetensors");
  }

  @Test
  void isTakenUpInTheMiddleOfAnEpoch(@TempDir Path folder) {
    Fit options = Fit.epochs(4).batchSize(8);
    TrainingReport expected = here.fit(POINTS, options);

    Fit resumed = options.checkpoints(Checkpoints.in(folder).everySteps(1)).resumeFrom(folder);
    elsewhere.interruptedAt = 6;
    elsewhere.fit(new Elsewhere(elsewhere), resumed);
    assertThat(Thread.interrupted()).isTrue();
    Line later = new Line(7, RunPlan.OPEN);
    TrainingReport report = later.fit(new Elsewhere(later), resumed);

    assertThat(later.slope).isEqualTo(here.slope);
    assertThat(report.epochs()).isEqualTo(expected.epochs());
  }

  @Test
  void refusesAnUpdateThatIsNotOne() {
    Elsewhere updates = new Elsewhere(elsewhere);
    updates.tooMany = 1;
    assertThatIllegalStateException()
        .isThrownBy(() -> elsewhere.fit(updates, Fit.epochs(1)))
        .withMessageContaining("from step 0 to 2, expected 1");
  }

  @Test
  void refusesAValidationByExamplesOfAnotherTrainer() {
    record Others() implements Examples<Others> {
      @Override
      public int size() {
        return 1;
      }

      @Override
      public Others select(int... rows) {
        return this;
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> elsewhere.fit(new Elsewhere(elsewhere), Fit.epochs(1).validation(new Others())))
        .withMessageContaining("Points");
  }
}
