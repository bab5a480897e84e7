package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.runtime.Line.Points;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking up a run that has ended in its middle. */
class ResumeTest {
  private static final Points POINTS = Line.points(30);

  /** Four updates an epoch. */
  private static final Fit FIT = Fit.epochs(5).batchSize(8).validation(Line.points(7));

  @TempDir private Path folder;
  private final Line whole = new Line(7, RunPlan.OPEN);

  private Fit written() {
    return FIT.checkpoints(Checkpoints.in(folder).everySteps(1));
  }

  private Fit resumed() {
    return written().resumeFrom(folder);
  }

  /** A line whose thread is interrupted when so many updates are done. */
  private Line interruptedAfter(int updates) {
    return interruptedAfter(updates, written());
  }

  private static Line interruptedAfter(int updates, Fit fit) {
    Line line = new Line(7, RunPlan.OPEN);
    line.interruptedAt = updates;
    line.fit(POINTS, fit);
    assertThat(Thread.interrupted()).isTrue();
    return line;
  }

  @AfterEach
  void forgetTheInterrupt() {
    assertThat(Thread.interrupted()).isFalse();
  }

  private static void assertSame(Line line, Line expected) {
    assertThat(line.slope).isEqualTo(expected.slope);
    assertThat(line.intercept).isEqualTo(expected.intercept);
    assertThat(line.history()).isEqualTo(expected.history());
    assertThat(line.stepCount()).isEqualTo(expected.stepCount());
    assertThat(line.runEnd()).isEqualTo(expected.runEnd());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 8, 10, 19})
  void goesOnWhereItEndedBitByBit(int updates) {
    TrainingReport expected = whole.fit(POINTS, FIT);
    interruptedAfter(updates);

    Line line = new Line(0, RunPlan.OPEN);
    TrainingReport report = line.fit(POINTS, resumed());

    assertSame(line, whole);
    assertThat(report.epochs()).isEqualTo(expected.epochs());
    assertThat(line.seen).isEqualTo(whole.seen.subList(seenAfter(updates), 150));
  }

  private static int seenAfter(int updates) {
    return updates / 4 * 30 + updates % 4 * 8;
  }

  @Test
  void anInterruptedRunEndsAfterTheUpdateAndReportsWhatItHas() {
    Line line = interruptedAfter(6);
    assertThat(line.stepCount()).isEqualTo(6);
    assertThat(line.history()).extracting(TrainingReport.Epoch::steps).containsExactly(4L, 6L);
  }

  @Test
  void mayBeInterruptedAgainAndAgain() {
    whole.fit(POINTS, FIT);
    for (int updates = 1; updates < 20; updates += 3) {
      interruptedAfter(updates, resumed());
    }
    Line line = new Line(0, RunPlan.OPEN);
    line.fit(POINTS, resumed());
    assertSame(line, whole);
  }

  @Test
  void aStreamIsGoneOnWithInItsWindow() {
    ExampleStream<Points> stream = ExampleStream.of(30, 16, POINTS::range);
    whole.fit(stream, FIT);
    for (int updates : new int[] {1, 2, 3, 7, 13}) {
      Line line = new Line(7, RunPlan.OPEN);
      line.interruptedAt = updates;
      line.fit(stream, resumed());
      assertThat(Thread.interrupted()).isTrue();
    }
    Line line = new Line(0, RunPlan.OPEN);
    line.fit(stream, resumed());
    assertSame(line, whole);
  }

  @Test
  void beginsWhereThereIsNoCheckpointYet() {
    whole.fit(POINTS, FIT);
    Line line = new Line(7, RunPlan.OPEN);
    line.fit(POINTS, FIT.resumeFrom(folder.resolve("nowhere")));
    assertSame(line, whole);
  }

  @Test
  void givesTheReportOfARunThatIsComplete() {
    TrainingReport expected = whole.fit(POINTS, written());
    Line line = new Line(7, RunPlan.OPEN);
    TrainingReport report = line.fit(POINTS, resumed());
    assertThat(report.epochs()).isEqualTo(expected.epochs());
    assertThat(line.batches).isEmpty();
    assertSame(line, whole);
  }

  @Test
  void aLaterFitOfATrainerIsTakenUpToo() {
    for (Line line : new Line[] {whole, new Line(7, RunPlan.OPEN)}) {
      line.fit(POINTS, FIT);
      if (line != whole) {
        line.interruptedAt = 26;
        line.fit(POINTS, written());
        assertThat(Thread.interrupted()).isTrue();
      } else {
        line.fit(POINTS, FIT);
      }
    }
    Line line = new Line(0, RunPlan.OPEN);
    line.fit(POINTS, resumed());
    assertSame(line, whole);
  }

  @Test
  void passesOverDamagedOnes() throws IOException {
    whole.fit(POINTS, FIT);
    interruptedAfter(6);
    cutShort("step-000000006.safetensors");
    Line line = new Line(0, RunPlan.OPEN);
    line.fit(POINTS, resumed());
    assertSame(line, whole);
    assertThat(line.batches).hasSize(15);
  }

  private void cutShort(String name) throws IOException {
    Path file = folder.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
  }

  @Test
  void refusesToBeginWhereAllAreDamaged() throws IOException {
    interruptedAfter(2);
    cutShort("step-000000001.safetensors");
    cutShort("step-000000002.safetensors");
    Line line = new Line(7, RunPlan.OPEN);
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> line.fit(POINTS, resumed()))
        .withMessageContaining(folder + " has none that is whole among its 2");
    assertThat(line.stepCount()).isZero();
  }

  @Test
  void refusesAnotherLengthOfTheRunAndTellsTheRates() {
    interruptedAfter(6);
    Line line = new Line(7, RunPlan.OPEN);
    Fit longer = Fit.epochs(10).batchSize(8).resumeFrom(folder);
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> line.fit(POINTS, longer))
        .withMessageContaining(
            "was written under another configuration: a run of 5 epochs of 30 examples, 8 to an"
                + " update, shuffled -> 10 epochs of 30 examples, 8 to an update, shuffled;"
                + " rate at step 6 0.085 -> 0.093; rate at step 10 0.075 -> 0.088;")
        .withMessageContaining("Say Resume.EXACT");
    assertThat(line.stepCount()).isZero();
    assertThat(line.history()).isEmpty();
  }

  @Test
  void exactlyIsAsLongAsTheRunWas() {
    whole.fit(POINTS, FIT);
    interruptedAfter(6);
    Line line = new Line(7, RunPlan.OPEN);
    line.fit(
        POINTS,
        Fit.epochs(10).batchSize(8).validation(Line.points(7)).resumeFrom(folder, Resume.EXACT));
    assertSame(line, whole);
  }

  @Test
  void underANewConfigurationItIsAsLongAsIsSaidNow() {
    interruptedAfter(6);
    Line line = new Line(7, RunPlan.OPEN);
    Fit longer = Fit.epochs(10).batchSize(8).resumeFrom(folder, Resume.NEW_CONFIGURATION);
    line.fit(POINTS, longer);
    assertThat(line.stepCount()).isEqualTo(40).isEqualTo(line.runEnd());
    assertThat(line.history()).hasSize(10);
    assertThat(line.seen).hasSize(300 - seenAfter(6));
  }

  @Test
  void underANewBatchSizeTheEpochIsBegunAnew() {
    interruptedAfter(6);
    Fit other = Fit.epochs(5).batchSize(10).validation(Line.points(7));
    Line refused = new Line(7, RunPlan.OPEN);
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> refused.fit(POINTS, other.resumeFrom(folder, Resume.EXACT)))
        .withMessageContaining("was written under another configuration: a run of 5 epochs");

    Line line = new Line(7, RunPlan.OPEN);
    line.fit(POINTS, other.resumeFrom(folder, Resume.NEW_CONFIGURATION));

    assertThat(line.history()).hasSize(5);
    assertThat(line.batches).startsWith(10, 10, 10).hasSize(4 * 3);
    assertThat(line.stepCount()).isEqualTo(6 + 12).isEqualTo(line.runEnd());
  }
}
