package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brisk.runtime.Fit;
import dev.brisk.samples.fashion.FashionConvolution;
import dev.brisk.samples.fashion.FashionConvolutionTrainer;
import dev.brisk.samples.fashion.FashionImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void trainsOnTheDigitsWhereThereAreNoGarments() throws IOException {
    Path absent = folder.resolve("absent");

    int status = run(List.of(), absent);

    assertThat(lines(err)).isEmpty();
    assertThat(status).isZero();
    assertThat(lines(out).get(0)).matches("kernels: (vector|scalar).*");
    assertThat(lines(out).get(1))
        .startsWith("No garments in " + absent)
        .contains("dataset-fashion-mnist");
    assertThat(lines(out).get(2)).isEqualTo("1438 images to train on, 359 to test on");
    assertThat(lines(out)).filteredOn(line -> line.startsWith("epoch ")).hasSize(30);
    assertThat(last(out, 3)).matches("1350 updates, \\d+ samples per second .*");
    assertThat(last(out, 2)).matches("misread: \\d as \\d.*");
    assertThat(last(out, 1)).matches("test accuracy 0\\.9[5-9]\\d");
  }

  @Test
  void refusesAnArgumentThatIsNeitherFolderNorModel() throws IOException {
    int status = run(List.of("convolutional"), folder);

    assertThat(status).isEqualTo(1);
    assertThat(lines(err))
        .containsExactly("convolutional is no folder, nor perceptron or convolution");
  }

  @Test
  void aPerceptronLearnsWhereTheBrightSpotIs() {
    int status =
        FashionMnist.perceptron(spots(960, 1), spots(200, 2)).run(fit(2), stream(out), stream(err));

    assertThat(lines(err)).isEmpty();
    assertThat(status).isZero();
  }

  @Test
  void failsOnWhatCannotBeLearnt() {
    FashionImages test = spots(200, 2);
    int[] anyGarments = new Random(3).ints(test.size(), 0, 10).toArray();

    int status =
        FashionMnist.perceptron(spots(96, 1), new FashionImages(test.pixels(), anyGarments))
            .run(fit(1), stream(out), stream(err));

    assertThat(status).isEqualTo(1);
    assertThat(lines(err))
        .singleElement()
        .asString()
        .matches("accuracy 0\\.\\d{4}, this sample promises at least 0\\.87");
    assertThat(last(out, 2)).matches("misread: (.+ as .+, ){6}and \\d+ more");
  }

  @Test
  void theLossOfAConvolutionFalls() {
    FashionImages spots = spots(96, 1);
    var trainer = new FashionConvolutionTrainer(new FashionConvolution(), 1);
    var examples = FashionConvolutionTrainer.examples(spots.pixels(), spots.garments());
    double before = trainer.loss(examples);

    IntStream.range(0, 20).forEach(step -> trainer.trainBatch(examples, 0, examples.size()));

    assertThat(trainer.loss(examples)).isLessThan(before / 2);
  }

  @Test
  void aConvolutionPredictsAsItsModelDoes() {
    FashionImages spots = spots(20, 1);
    var model = new FashionConvolution();
    var trainer = new FashionConvolutionTrainer(model, 1);

    int[] guesses =
        trainer.classify(FashionConvolutionTrainer.examples(spots.pixels(), spots.garments()));

    assertThat(guesses)
        .containsExactly(
            IntStream.range(0, 20).map(i -> model.classify(spots.pixels()[i])).toArray());
  }

  @Test
  void anEpochOfTheGarmentsThemselvesIsWorthEightTenths() throws IOException {
    assumeTrue(Files.isDirectory(FashionImages.INSTALLED), "no Fashion-MNIST on this machine");
    FashionImages training = FashionImages.training(FashionImages.INSTALLED);
    FashionImages test = FashionImages.test(FashionImages.INSTALLED);

    FashionMnist.perceptron(training, test).run(fit(1), stream(out), stream(err));

    assertThat(lines(out).get(0)).isEqualTo("60000 images to train on, 10000 to test on");
    assertThat(last(out, 1)).matches("test accuracy 0\\.8\\d\\d");
  }

  /** Noise, and a bright square whose place is the label: enough for any of the models. */
  private static FashionImages spots(int size, long seed) {
    Random random = new Random(seed);
    float[][] pixels = new float[size][784];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = i % 10;
      for (int pixel = 0; pixel < 784; pixel++) {
        pixels[i][pixel] = 0.2f * random.nextFloat();
      }
      int corner = (2 + 13 * (labels[i] / 5)) * 28 + 1 + 5 * (labels[i] % 5);
      for (int pixel = 0; pixel < 25; pixel++) {
        pixels[i][corner + pixel / 5 * 28 + pixel % 5] = 1;
      }
    }
    return new FashionImages(pixels, labels);
  }

  private static Fit fit(int epochs) {
    return Fit.epochs(epochs).overrideTraining();
  }

  private int run(List<String> arguments, Path installed) throws IOException {
    return FashionMnist.run(arguments, installed, stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Counted from the end: the last line is 1. */
  private static String last(ByteArrayOutputStream bytes, int line) {
    List<String> lines = lines(bytes);
    return lines.get(lines.size() - line);
  }
}
