package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.samples.digits.DigitClassifier;
import dev.brisk.samples.digits.DigitImages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HandwrittenDigitsTest {
  private static final int EPOCHS = 30;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void reachesWhatItPromises() {
    int status = run(DigitImages.load());

    assertThat(lines(err)).isEmpty();
    assertThat(status).isZero();
    assertThat(lines(out).get(0)).isEqualTo("1438 images to train on, 359 held out");
    String last = lines(out).get(lines(out).size() - 1);
    assertThat(last).matches("held-out accuracy 0\\.9[5-9]\\d");
  }

  @Test
  void printsTheProgressOfEveryEpoch() {
    run(DigitImages.load());

    assertThat(lines(out))
        .filteredOn(line -> line.startsWith("epoch "))
        .hasSize(EPOCHS)
        .allMatch(line -> line.matches(".* rate .* train loss .* accuracy .*"));
  }

  @Test
  void asManyAreMisreadAsTheAccuracySays() {
    run(DigitImages.load());

    String summary = lines(out).get(EPOCHS + 1);
    assertThat(summary).startsWith("1350 updates; misread: ");
    long misread = summary.chars().filter(c -> c == ',').count() + 1;
    assertThat(lines(out).get(EPOCHS + 2))
        .isEqualTo(String.format(Locale.ROOT, "held-out accuracy %.3f", (359 - misread) / 359.0));
  }

  @Test
  void failsOnWhatCannotBeLearnt() {
    DigitImages images = DigitImages.load();
    int[] anyDigits = new Random(1).ints(images.size(), 0, DigitClassifier.DIGITS).toArray();

    int status = run(new DigitImages(images.pixels(), anyDigits));

    assertThat(status).isEqualTo(1);
    assertThat(lines(err))
        .singleElement()
        .asString()
        .matches("accuracy 0\\.\\d{4}, this sample promises at least 0\\.95");
  }

  private int run(DigitImages images) {
    return HandwrittenDigits.run(images, new PrintStream(out), new PrintStream(err));
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
