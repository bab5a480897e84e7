package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTheBatchTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theRuleHoldsAsFarAsPromisedAndNoFurther() {
    int status = run(DigitImages.load());

    assertThat(lines(err)).isEmpty();
    assertThat(status).isZero();
    assertThat(lines(out).get(7)).startsWith("The linear rule holds up to a batch of 16, where ");
    assertThat(lines(out).get(8)).isEqualTo("batch of 16: rate 0.04");
    assertThat(lines(out).get(9)).isEqualTo("@Warmup(steps = 565, startFactor = 0.25)");
  }

  /**
   * What is to be learnt has nothing to do with the images, and other orders come to other ends.
   */
  @Test
  void failsWhereTheRuleHoldsElsewhere() {
    DigitImages images = DigitImages.load();
    int[] anyDigits = new Random(1).ints(images.size(), 0, DigitClassifier.DIGITS).toArray();

    int status = run(new DigitImages(images.pixels(), anyDigits));

    assertThat(status).isEqualTo(1);
    assertThat(lines(err))
        .singleElement()
        .asString()
        .matches("the rule holds up to \\d+, this sample promises 16");
  }

  private int run(DigitImages images) {
    return ScaleTheBatch.run(images, new PrintStream(out), new PrintStream(err));
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
