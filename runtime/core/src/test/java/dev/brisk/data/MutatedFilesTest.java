package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good files, damaged at random: each is read with the shape that it says, or refused with a {@link
 * DataException}. Neither takes memory that the size of the file does not warrant.
 */
class MutatedFilesTest {
  private static final int MUTATIONS = 1_500;
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What damage is made of besides random bytes: what numbers and texts begin and end with. */
  private static final byte[] TELLING =
      "\0\1\177\377\200(),:'-0[{}9 \n".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir private Path folder;

  private final SplittableRandom random = new SplittableRandom(20);

  @Test
  void idx() throws IOException {
    byte[] good = IdxBytes.bytes(0x08, new int[] {20, 3, 7}, bytes(420));

    mutate(good, file -> checkRows(IdxFile.read(file)));
    mutate(IdxBytes.bytes(0x0E, new int[] {40}, bytes(320)), file -> checkRows(IdxFile.read(file)));
    mutate(IdxBytes.gzipped(good), file -> checkRows(IdxFile.read(file)));
    mutate(good, MutatedFilesTest::checkMapped);
  }

  @Test
  void npy() throws IOException {
    byte[] good = NumpyBytes.of("<f4", false, "(20, 5)", bytes(400));

    mutate(good, file -> checkRows(NumpyFile.read(file)));
    mutate(good, MutatedFilesTest::checkMapped);
    mutate(
        NumpyBytes.of("<i2", true, "(5, 4, 10)", bytes(400)),
        file -> checkRows(NumpyFile.read(file)));
  }

  @Test
  void npz() throws IOException {
    byte[] array = NumpyBytes.of("<f4", false, "(20, 5)", bytes(400));
    mutate(NumpyBytes.zipped("a.npy", array), MutatedFilesTest::checkArchive);

    Path stored = folder.resolve("stored.npz");
    NumpyFile.writeAll(
        stored, Map.of("a", NumericArray.of(new float[20]), "b", NumericArray.of(new double[9])));
    mutate(Files.readAllBytes(stored), MutatedFilesTest::checkArchive);
  }

  @Test
  void libsvm() throws IOException {
    var text = new StringBuilder("# rows\n");
    for (int row = 0; row < 20; row++) {
      text.append(random.nextInt(-1, 2));
      for (int index = 1; index <= 30; index += random.nextInt(1, 9)) {
        text.append(' ').append(index).append(':').append(random.nextDouble());
      }
      text.append('\n');
    }
    byte[] good = text.toString().getBytes(StandardCharsets.UTF_8);

    mutate(good, file -> checkSparse(LibsvmFile.read(file)));
    mutate(
        good,
        file -> {
          SparseRows rows = LibsvmFile.read(file, 30);
          assertThat(rows.doubles()).hasDimensions(rows.rows(), 30);
          assertThat(rows.floats()).hasDimensions(rows.rows(), 30);
        });
  }

  private void mutate(byte[] good, Consumer<Path> reading) throws IOException {
    reading.accept(Files.write(folder.resolve("good"), good));
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = mutated(good);
      Path file = Files.write(folder.resolve("mutation" + i), bytes);
      long before = THREAD.getCurrentThreadAllocatedBytes();
      try {
        reading.accept(file);
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith(file.toString());
        refused++;
      } catch (RuntimeException | Error e) {
        throw new AssertionError("mutation " + i + ": " + Arrays.toString(bytes), e);
      }
      assertThat(THREAD.getCurrentThreadAllocatedBytes() - before)
          .as("bytes allocated for mutation %d", i)
          .isLessThan(20L * bytes.length + 1_000_000);
      Files.delete(file);
    }
    assertThat(refused).isBetween(MUTATIONS / 20, MUTATIONS);
  }

  /** One to four times: a byte is replaced, a bit flipped, some bytes are cut out or doubled. */
  private byte[] mutated(byte[] good) {
    byte[] bytes = good.clone();
    for (int times = random.nextInt(1, 5); times > 0; times--) {
      // Headers are at the beginning, and of zip files at the end.
      int reach = Math.max(1, random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length);
      int at = random.nextInt(reach);
      at = random.nextInt(4) == 0 ? Math.max(0, bytes.length - 1 - at) : at;
      int to = Math.min(bytes.length, at + random.nextInt(1, 9));
      switch (bytes.length == 0 ? 5 : random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
        case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> bytes = joined(bytes, at, to);
        case 4 -> bytes = joined(bytes, to, at);
        default -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 2));
      }
    }
    return bytes;
  }

  /** What is before one place, and what is from another on. */
  private static byte[] joined(byte[] bytes, int before, int from) {
    byte[] joined = Arrays.copyOf(bytes, before + bytes.length - from);
    System.arraycopy(bytes, from, joined, before, bytes.length - from);
    return joined;
  }

  private int[] bytes(int count) {
    return IntStream.range(0, count).map(i -> random.nextInt(64)).toArray();
  }

  private static void checkRows(NumericArray array) {
    assertThat(array.shape().stream().reduce(1, (a, b) -> a * b))
        .isEqualTo(array.rows() * array.width());
    assertThat(array.doubles()).hasDimensions(array.rows(), array.width());
    assertThat(array.floats()).hasDimensions(array.rows(), array.width());
  }

  private static void checkMapped(Path file) {
    try (MappedRows rows = MappedRows.open(file, 1_000)) {
      assertThat(rows.doubles(0, rows.rows())).hasDimensions(rows.rows(), rows.width());
      assertThat(rows.floats(rows.rows() - 1, rows.rows())).hasDimensions(1, rows.width());
    }
  }

  private static void checkArchive(Path file) {
    NumpyFile.readAll(file).values().forEach(MutatedFilesTest::checkRows);
  }

  private static void checkSparse(SparseRows rows) {
    int[][] indices = rows.indices();
    double[][] values = rows.doubleValues();
    float[][] floats = rows.floatValues();
    assertThat(rows.targets()).hasSameSizeAs(indices).hasSameSizeAs(values);
    for (int row = 0; row < rows.rows(); row++) {
      assertThat(values[row]).hasSameSizeAs(indices[row]);
      assertThat(floats[row]).hasSameSizeAs(indices[row]);
      for (int index : indices[row]) {
        assertThat(index).isBetween(0, rows.width() - 1);
      }
    }
  }
}
