package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.checkpoint.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that trains is killed at any moment, and started again, again and again until it is
 * done: it comes to what a run comes to that was never killed, bit by bit. {@code -Dbrisk.kills}
 * says how often.
 */
class KilledRunTest {
  private static final int KILLS = Integer.getInteger("brisk.kills", 10);

  /** Of which a process does at most so many before it is killed, but for some that it is ahead. */
  private static final int UPDATES = 12;

  /** One in so many is killed while it starts, wherever that is. */
  private static final int WHILE_STARTING = 4;

  /** The numbers of an array, so many that writing takes time. */
  private static final int LENGTH = 20_000;

  /** Seven updates an epoch. */
  private static final Line.Points POINTS = Line.points(33);

  /** Much longer than those updates, as a process goes on while this one waits for its turn. */
  private static final int EPOCHS = 1 + 5 * KILLS * UPDATES / 7;

  @TempDir private Path folder;

  private static Fit fit(int epochs) {
    return Fit.epochs(epochs).batchSize(5).validation(Line.points(3));
  }

  /** Trains into a folder, takes up what is in it, and saves what it comes to. */
  public static void main(String[] arguments) {
    Path run = Path.of(arguments[0], "run");
    Shelf shelf = new Shelf(LENGTH, 3, 3).recovering();
    Checkpoints checkpoints = Checkpoints.in(run).everySteps(3).keepLast(2).keepBest();
    Fit fit = fit(Integer.parseInt(arguments[1])).checkpoints(checkpoints).resumeFrom(run);
    shelf.fit(POINTS, fit);
    shelf.save(Path.of(arguments[0], "done.safetensors"));
  }

  @Test
  void comesToWhatARunComesToThatWasNeverKilled() throws IOException, InterruptedException {
    Path done = folder.resolve("done.safetensors");
    SplittableRandom random = new SplittableRandom(11);

    int kills = 0;
    while (kills < KILLS && !Files.exists(done)) {
      Process process = training();
      try {
        if (kills % WHILE_STARTING == 0) {
          Thread.sleep(random.nextInt(500));
        } else {
          awaitStep(newest() + random.nextInt(1, UPDATES), process);
          Thread.sleep(random.nextInt(20));
        }
      } finally {
        process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
      }
      kills++;
    }
    assertThat(kills).isGreaterThan(KILLS / 2);
    Process last = training();
    assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(last.exitValue()).isZero();

    Shelf never = new Shelf(LENGTH, 3, 3).recovering();
    never.fit(POINTS, fit(EPOCHS));
    Path expected = folder.resolve("expected.safetensors");
    never.save(expected);
    assertThat(TensorFile.read(done).metadata()).isEqualTo(TensorFile.read(expected).metadata());
    assertThat(folder.resolve("run")).isDirectoryNotContaining("glob:**.tmp");
    assertThat(done).hasSameBinaryContentAs(expected);
  }

  private Process training() throws IOException {
    return JavaProcess.start(KilledRunTest.class, folder.toString(), "" + EPOCHS);
  }

  private void awaitStep(long step, Process process) throws InterruptedException {
    while (process.isAlive() && newest() < step) {
      Thread.sleep(1);
    }
  }

  /** The step of the newest checkpoint; 0 where there is none. */
  private long newest() {
    return new CheckpointFolder(folder.resolve("run"))
        .newestFirst().stream().mapToLong(CheckpointFolder::step).max().orElse(0);
  }
}
