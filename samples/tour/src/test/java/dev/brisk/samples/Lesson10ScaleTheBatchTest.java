package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.samples.digits.DigitClassifier;
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

class Lesson10ScaleTheBatchTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theRuleHoldsAsFarAsPromisedAndNoFurther() throws IOException {
    int status = run(DigitImages.load(), List.of(folder.toString()));

    assertThat(lines(err)).isEmpty();
    assertThat(status).isZero();
    assertThat(lines(out).get(7)).startsWith("The linear rule holds up to a batch of 16, where ");
    assertThat(lines(out).get(8)).isEqualTo("batch of 16: rate 0.04");
    assertThat(folder.resolve("scaling.html")).isNotEmptyFile();
    assertThat(lines(out).get(9)).isEqualTo("@Warmup(steps = 565, startFactor = 0.25)");
  }

  /**
   * What is to be learnt has nothing to do with the images, and other orders come to other ends.
   */
  @Test
  void failsWhereTheRuleHoldsElsewhere() throws IOException {
    DigitImages images = DigitImages.load();
    int[] anyDigits = new Random(1).ints(images.size(), 0, DigitClassifier.DIGITS).toArray();

    int status = run(new DigitImages(images.pixels(), anyDigits), List.of());

    assertThat(status).isEqualTo(1);
    assertThat(lines(err))
        .singleElement()
        .asString()
        .matches("the rule holds up to \\d+, this sample promises 16");
  }

  private int run(DigitImages images, List<String> folders) throws IOException {
    return Lesson10ScaleTheBatch.run(images, folders, new PrintStream(out), new PrintStream(err));
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
