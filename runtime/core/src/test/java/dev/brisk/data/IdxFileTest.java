package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  private static final byte[] TWO_IMAGES =
      IdxBytes.images(2, 3, 0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6);
  private static final byte[] LABELS = IdxBytes.labels(3, 0, 9);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("some-idx");
  }

  @Test
  void readsImagesScaledToOne() throws IOException {
    NumericArray images = read(TWO_IMAGES).withRowsOf(2, 3);

    assertThat(images.shape()).containsExactly(2, 2, 3);
    assertThat(images.floats(1 / 255.0)).hasDimensions(2, 6);
    assertThat(images.floats(1 / 255.0)[0]).containsExactly(0, 0.2f, 0.4f, 0.6f, 0.8f, 1);
    assertThat(images.floats()[1]).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(images.doubles(0.5)[1]).containsExactly(0.5, 1, 1.5, 2, 2.5, 3);
  }

  @Test
  void scalesEveryByteAsADivisionByTheLargestDoes() throws IOException {
    float[] scaled =
        read(IdxBytes.images(16, 16, IntStream.range(0, 256).toArray())).floats(1 / 255.0)[0];

    for (int pixel = 0; pixel < 256; pixel++) {
      assertThat(scaled[pixel]).isEqualTo(pixel / 255f);
    }
  }

  @Test
  void readsLabels() throws IOException {
    assertThat(read(LABELS).labels(10)).containsExactly(3, 0, 9);
  }

  @Test
  void readsGzippedFilesOfAnyName() throws IOException {
    assertThat(read(IdxBytes.gzipped(TWO_IMAGES)).floats())
        .isDeepEqualTo(read(TWO_IMAGES).floats());
    assertThat(read(IdxBytes.gzipped(LABELS)).labels(10)).containsExactly(3, 0, 9);
  }

  @Test
  void readsEveryTypeOfTheFormat() throws IOException {
    int[] two = {2};
    assertThat(read(IdxBytes.bytes(0x08, two, 1, 255)).flatDoubles()).containsExactly(1, 255);
    assertThat(read(IdxBytes.bytes(0x09, two, 1, 255)).flatDoubles()).containsExactly(1, -1);
    assertThat(read(IdxBytes.bytes(0x0B, two, 1, 2, 0x80, 0)).flatDoubles())
        .containsExactly(258, Short.MIN_VALUE);
    assertThat(read(IdxBytes.bytes(0x0C, two, 1, 2, 3, 4, 0x80, 0, 0, 0)).flatDoubles())
        .containsExactly(0x01020304, Integer.MIN_VALUE);
    assertThat(read(IdxBytes.of(0x0D, new int[] {1}, out -> out.writeFloat(0.1f))).flatFloats())
        .containsExactly(0.1f);
    assertThat(read(IdxBytes.of(0x0E, new int[] {1}, out -> out.writeDouble(0.1))).flatDoubles())
        .containsExactly(0.1);
  }

  @Test
  void readsAnyNumberOfDimensions() throws IOException {
    int[] shape = new int[255];
    Arrays.fill(shape, 1);
    shape[0] = 2;
    shape[254] = 3;

    NumericArray array = read(IdxBytes.bytes(0x08, shape, 1, 2, 3, 4, 5, 6));

    assertThat(array.shape()).hasSize(255);
    assertThat(array.doubles()).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
  }

  @Test
  void refusesImagesOfAnotherSize() {
    assertRefused(
        () -> read(TWO_IMAGES).withRowsOf(3, 2),
        ": 2x2x3 of unsigned byte, expected rows of shape [3, 2]");
    assertRefused(
        () -> read(LABELS).withRowsOf(2, 3), ": 3 of unsigned byte, expected rows of shape [2, 3]");
  }

  @Test
  void refusesImagesWhereLabelsAreExpected() {
    assertRefused(
        () -> read(TWO_IMAGES).labels(10),
        ": 2x2x3 of unsigned byte, expected one number in each row");
  }

  @Test
  void refusesALabelOfNoClass() {
    assertRefused(
        () -> read(LABELS).labels(9), ", byte 10: 9 at [2], expected a whole number from 0 to 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(LABELS).labels(0))
        .withMessage("classes is 0, expected at least 1");
  }

  @Test
  void refusesWhatIsNoIdxFileByItsFirstBytes() {
    assertRefused(
        () -> read("<html>".getBytes(StandardCharsets.US_ASCII)),
        ", byte 0: 3c 68 74 6d, expected 00 00, the first bytes of an IDX file");
  }

  @Test
  void refusesAGzippedFileThatIsCutOffAnywhere() {
    byte[] gzipped = IdxBytes.gzipped(IdxBytes.images(20, 20, new int[4000]));

    for (int length = 2; length < gzipped.length; length++) {
      byte[] cut = Arrays.copyOf(gzipped, length);
      assertRefused(() -> read(cut), ": its gzip is cut off, expected a whole file");
    }
  }

  @Test
  void refusesAGzippedFileThatIsBroken() {
    byte[] gzipped = IdxBytes.gzipped(LABELS);
    gzipped[gzipped.length - 8] ^= 1; // of the checksum

    assertRefused(
        () -> read(gzipped), ": broken gzip (Corrupt GZIP trailer), expected a whole file");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertRefused(
        () -> IdxFile.read(file), " could not be read: java.nio.file.NoSuchFileException: " + file);
  }

  @Test
  void refusesAScaleThatIsNotFinite() throws IOException {
    NumericArray images = read(TWO_IMAGES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> images.floats(Double.NaN))
        .withMessage("scale is NaN, expected a finite number");
    assertThatIllegalArgumentException().isThrownBy(() -> images.doubles(1 / 0.0));
  }

  private NumericArray read(byte[] bytes) throws IOException {
    return IdxFile.read(Files.write(file, bytes));
  }

  private void assertRefused(ThrowingCallable reading, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(reading)
        .withMessage(file + message)
        .matches(e -> e.file().equals(file.toString()));
  }
}
