package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.report.chart.Landscape;
import dev.brisk.report.landscape.Landscapes;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.fashion.FashionPerceptron;
import dev.brisk.samples.fashion.FashionPerceptronTrainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Lesson07SeeLandscapeTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void writesBothPagesAndSaysWhatIsSeen() throws IOException {
    int status =
        Lesson07SeeLandscape.run(
            DigitImages.load(), 2, 5, folder, new PrintStream(out), new PrintStream(err));

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    assertThat(folder.resolve("lesson.html"))
        .content()
        .contains("Descent on (w - 3)^2", "With rate 1.1 it diverges, and leaves the picture");
    assertThat(folder.resolve("digits.html"))
        .content()
        .contains("Loss over the plane of the path", "Loss in two random directions");
    assertThat(share("Loss over the plane of the path")).isGreaterThan(80);
    assertThat(share("Loss in two random directions")).isLessThan(20);
  }

  @Test
  void landscapesOfSinglePrecisionLeaveTheModelAsItWas() {
    var trainer = new FashionPerceptronTrainer(new FashionPerceptron(), 5);
    Random random = new Random(6);
    float[][] pixels = new float[20][FashionPerceptron.PIXELS];
    for (float[] image : pixels) {
      for (int i = 0; i < image.length; i++) {
        image[i] = random.nextFloat();
      }
    }
    int[] garments = random.ints(20, 0, FashionPerceptron.GARMENTS).toArray();
    var examples = FashionPerceptronTrainer.examples(pixels, garments);
    float[] before = weights(trainer);

    Landscape landscape = Landscapes.on(trainer, examples).randomDirections(1).size(3).compute();

    assertThat(weights(trainer)).isEqualTo(before);
    double[][] losses = landscape.grid().values();
    assertThat(losses[1][1]).isEqualTo(trainer.loss(examples));
    assertThat(losses[0][0]).isNotEqualTo(losses[1][1]);
  }

  private static float[] weights(FashionPerceptronTrainer trainer) {
    float[] weights = new float[ParameterLayout.count(trainer.layout())];
    trainer.parameters(weights);
    return weights;
  }

  /** Of the path, in percent. */
  private double share(String title) {
    Pattern pattern = Pattern.compile(title + ": .* the plane holds ([0-9.e-]+) %");
    Matcher matcher = pattern.matcher(out.toString(StandardCharsets.UTF_8));
    assertThat(matcher.find()).as(title).isTrue();
    return Double.parseDouble(matcher.group(1));
  }
}
