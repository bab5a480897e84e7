package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.samples.digits.DigitClassifier;
import dev.brisk.samples.digits.DigitImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Lesson08CompareSchedulesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void whateverFallsComesLowerAndAllIsOnOnePage() throws IOException {
    int status = run(DigitImages.load());

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0)).startsWith("constant     training loss ");
    Path page = folder.resolve("compare-schedules.html");
    assertThat(lines.get(6)).isEqualTo("to look at: " + page);
    assertThat(Files.readString(page))
        .contains("one-cycle, seed 3", "Training loss by update", "accuracy by epoch");
  }

  /** Where there is nothing to learn but that nothing can be, no rate brings anything. */
  @Test
  void failsWhereThePromiseDoesNotHold() throws IOException {
    DigitImages images = DigitImages.load();
    double[][] blank = new double[images.size()][DigitClassifier.PIXELS];
    int[] same = new int[images.size()];

    assertThat(run(new DigitImages(blank, same))).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("promises that whatever falls");
  }

  private int run(DigitImages images) throws IOException {
    return Lesson08CompareSchedules.run(
        images, 1, folder, new PrintStream(out), new PrintStream(err));
  }
}
