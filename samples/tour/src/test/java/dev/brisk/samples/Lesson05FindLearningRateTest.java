package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.samples.digits.DigitImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Lesson05FindLearningRateTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void findsARateThatReachesWhatItPromises() throws IOException {
    int status = run(DigitImages.load());

    assertThat(lines(err)).isEmpty();
    assertThat(status).isZero();
    assertThat(lines(out))
        .anyMatch(
            line -> line.matches("@Optimizer\\(value = ADAM, learningRate = [0-9.]+(e-\\d)?\\)"))
        .anyMatch(line -> line.matches("held-out accuracy with that rate 0\\.9[5-9]\\d"));
    assertThat(lines(out).get(lines(out).size() - 1))
        .startsWith("once more: no suggestion: no descent");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void writesPagesOfBothResults() throws IOException {
    Path pages = folder.resolve("pages");

    Lesson05FindLearningRate.run(
        DigitImages.load(), List.of(pages.toString()), stream(out), stream(err));

    String verdict =
        lines(out).stream().filter(l -> l.contains("by STEEPEST; rules")).findFirst().orElseThrow();
    assertThat(pages.resolve("finder.html")).content().contains("steepest (taken)", verdict);
    assertThat(pages.resolve("once-more.html"))
        .content()
        .contains("No learning rate", "no suggestion: no descent");
  }

  @Test
  void failsWhereThereIsNothingToLearn() throws IOException {
    DigitImages images = DigitImages.load();
    int[] anyDigits = new Random(3).ints(images.size(), 0, 10).toArray();

    int status = run(new DigitImages(images.pixels(), anyDigits));

    assertThat(status).isEqualTo(1);
    assertThat(lines(err)).containsExactly("no learning rate was found");
    assertThat(lines(out).get(lines(out).size() - 1)).startsWith("no suggestion: no descent");
  }

  private int run(DigitImages images) throws IOException {
    return Lesson05FindLearningRate.run(images, List.of(), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
