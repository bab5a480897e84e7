package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FindLearningRateTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void findsARateThatReachesWhatItPromises() {
    int status = run(DigitImages.load());

    assertThat(lines(err)).isEmpty();
    assertThat(status).isZero();
    assertThat(lines(out))
        .anyMatch(
            line -> line.matches("@Optimizer\\(value = ADAM, learningRate = [0-9.]+(e-\\d)?\\)"))
        .anyMatch(line -> line.matches("held-out accuracy with that rate 0\\.9[5-9]\\d"));
    assertThat(lines(out).get(lines(out).size() - 1))
        .startsWith("once more: no suggestion: no descent");
  }

  @Test
  void failsWhereThereIsNothingToLearn() {
    DigitImages images = DigitImages.load();
    int[] anyDigits = new Random(3).ints(images.size(), 0, 10).toArray();

    int status = run(new DigitImages(images.pixels(), anyDigits));

    assertThat(status).isEqualTo(1);
    assertThat(lines(err)).containsExactly("no learning rate was found");
    assertThat(lines(out).get(lines(out).size() - 1)).startsWith("no suggestion: no descent");
  }

  private int run(DigitImages images) {
    return FindLearningRate.run(images, stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
