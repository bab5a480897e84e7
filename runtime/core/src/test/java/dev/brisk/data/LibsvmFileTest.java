package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibsvmFileTest {
  private static final String THREE =
      """
      # of three rows
      -1 2:0.5 4:-1e-3\t5:+7 # a comment
      +1

      +1 1:.25 5:2.\r
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("some.libsvm");
  }

  @Test
  void readsIndicesFromZeroAndValues() throws IOException {
    SparseRows rows = LibsvmFile.read(write(THREE));

    assertThat(rows.rows()).isEqualTo(3);
    assertThat(rows.width()).isEqualTo(5);
    assertThat(rows.indices()).isDeepEqualTo(new int[][] {{1, 3, 4}, {}, {0, 4}});
    assertThat(rows.doubleValues()).isDeepEqualTo(new double[][] {{0.5, -1e-3, 7}, {}, {0.25, 2}});
    assertThat(rows.floatValues()).isDeepEqualTo(new float[][] {{0.5f, -1e-3f, 7}, {}, {0.25f, 2}});
  }

  @Test
  void fillsRowsUpWithZeros() throws IOException {
    assertThat(LibsvmFile.read(write(THREE), 6).doubles())
        .isDeepEqualTo(
            new double[][] {{0, 0.5, 0, -1e-3, 7, 0}, {0, 0, 0, 0, 0, 0}, {0.25, 0, 0, 0, 2, 0}});
    assertThat(LibsvmFile.read(file).floats())
        .isDeepEqualTo(
            new float[][] {{0, 0.5f, 0, -1e-3f, 7}, {0, 0, 0, 0, 0}, {0.25f, 0, 0, 0, 2}});
  }

  @Test
  void readsLabelsAsNumbersAndAsClasses() throws IOException {
    SparseRows signs = LibsvmFile.read(write(THREE));
    assertThat(signs.targets()).containsExactly(-1, 1, 1);
    assertThat(signs.integers(-1, 1)).containsExactly(-1, 1, 1);
    assertThat(signs.classesOf(-1, 1)).containsExactly(0, 1, 1);

    assertThat(LibsvmFile.read(write("2 1:1\n0 1:2\n")).labels(3)).containsExactly(2, 0);
    assertThat(LibsvmFile.read(write("2.5 1:1\n1e3 1:2\n")).targets()).containsExactly(2.5, 1000);
  }

  @Test
  void refusesLabelsOfNoClass() throws IOException {
    SparseRows signs = LibsvmFile.read(write(THREE));

    assertRefused(() -> signs.labels(2), ":2: label -1.0, expected a whole number from 0 to 1");
    assertRefused(() -> signs.classesOf(-1, 0), ":3: label 1.0, expected one of [-1.0, 0.0]");
    SparseRows half = LibsvmFile.read(write("\n0.5 1:1\n"));
    assertRefused(() -> half.labels(2), ":2: label 0.5, expected a whole number from 0 to 1");
    assertThatIllegalArgumentException().isThrownBy(() -> signs.labels(0));
  }

  @Test
  void refusesValuesThatFitNoFloat() throws IOException {
    SparseRows rows = LibsvmFile.read(write("1 1:1 7:-1e39"));

    assertThat(rows.doubles()[0]).endsWith(-1e39);
    assertRefused(rows::floats, ":1: -1.0E39 at index 7, expected a number that fits a float");
    assertRefused(rows::floatValues, ":1: -1.0E39 at index 7, expected a number that fits a float");
  }

  @Test
  void readsGzippedFiles() throws IOException {
    Files.write(file, IdxBytes.gzipped(THREE.getBytes(StandardCharsets.UTF_8)));

    assertThat(LibsvmFile.read(file).targets()).containsExactly(-1, 1, 1);
  }

  @Test
  void readsLinesThatAreLongerThanABuffer() throws IOException {
    var line = new StringBuilder("1");
    for (int index = 1; index <= 20_000; index++) {
      line.append(' ').append(index).append(':').append(index);
    }
    SparseRows rows = LibsvmFile.read(write(line + "\n" + line));

    assertThat(rows.doubleValues()[0]).hasSize(20_000).endsWith(19_999, 20_000);
    assertThat(rows.doubleValues()[1]).isEqualTo(rows.doubleValues()[0]);
  }

  @Test
  void readsOtherScriptsInComments() throws IOException {
    assertThat(LibsvmFile.read(write("1 1:1 # \u00fcber \u7dda")).rows()).isEqualTo(1);
  }

  @Test
  void countsTheLinesOfAFileWithoutValues() throws IOException {
    assertThat(LibsvmFile.read(write("1\n0\n")).width()).isEqualTo(1);
  }

  @Test
  void refusesAWidthOfNothing() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LibsvmFile.read(write(THREE), 0))
        .withMessage("width is 0, expected at least 1");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(file, text);
  }

  private void assertRefused(ThrowingCallable reading, String message) {
    assertThatExceptionOfType(DataException.class).isThrownBy(reading).withMessage(file + message);
  }
}
