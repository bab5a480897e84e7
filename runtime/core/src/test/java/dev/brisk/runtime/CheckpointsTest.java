package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints that a fit writes by itself. */
class CheckpointsTest {
  private static final Line.Points POINTS = Line.points(30);

  /** Four updates an epoch. */
  private static final Fit FIT = Fit.epochs(3).batchSize(8);

  @TempDir private Path folder;
  private final Line line = new Line(7, RunPlan.OPEN);

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String step(int step) {
    return "step-%09d.safetensors".formatted(step);
  }

  @Test
  void comeAfterEachEpochWhereNothingSaysHowOften() throws IOException {
    line.fit(POINTS, FIT.checkpoints(Checkpoints.in(folder)));
    assertThat(files()).containsExactly(step(4), step(8), step(12));
  }

  @Test
  void comeEverySoManyUpdatesAndAtTheEnd() throws IOException {
    line.fit(POINTS, FIT.checkpoints(Checkpoints.in(folder).everySteps(5).keepLast(9)));
    assertThat(files()).containsExactly(step(5), step(10), step(12));
  }

  @Test
  void comeWhenTheTimeHasPassed() throws IOException {
    Checkpoints often = Checkpoints.in(folder).every(Duration.ofNanos(1)).keepLast(99);
    line.fit(POINTS, FIT.checkpoints(often));
    assertThat(files()).hasSize(12);
  }

  @Test
  void comeAtTheEndWhereTheTimeHasNotPassed() throws IOException {
    line.fit(POINTS, FIT.checkpoints(Checkpoints.in(folder).every(Duration.ofDays(9))));
    assertThat(files()).containsExactly(step(12));
  }

  @Test
  void onlyTheNewestAreKept() throws IOException {
    line.fit(POINTS, FIT.checkpoints(Checkpoints.in(folder).everySteps(1).keepLast(2)));
    assertThat(files()).containsExactly(step(11), step(12));
  }

  @Test
  void theBestIsThatOfTheEpochWithTheLowestLoss() throws IOException {
    Line.Points held = Line.points(7);
    Checkpoints best = Checkpoints.in(folder).keepLast(1).keepBest();
    line.baseLearningRate(0.5);
    line.fit(POINTS, FIT.validation(held).checkpoints(best));
    line.baseLearningRate(2); // Diverges, so that no later epoch is better.
    line.fit(POINTS, FIT.validation(held).checkpoints(best));

    Line restored = new Line(0, RunPlan.OPEN);
    restored.restore(folder.resolve("best.safetensors"));

    assertThat(files()).containsExactly("best.safetensors", step(24));
    assertThat(restored.stepCount()).isEqualTo(12);
    assertThat(restored.loss(held)).isEqualTo(line.history().get(2).validationLoss().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theBestIsTheEpochThatEarlyStoppingBringsBack(boolean isByMetric) {
    Line.Points held = Line.points(7);
    EarlyStopping first =
        isByMetric
            ? EarlyStopping.patience(9).maximize("rootLoss")
            : EarlyStopping.patience(9).minDelta(1e9);
    TrainingReport report =
        line.fit(
            POINTS,
            FIT.validation(held)
                .checkpoints(Checkpoints.in(folder).keepBest())
                .earlyStopping(first));

    Line restored = new Line(0, RunPlan.OPEN);
    restored.restore(folder.resolve("best.safetensors"));

    assertThat(report.restoredEpoch()).hasValue(1);
    assertThat(restored.stepCount()).isEqualTo(line.stepCount()).isEqualTo(4);
    assertThat(restored.slope).isEqualTo(line.slope);
  }

  @Test
  void theBestIsThatOfEarlyStoppingWhereTheLastWeightsStayInTheModel() {
    EarlyStopping first = EarlyStopping.patience(9).minDelta(1e9).keepLast();
    line.fit(
        POINTS,
        FIT.validation(Line.points(7))
            .checkpoints(Checkpoints.in(folder).keepBest())
            .earlyStopping(first));

    Line restored = new Line(0, RunPlan.OPEN);
    restored.restore(folder.resolve("best.safetensors"));

    assertThat(line.stepCount()).isEqualTo(12);
    assertThat(restored.stepCount()).isEqualTo(4);
  }

  @Test
  void theFolderIsMadeAndCleanedOfWhatWasLeftHalfWritten() throws IOException {
    Path inside = folder.resolve("runs/7");
    Files.createDirectories(inside);
    Path left = Files.createFile(inside.resolve(".step-000000004.safetensors.0f.tmp"));
    Path other = Files.createFile(inside.resolve("notes.tmp"));
    line.fit(POINTS, FIT.checkpoints(Checkpoints.in(inside)));
    assertThat(left).doesNotExist();
    assertThat(other).exists();
    line.fit(POINTS, FIT.checkpoints(Checkpoints.in(folder.resolve("a/b"))));
    assertThat(folder.resolve("a/b").resolve(step(24))).exists();
  }

  @Test
  void aFolderWithLaterOnesOfAnotherRunIsRefused() throws IOException {
    line.fit(POINTS, FIT.checkpoints(Checkpoints.in(folder)));
    Line other = new Line(7, RunPlan.OPEN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.fit(POINTS, FIT.checkpoints(Checkpoints.in(folder))))
        .withMessage(
            "the folder "
                + folder
                + " has checkpoints of another run up to step 12, and this one begins at step 0."
                + " Go on with that one by Fit.resumeFrom, or give another folder");
    assertThat(other.stepCount()).isZero();
    assertThat(other.runSteps()).isZero();
    assertThat(files()).containsExactly(step(4), step(8), step(12));
  }

  @Test
  void theFitEndsWhereOneCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> line.fit(POINTS, FIT.checkpoints(Checkpoints.in(file))))
        .withMessageContaining(file + " cannot be written into");
    assertThat(line.stepCount()).isZero();
  }

  @Test
  void theFitGoesOnWithoutThemWhereThatIsAskedFor() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    line.fit(POINTS, FIT.checkpoints(Checkpoints.in(file).continueOnFailure()));
    assertThat(line.stepCount()).isEqualTo(12);
  }

  @Test
  void refusesIntervalsBelowOne() {
    Checkpoints checkpoints = Checkpoints.in(folder);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> checkpoints.everySteps(0))
        .withMessageContaining("updates is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> checkpoints.every(Duration.ZERO))
        .withMessage("time is PT0S, expected more than 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> checkpoints.keepLast(0))
        .withMessageContaining("checkpoints is 0");
  }
}
