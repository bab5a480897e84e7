package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostDriverTest {
  /** Drivers that are killed one after the other; each takes seconds to start. */
  private static final int KILLS = Integer.getInteger("brisk.kills", 1);

  private static final int STEPS_OF_RUN = 60;

  @TempDir private Path folder;

  @Test
  void aRunWhoseDriverIsKilledGoesOnWithTheSameBits() throws Exception {
    byte[] expected = Kind.MOMENTUM.here(Driver.DIGITS, Driver.SHARDS, Driver.OPTIONS, folder);
    Random random = new Random(4);
    for (int kill = 1; kill <= KILLS; kill++) {
      // Somewhere in the part of the run that is this driver's.
      int step = STEPS_OF_RUN * kill / (KILLS + 2) + random.nextInt(STEPS_OF_RUN / (KILLS + 2));
      Process driver = JavaProcess.start(List.of(), Driver.class.getName(), folder.toString());
      Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> awaitStep(step, driver));
      assertThat(driver.isAlive()).isTrue();
      driver.destroyForcibly().waitFor();
    }
    int last = lastStep();
    assertThat(last).isBetween(1, STEPS_OF_RUN - 1);
    assertThat(Driver.run(LocalSpark.context(), folder)).isEqualTo(expected);
  }

  private void awaitStep(int step, Process driver) throws IOException, InterruptedException {
    while (lastStep() < step && driver.isAlive()) {
      Thread.sleep(5);
    }
  }

  /** That of the newest checkpoint; 0 if there is none. */
  private int lastStep() throws IOException {
    if (!Files.isDirectory(folder.resolve("run"))) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("step-\\d+\\.safetensors"))
          .mapToInt(name -> Integer.parseInt(name.replaceAll("\\D", "")))
          .max()
          .orElse(0);
    }
  }
}
