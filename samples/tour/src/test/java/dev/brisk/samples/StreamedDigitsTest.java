package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.data.MappedRows;
import dev.brisk.data.NumericArray;
import dev.brisk.data.NumpyFile;
import dev.brisk.runtime.ExampleStream;
import dev.brisk.runtime.Fit;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitPerceptron;
import dev.brisk.samples.digits.DigitPerceptronTrainer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digits in files that are not read into memory as a whole. */
class StreamedDigitsTest {
  private static final Fit FIT = Fit.epochs(4).batchSize(32).overrideTraining();

  private final DigitImages images = DigitImages.load();
  private final DigitPerceptronTrainer trainer =
      new DigitPerceptronTrainer(new DigitPerceptron(), 3);

  @TempDir private Path folder;
  private Path pixels;
  private Path digits;

  @BeforeEach
  void write() throws IOException {
    pixels = folder.resolve("pixels.npy");
    digits = folder.resolve("digits.npy");
    NumpyFile.write(pixels, NumericArray.of(images.pixels()));
    NumpyFile.write(digits, NumericArray.of(images.digits(), images.size()));
  }

  private ExampleStream<DigitPerceptronTrainer.Examples> windows(
      MappedRows pixels, MappedRows digits, int size) {
    return ExampleStream.of(
        pixels.rows(),
        size,
        (from, to) ->
            DigitPerceptronTrainer.examples(
                pixels.doubles(from, to), digits.integers(from, to, 0, 9)));
  }

  @Test
  void inOneWindowTheyAreAsInMemory() {
    var inMemory = new DigitPerceptronTrainer(new DigitPerceptron(), 3);
    inMemory.fit(DigitPerceptronTrainer.examples(images.pixels(), images.digits()), FIT);

    try (MappedRows pixelRows = MappedRows.open(pixels);
        MappedRows digitRows = MappedRows.open(digits)) {
      trainer.fit(windows(pixelRows, digitRows, images.size()), FIT);
    }

    assertThat(Weights.of(trainer)).isEqualTo(Weights.of(inMemory));
  }

  @Test
  void inManyWindowsTheyAreLearntToo() {
    try (MappedRows pixelRows = MappedRows.open(pixels);
        MappedRows digitRows = MappedRows.open(digits)) {
      trainer.fit(windows(pixelRows, digitRows, 32 * 8), FIT);
    }
    var all = DigitPerceptronTrainer.examples(images.pixels(), images.digits());
    assertThat(trainer.accuracy(all)).isGreaterThan(0.9);
  }
}
