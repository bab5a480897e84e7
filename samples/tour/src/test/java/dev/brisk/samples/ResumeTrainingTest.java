package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.samples.digits.DigitImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTrainingTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void comesToTheSameWhereItWasCutOff() throws IOException {
    int status =
        ResumeTraining.run(DigitImages.load(), folder, new PrintStream(out), new PrintStream(err));

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("EARLY after ", "the same as without the cut, bit by bit: yes");
    assertThat(folder.resolve("cut/best.safetensors")).exists();
    assertThat(folder.resolve("run.html")).isNotEmptyFile();
    assertThat(Files.readAllLines(folder.resolve("history.csv")).get(0)).startsWith("epoch,");
  }
}
