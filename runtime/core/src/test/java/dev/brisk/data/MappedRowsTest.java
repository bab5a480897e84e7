package dev.brisk.data;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MappedRowsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("some.data");
  }

  /** Rows of 3 doubles, 24 bytes. */
  private NumericArray write(int rows) throws IOException {
    double[] values = new SplittableRandom(5).doubles(3L * rows).toArray();
    NumericArray array = NumericArray.of(values, rows, 3);
    NumpyFile.write(file, array);
    return array;
  }

  @Test
  void readsTheSameRowsAsFromMemory() throws IOException {
    NumericArray whole = write(100);
    try (MappedRows mapped = MappedRows.open(file)) {
      assertThat(mapped.shape()).containsExactly(100, 3);
      assertThat(mapped.rows()).isEqualTo(100);
      assertThat(mapped.width()).isEqualTo(3);
      assertThat(mapped.doubles(0, 100)).isDeepEqualTo(whole.doubles());
      assertThat(mapped.floats(98, 100, 0.5))
          .isDeepEqualTo(Arrays.copyOfRange(whole.floats(0.5), 98, 100));
      assertThat(mapped.floats(7, 7)).isEmpty();
    }
  }

  @Test
  void readsAcrossTheBordersOfItsParts() throws IOException {
    NumericArray whole = write(100);
    for (int bytes : List.of(24, 25, 47, 48, 24 * 33, 24 * 99, 24 * 100)) {
      try (MappedRows mapped = MappedRows.open(file, bytes)) {
        assertThat(mapped.doubles(0, 100)).isDeepEqualTo(whole.doubles());
        assertThat(mapped.floats(99, 100)[0]).isEqualTo(whole.floats()[99]);
      }
    }
  }

  @Test
  void readsIdxFiles() throws IOException {
    Files.write(file, IdxBytes.images(1, 2, 0, 255, 51, 102));
    try (MappedRows images = MappedRows.open(file)) {
      assertThat(images.shape()).containsExactly(2, 1, 2);
      assertThat(images.floats(0, 2, 1 / 255.0))
          .isDeepEqualTo(new float[][] {{0, 1}, {0.2f, 0.4f}});
    }
    Files.write(file, IdxBytes.labels(3, 0, 9));
    try (MappedRows labels = MappedRows.open(file, 2)) {
      assertThat(labels.integers(1, 3, 0, 9)).containsExactly(0, 9);
      assertThat(labels.integerRows(1, 3, 0, 9)).isDeepEqualTo(new int[][] {{0}, {9}});
      assertRefused(
          () -> labels.integers(0, 3, 0, 8),
          ", byte 10: 9 at [2], expected a whole number from 0 to 8");
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "its file systems have sparse files")
  void readsAFileAboveTwoGigabytes() throws IOException {
    int rows = 3_000_000;
    int width = 1_000;
    assumeThat(Files.getFileStore(folder).getUsableSpace()).isGreaterThan(4L * rows * width);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(IdxBytes.bytes(0x08, new int[] {rows, width}));
      sparse.setLength(12 + (long) rows * width);
      for (int row : new int[] {0, 2_147_483, 2_147_484, rows - 1}) {
        sparse.seek(12 + (long) row * width + 999);
        sparse.write(row % 100 + 1);
      }
    }

    try (MappedRows mapped = MappedRows.open(file)) {
      assertThat(mapped.rows()).isEqualTo(rows);
      assertThat(mapped.floats(0, 1)[0]).endsWith(0, 1);
      float[][] atTheBorder = mapped.floats(2_147_482, 2_147_485);
      assertThat(atTheBorder[0]).containsOnly(0);
      assertThat(atTheBorder[1]).endsWith(0, 84);
      assertThat(atTheBorder[2]).endsWith(0, 85);
      assertThat(mapped.doubles(rows - 2, rows)[1]).endsWith(0, 100);
    }
  }

  @Test
  void refusesToReadALargeFileAsAWhole() throws IOException {
    Files.write(file, IdxBytes.bytes(0x08, new int[] {3_000_000, 1_000}));

    assertRefused(
        () -> IdxFile.read(file),
        ": 3000000x1000 of unsigned byte, expected at most 2147483639 bytes, or mapped rows");
  }

  @Test
  void readsInManyThreadsAtOnce() throws Exception {
    double[][] whole = write(1_000).doubles();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (MappedRows mapped = MappedRows.open(file, 24 * 17)) {
      List<Future<?>> reads = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        var random = new SplittableRandom(thread);
        reads.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 500; i++) {
                    int from = random.nextInt(1_000);
                    int to = from + random.nextInt(1_001 - from);
                    assertThat(
                            Arrays.deepEquals(
                                mapped.doubles(from, to), Arrays.copyOfRange(whole, from, to)))
                        .isTrue();
                  }
                }));
      }
      for (Future<?> read : reads) {
        read.get(60, SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void refusesRowsThatAreNotThere() throws IOException {
    write(10);
    try (MappedRows mapped = MappedRows.open(file)) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> mapped.floats(5, 11));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> mapped.doubles(-1, 2));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> mapped.doubles(2, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> mapped.floats(0, 1, Double.NaN));
      assertRefused(
          () -> mapped.integers(0, 1, 0, 9), ": 10x3 of double, expected one number in each row");
    }
  }

  @Test
  void refusesToReadWhenItIsClosed() throws IOException {
    write(10);
    MappedRows mapped = MappedRows.open(file);

    mapped.close();
    mapped.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> mapped.floats(0, 1))
        .withMessage(file + " is closed");
  }

  @Test
  void refusesFilesThatItCannotMap() throws IOException {
    Files.write(file, IdxBytes.gzipped(IdxBytes.labels(1)));
    assertRefused(
        () -> MappedRows.open(file),
        ", byte 0: 1f 8b, the first bytes of gzip, expected an unpacked file, whose rows are in place");

    Files.write(file, NumpyBytes.of("|u1", true, "(2, 2)", 1, 2, 3, 4));
    assertRefused(
        () -> MappedRows.open(file),
        ": 2x2 of unsigned byte in Fortran's order, expected C's order, row by row");

    write(2);
    assertRefused(() -> MappedRows.open(file, 23), ": rows of 24 bytes, expected at most 23");
    Files.delete(file);
    assertRefused(
        () -> MappedRows.open(file),
        " could not be read: java.nio.file.NoSuchFileException: " + file);
  }

  @Test
  void checksThePromiseOfTheHeaderWhenItOpens() throws IOException {
    byte[] labels = IdxBytes.labels(1, 2, 3);
    Files.write(file, Arrays.copyOf(labels, labels.length - 1));
    assertRefused(
        () -> MappedRows.open(file),
        ", byte 10: the end of the file, expected it at byte 11, after 3 of unsigned byte");

    Files.write(file, ByteBuffer.allocate(labels.length + 1).put(labels).array());
    assertRefused(
        () -> MappedRows.open(file),
        ", byte 11: more bytes, expected the end of the file, after 3 of unsigned byte");
  }

  private void assertRefused(ThrowingCallable reading, String message) {
    assertThatExceptionOfType(DataException.class).isThrownBy(reading).withMessage(file + message);
  }
}
