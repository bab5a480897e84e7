package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.runtime.Checkpoints;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.spark.HadoopCheckpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopCheckpointsTest {
  private static final List<Digit> DIGITS = Digit.first(100);
  private static final Fit OPTIONS = Fit.epochs(3).batchSize(30);

  @TempDir private Path folder;

  private HadoopCheckpoints open() {
    return HadoopCheckpoints.open(
        folder.resolve("run").toUri().toString(), new Configuration(false));
  }

  private static Fit kept(HadoopCheckpoints checkpoints, FitListener... more) {
    Fit options =
        OPTIONS
            .checkpoints(Checkpoints.in(checkpoints.folder()).everySteps(1).keepLast(2))
            .resumeFrom(checkpoints.folder())
            .listener(checkpoints);
    for (FitListener listener : more) {
      options = options.listener(listener);
    }
    return options;
  }

  /** The driver is lost after that update. */
  private static FitListener lostAfter(int step) {
    return new FitListener() {
      @Override
      public void updated(FitProgress progress) {
        if (progress.step() == step) {
          throw new IllegalStateException("the driver is lost");
        }
      }
    };
  }

  private List<String> there() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aRunWhoseDriverIsLostGoesOnElsewhereWithTheSameBits() throws IOException {
    byte[] expected = Kind.MOMENTUM.here(DIGITS, 3, OPTIONS, folder);

    for (int step : new int[] {2, 6, 9}) {
      try (HadoopCheckpoints checkpoints = open()) {
        assertThatIllegalStateException()
            .isThrownBy(
                () -> Kind.MOMENTUM.here(DIGITS, 3, kept(checkpoints, lostAfter(step)), folder))
            .withMessage("the driver is lost");
      }
    }
    assertThat(there()).containsExactly("step-000000008.safetensors", "step-000000009.safetensors");

    try (HadoopCheckpoints checkpoints = open()) {
      assertThat(Kind.MOMENTUM.here(DIGITS, 3, kept(checkpoints), folder)).isEqualTo(expected);
    }
    assertThat(there()).containsExactly("step-000000011.safetensors", "step-000000012.safetensors");
  }

  @Test
  void whatWasNotFinishedIsNotTakenUp() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/step-000000003.safetensors.tmp"), "half of a");
    try (HadoopCheckpoints checkpoints = open()) {
      assertThat(checkpoints.folder()).isEmptyDirectory();
      assertThat(there()).isEmpty();
    }
    assertThat(folder.resolve("run")).isDirectory();
  }

  @Test
  void theFolderHereIsDeleted() {
    HadoopCheckpoints checkpoints = open();
    checkpoints.close();
    assertThat(checkpoints.folder()).doesNotExist();
  }
}
