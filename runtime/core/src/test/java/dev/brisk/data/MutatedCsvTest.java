package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A good file with a few bytes changed at random, some thousand times. */
class MutatedCsvTest {
  /** What the readers of numbers and of records have special cases for. */
  private static final byte[] SPECIAL =
      "\",\n\r\0 \t;?xeE+-.9\u00ff\u00c3\u00a9\u00ef\u00bb\u00bf"
          .getBytes(StandardCharsets.ISO_8859_1);

  private static byte[] mutated(byte[] good, SplittableRandom random) {
    byte[] bytes = good.clone();
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(bytes.length);
      byte special = SPECIAL[random.nextInt(SPECIAL.length)];
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = special;
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = spliced(bytes, at, 0, new byte[] {special});
        case 3 ->
            bytes = spliced(bytes, at, random.nextInt(bytes.length - at), new byte[] {special});
        default -> bytes = spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at / 2, at));
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, at);
    spliced.writeBytes(inserted);
    spliced.write(bytes, at + removed, bytes.length - at - removed);
    return spliced.toByteArray();
  }

  /** Whether it is read; if not, it is refused with its line. */
  private static boolean isRead(Csv csv, byte[] bytes) {
    Table table;
    try {
      table = csv.read(new ByteArrayInputStream(bytes), "f.csv");
    } catch (DataException e) {
      assertHasPlace(e);
      return false;
    }
    assertThat(table.columns()).doesNotHaveDuplicates().isNotEmpty();
    assertThat(IntStream.range(0, table.rows()).mapToLong(table::line)).isNotEmpty().isSorted();
    for (String name : table.columns()) {
      assertThat(table.fillMissing(name, "none").text(name)).hasSize(table.rows());
    }
    assertGivesNumbers(table);
    return true;
  }

  private static void assertGivesNumbers(Table table) {
    try {
      assertThat(table.numbers()).hasDimensions(table.rows(), table.columns().size());
    } catch (DataException e) {
      assertHasPlace(e);
      assertThat(e.column()).isPresent();
    }
  }

  private static void assertHasPlace(DataException e) {
    assertThat(e.line()).as(e.getMessage()).isPositive();
    assertThat(e.getMessage()).startsWith("f.csv:" + e.line()).contains(", expected ");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsOrRefusesWhateverBecomesOfAFile(boolean gzips) throws IOException {
    byte[] good =
        "id,\"a\nb\",c\n1,2.5,-3e2\r\n4,\"5\",6\n\n7,8,9\n".getBytes(StandardCharsets.UTF_8);
    SplittableRandom random = new SplittableRandom(1);
    int read = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = mutated(gzips ? CsvTest.gzipped(good) : good, random);
      read += isRead(i % 2 == 0 ? Csv.withHeader() : Csv.withoutHeader(), bytes) ? 1 : 0;
    }

    assertThat(isRead(Csv.withHeader(), good)).isTrue();
    assertThat(read).isBetween(gzips ? 1 : 100, 1900);
  }
}
