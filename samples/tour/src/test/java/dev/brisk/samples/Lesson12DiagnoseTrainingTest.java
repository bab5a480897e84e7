package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.samples.digits.DigitImages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class Lesson12DiagnoseTrainingTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void findsNothingAtTheAnnotatedRateAndWhatIsWrongAtOthers() {
    int status =
        Lesson12DiagnoseTraining.run(
            DigitImages.load(), new PrintStream(out), new PrintStream(err));

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(0)).startsWith("rate 5e-03: the loss of an epoch goes from ");
    assertThat(lines.get(1)).isEqualTo("the monitor has found nothing");
    assertThat(lines).anyMatch(line -> line.startsWith("brisk[too-slow]: step "));
    assertThat(lines).anyMatch(line -> line.startsWith("brisk[diverging]: step "));
  }

  @Test
  void failsWhereTheTrainingIsNotAsPromised() {
    DigitImages images = DigitImages.load();
    double[][] unscaled = new double[images.size()][];
    for (int i = 0; i < unscaled.length; i++) {
      unscaled[i] = images.pixels()[i].clone();
      for (int pixel = 0; pixel < unscaled[i].length; pixel++) {
        unscaled[i][pixel] *= 10_000;
      }
    }
    int status =
        Lesson12DiagnoseTraining.run(
            new DigitImages(unscaled, images.digits()), new PrintStream(out), new PrintStream(err));

    assertThat(status).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("promises other findings");
  }
}
