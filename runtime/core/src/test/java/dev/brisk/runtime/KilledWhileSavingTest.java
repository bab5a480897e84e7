package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that does nothing but save is killed; whenever that is, what it leaves is a whole
 * checkpoint of one of its steps. {@code -Dbrisk.kills} says how often.
 */
class KilledWhileSavingTest {
  private static final int KILLS = Integer.getInteger("brisk.kills", 4);

  /** The numbers of an array, so many that writing takes most of the time. */
  private static final int LENGTH = 300_000;

  @TempDir private Path folder;

  /** Saves after every step, for ever. */
  public static void main(String[] arguments) {
    Shelf shelf = new Shelf(LENGTH, 3);
    while (true) {
      shelf.trainBatch(Line.points(1), 0, 1);
      shelf.save(Path.of(arguments[0]));
    }
  }

  @Test
  void leavesAWholeCheckpoint() throws IOException, InterruptedException {
    Path file = folder.resolve("state.safetensors");
    SplittableRandom random = new SplittableRandom(3);

    for (int kill = 0; kill < KILLS; kill++) {
      Files.deleteIfExists(file);
      Process process = JavaProcess.start(KilledWhileSavingTest.class, file.toString());
      try {
        while (process.isAlive() && !Files.exists(file)) {
          Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(100));
        assertThat(process.isAlive()).isTrue();
      } finally {
        process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
      }
      assertIsOfOneStep(file);
    }
  }

  private static void assertIsOfOneStep(Path file) {
    Shelf restored = new Shelf(LENGTH, 3);
    restored.restore(file);
    Shelf trained = new Shelf(LENGTH, 3);
    while (trained.stepCount() < restored.stepCount()) {
      trained.trainBatch(Line.points(1), 0, 1);
    }
    assertThat(restored.stepCount()).isPositive();
    assertThat(restored.flat).isEqualTo(trained.flat);
    assertThat(restored.momentum).isEqualTo(trained.momentum);
  }
}
