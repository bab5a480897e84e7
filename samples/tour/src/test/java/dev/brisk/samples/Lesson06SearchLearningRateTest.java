package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.samples.digits.DigitClassifier;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitPerceptron;
import dev.brisk.samples.digits.DigitPerceptronTrainer;
import dev.brisk.samples.digits.DigitPerceptronTrainer.Examples;
import dev.brisk.tune.GridSearch;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Lesson06SearchLearningRateTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void findsARateThatReachesWhatItPromises() {
    int status = run(DigitImages.load());

    assertThat(lines(err)).isEmpty();
    assertThat(status).isZero();
    List<String> lines = lines(out);
    assertThat(lines.get(0)).isEqualTo("validation loss, lower is better; 3 seeds");
    assertThat(lines).filteredOn(line -> line.endsWith("  complete")).hasSize(1);
    assertThat(lines).filteredOn(line -> line.endsWith("  stopped")).hasSize(8);
    assertThat(lines.get(lines.size() - 1)).matches("test accuracy with it 0\\.9[5-9]\\d");
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

  /** Products of matrices work in arrays of their own thread. */
  @Test
  void networksAreSearchedAlikeByAnyNumberOfThreads() {
    DigitImages images = DigitImages.load();
    Examples examples = DigitPerceptronTrainer.examples(images.pixels(), images.digits());
    GridSearch<Examples> search =
        GridSearch.on(seed -> new DigitPerceptronTrainer(new DigitPerceptron(), seed))
            .ratesBetween(1e-4, 1, 5)
            .batchSizes(16, 64)
            .epochs(4)
            .seeds(0, 1)
            .maximize("accuracy")
            .halving(2);

    assertThat(search.threads(3).run(examples.range(0, 400), examples.range(400, 600)))
        .isEqualTo(search.run(examples.range(0, 400), examples.range(400, 600)));
  }

  private int run(DigitImages images) {
    return Lesson06SearchLearningRate.run(images, new PrintStream(out), new PrintStream(err));
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
