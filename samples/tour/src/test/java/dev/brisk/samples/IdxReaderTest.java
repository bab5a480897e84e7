package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
  private static final byte[] TWO_IMAGES =
      Idx.images(2, 3, 0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6);
  private static final byte[] LABELS = Idx.labels(3, 0, 9);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("some-idx");
  }

  @Test
  void readsImagesScaledToOne() throws IOException {
    float[][] images = reader(TWO_IMAGES).images(2, 3);

    assertThat(images).hasDimensions(2, 6);
    assertThat(images[0]).containsExactly(0, 0.2f, 0.4f, 0.6f, 0.8f, 1);
    assertThat(images[1]).startsWith(1 / 255f, 2 / 255f);
  }

  @Test
  void readsLabels() throws IOException {
    assertThat(reader(LABELS).labels(10)).containsExactly(3, 0, 9);
  }

  @Test
  void readsGzippedFilesOfAnyName() throws IOException {
    assertThat(reader(Idx.gzipped(TWO_IMAGES)).images(2, 3))
        .isDeepEqualTo(reader(TWO_IMAGES).images(2, 3));
    assertThat(reader(Idx.gzipped(LABELS)).labels(10)).containsExactly(3, 0, 9);
  }

  @Test
  void refusesLabelsWhereImagesAreExpected() {
    assertRefused(
        () -> reader(LABELS).images(2, 3), "magic number 0x00000801, expected 0x00000803");
  }

  @Test
  void refusesWhatIsNoIdxFileByItsFirstBytes() {
    assertRefused(
        () -> reader("<html>".getBytes(StandardCharsets.US_ASCII)).labels(10),
        "magic number 0x3c68746d, expected 0x00000801");
  }

  @Test
  void refusesAnEmptyFile() {
    assertRefused(
        () -> reader(new byte[0]).images(2, 3), "ends after 0 bytes, expected a header of 16");
  }

  @Test
  void refusesAFileThatEndsInItsHeader() {
    assertRefused(
        () -> reader(Arrays.copyOf(TWO_IMAGES, 12)).images(2, 3),
        "ends after 12 bytes, expected a header of 16");
  }

  @Test
  void refusesImagesOfAnotherSize() {
    assertRefused(() -> reader(TWO_IMAGES).images(3, 2), "images of 2x3, expected 3x2");
  }

  @Test
  void refusesAFileThatEndsInAnImage() {
    assertRefused(
        () -> reader(Arrays.copyOf(TWO_IMAGES, TWO_IMAGES.length - 1)).images(2, 3),
        "ends in image 2, expected 2");
  }

  @Test
  void refusesAFileThatEndsBeforeALabel() {
    assertRefused(
        () -> reader(Arrays.copyOf(LABELS, LABELS.length - 1)).labels(10),
        "ends in label 3, expected 3");
  }

  @Test
  void refusesAGzippedFileThatIsCutOff() {
    byte[] gzipped = Idx.gzipped(Idx.images(20, 20, new int[4000]));

    assertRefused(
        () -> reader(Arrays.copyOf(gzipped, gzipped.length - 12)).images(20, 20),
        "ends in image \\d+, expected 10");
    assertRefused(
        () -> reader(Arrays.copyOf(gzipped, 5)).images(20, 20),
        "ends in the header of gzip, expected a whole file");
  }

  @Test
  void refusesAGzippedFileThatIsBroken() {
    byte[] gzipped = Idx.gzipped(LABELS);
    gzipped[gzipped.length - 8] ^= 1; // of the checksum

    assertRefused(() -> reader(gzipped).labels(10), "broken gzip \\(.+\\), expected a whole file");
  }

  @Test
  void refusesAFileThatGoesOn() {
    assertRefused(
        () -> reader(Arrays.copyOf(LABELS, LABELS.length + 1)).labels(10),
        "goes on after label 3, expected its end");
  }

  @Test
  void refusesAFileWithoutLabels() {
    assertRefused(() -> reader(Idx.labels()).labels(10), "0 labels, expected at least 1");
  }

  @Test
  void refusesALabelOfNoClass() {
    assertRefused(() -> reader(LABELS).labels(9), "label 3 is 9, expected 0 to 8");
  }

  private IdxReader reader(byte[] bytes) throws IOException {
    return new IdxReader(Files.write(file, bytes));
  }

  private void assertRefused(ThrowingCallable reading, String message) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(reading)
        .satisfies(
            e -> {
              assertThat(e.getMessage()).startsWith(file + ": ");
              assertThat(e.getMessage().substring((file + ": ").length())).matches(message);
            });
  }
}
