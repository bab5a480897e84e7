package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTheBatchTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theRuleHoldsAsFarAsPromisedAndNoFurther() throws IOException {
    int status = run(DigitImages.load());

    assertThat(lines(err)).isEmpty();
    assertThat(status).isZero();
  }

  private int run(DigitImages images) {
    return ScaleTheBatch.run(images, new PrintStream(out), new PrintStream(err));
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
