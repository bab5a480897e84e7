package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final String HOUSES = "rooms,price\n3,100.5\n4,200\n";

  @TempDir private Path folder;

  private static Table read(String text) {
    return Csv.withHeader().read(new StringReader(text), "houses.csv");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void readsNamesFromTheFirstLine() {
    Table houses = read(HOUSES);

    assertThat(houses.columns()).containsExactly("rooms", "price");
    assertThat(houses.rows()).isEqualTo(2);
    assertThat(houses.number("price")).containsExactly(100.5, 200);
  }

  @Test
  void numbersTheColumnsOfAFileWithoutAHeader() {
    Table table = Csv.withoutHeader().read(new StringReader("3,x\n4,y"), "houses.csv");

    assertThat(table.columns()).containsExactly("1", "2");
    assertThat(table.text("2")).containsExactly("x", "y");
  }

  @Test
  void givesTheColumnsOfAFileWithoutAHeaderNames() {
    Table table = Csv.withoutHeader("n", "t").read(new StringReader("3,x\n4,y"), "houses.csv");

    assertThat(table.columns()).containsExactly("n", "t");
    assertThat(table.number("n")).containsExactly(3, 4);
  }

  @Test
  void refusesNamesThatAreNotDifferent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Csv.withoutHeader("a", "b", "a"))
        .withMessage(
            "columns 1 and 3 are both named 'a', expected a name of its own for each column");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Csv.withoutHeader(""))
        .withMessage("column 1 has no name, expected a name of its own for each column");
  }

  @Test
  void readsFilesGzippedOrNotWhateverTheirName() throws IOException {
    Path plain = Files.write(folder.resolve("plain.gz"), utf8(HOUSES));
    Path gzipped = Files.write(folder.resolve("gzipped.csv"), gzipped(utf8(HOUSES)));

    assertThat(Csv.withHeader().read(plain).number("rooms")).containsExactly(3, 4);
    assertThat(Csv.withHeader().read(gzipped).number("rooms")).containsExactly(3, 4);
  }

  @Test
  void readsAndClosesAResource() throws IOException {
    boolean[] closed = new boolean[1];
    InputStream resource =
        new ByteArrayInputStream(gzipped(utf8(HOUSES))) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    assertThat(Csv.withHeader().read(resource, "resource").rows()).isEqualTo(2);
    assertThat(closed[0]).isTrue();
  }

  @Test
  void passesOverAByteOrderMark() throws IOException {
    Path file = Files.write(folder.resolve("f.csv"), utf8("\ufeff\"a,b\",c\n1,2\n"));

    assertThat(Csv.withHeader().read(file).columns()).containsExactly("a,b", "c");
    assertThat(read("\ufeffa\n1\n").columns()).containsExactly("a");
    assertThat(read("a\n\ufeff\n").text("a")).containsExactly("\ufeff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void countsLinesByAnyOfTheirEnds(String end) {
    Table table = read("a,b" + end + "\"1" + end + end + "1\",2" + end + end + "3,4" + end + "5,6");

    assertThat(table.number("b")).containsExactly(2, 4, 6);
    assertThat(IntStream.range(0, 3).mapToLong(table::line)).containsExactly(2L, 6L, 7L);
  }

  @Test
  void readsCharactersThatLieAcrossBuffers() throws IOException {
    // 3 bytes or 4 for a character, and 2 for the line: each offset within a buffer occurs.
    String text =
        IntStream.range(0, 30_000)
            .mapToObj(i -> (i % 3 == 0 ? "\ud83c\udfe0" : "\u20ac") + i)
            .collect(Collectors.joining("\n"));
    Path file = Files.write(folder.resolve("f.csv"), utf8(text));

    assertThat(Csv.withoutHeader().read(file).text("1")).containsExactly(text.split("\n"));
  }

  @Test
  void keepsWhatIsQuoted() {
    assertThat(read("a,b\n \"x, \"\"y\"\" \" , z \n").text("a")).containsExactly("x, \"y\" ");
  }

  @Test
  void passesOverBlanksAroundCells() {
    assertThat(read("a , b\n 1 ,\t2 \n").numbers("a", "b")).isDeepEqualTo(new double[][] {{1, 2}});
  }

  @Test
  void passesOverBlankLines() {
    Table table = read("\n \na,b\n\n1,2\n\t\n3,4\n\n");

    assertThat(table.numbers()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    assertThat(table.line(1)).isEqualTo(7);
  }

  @Test
  void takesABlankLineForAMissingValueWhereItCanBeOne() {
    assertThat(read("a\n1\n\n3\n").fillMissing("a", 2).number("a")).containsExactly(1, 2, 3);
  }

  @Test
  void readsOtherDelimiters() {
    assertThat(read(';', "a;b\n1;2,5\n").text("b")).containsExactly("2,5");
    assertThat(read(' ', "a b\n1 \" \"\n").text("b")).containsExactly(" ");
    Table tabs = read('\t', "a\tb\tc\n1\t\t3\n\t2\t\n");

    assertThat(tabs.fillMissing(Map.of("a", 0.0, "b", 0.0, "c", 0.0)).numbers())
        .isDeepEqualTo(new double[][] {{1, 0, 3}, {0, 2, 0}});
  }

  private static Table read(char delimiter, String text) {
    return Csv.withHeader().delimiter(delimiter).read(new StringReader(text), "f.csv");
  }

  @ParameterizedTest
  @ValueSource(chars = {'"', '\n', '\r', '\0'})
  void refusesADelimiterThatIsNone(char delimiter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Csv.withHeader().delimiter(delimiter))
        .withMessageStartingWith("the delimiter is '");
  }

  @Test
  void takesTheUsualTextsForMissingValues() {
    Table table = read("a,b\n1,1\n,2\nNA,3\nNaN,4\n?,5\n");

    assertThat(table.withoutMissing().number("b")).containsExactly(1);
  }

  @Test
  void takesOtherTextsForMissingValuesOnDemand() {
    Table table =
        Csv.withHeader().missing("-", "-999").read(new StringReader("a\n-\n-999\n?\n"), "f");

    assertThat(table.fillMissing("a", "none").text("a")).containsExactly("none", "none", "?");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Path file = folder.resolve("none.csv");

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Csv.withHeader().read(file))
        .withMessage(file + " could not be read: java.nio.file.NoSuchFileException: " + file);
  }

  @Test
  void refusesAFolder() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Csv.withHeader().read(folder))
        .withMessageStartingWith(folder + " could not be read: ");
  }

  @Test
  void namesTheLineOfBytesThatAreNoCharactersFarIntoAFile() throws IOException {
    byte[] bytes = utf8("a\n" + "123456\n".repeat(50_000));
    bytes[2 + 7 * 40_000] = (byte) 0xff;
    Path file = Files.write(folder.resolve("f.csv"), bytes);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Csv.withHeader().read(file))
        .withMessage(file + ":40002: bytes that are no characters, expected a text in UTF-8");
  }

  @Test
  void refusesAGzippedFileThatIsCutOffAnywhere() throws IOException {
    byte[] whole = gzipped(utf8(HOUSES));
    for (int length = 3; length < whole.length; length++) {
      Path file = Files.write(folder.resolve("f.csv"), Arrays.copyOf(whole, length));

      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> Csv.withHeader().read(file))
          .withMessageMatching(".*f.csv:\\d: broken gzip \\(.+\\), expected a whole file");
    }
  }

  @Test
  void refusesAGzippedFileThatIsDamaged() throws IOException {
    byte[] damaged = gzipped(utf8(HOUSES));
    damaged[damaged.length - 8] ^= 1; // of the checksum
    Path file = Files.write(folder.resolve("f.csv"), damaged);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Csv.withHeader().read(file))
        .withMessageContaining("broken gzip");
  }

  @Test
  void refusesAFileThatBreaksOffByAFailureOfTheDevice() {
    Reader failing =
        new Reader() {
          private boolean read;

          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            if (read) {
              throw new IOException("no signal");
            }
            read = true;
            "a\n1\n".getChars(0, 4, buffer, offset);
            return 4;
          }

          @Override
          public void close() {}
        };

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Csv.withHeader().read(failing, "f.csv"))
        .withMessage("f.csv could not be read: java.io.IOException: no signal");
  }

  @Test
  void readsAnyTextsThatAreWritten() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 300; round++) {
      int width = 2 + random.nextInt(4);
      String[][] cells = new String[1 + random.nextInt(20)][width];
      long[] lines = new long[cells.length];
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < cells.length; i++) {
        Arrays.setAll(cells[i], j -> anyText(random));
        lines[i] = text.chars().filter(c -> c == '\n').count() + 1;
        text.append(
            Arrays.stream(cells[i])
                .map(cell -> random.nextBoolean() ? quoted(cell) : quotedIfNeeded(cell))
                .collect(Collectors.joining(",", "", "\n")));
      }
      Path file = Files.write(folder.resolve("f.csv"), utf8(text.toString()));
      Table table = Csv.withoutHeader().missing().read(file);

      assertThat(IntStream.range(0, table.rows()).mapToLong(table::line).toArray())
          .isEqualTo(lines);
      for (int j = 0; j < width; j++) {
        int column = j;
        assertThat(table.text(String.valueOf(j + 1)))
            .containsExactly(Arrays.stream(cells).map(row -> row[column]).toArray(String[]::new));
      }
    }
  }

  private static String quotedIfNeeded(String cell) {
    return cell.matches("[^,\"\n]*") ? cell : quoted(cell);
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** With everything that needs quotes, beside what does not. */
  private static String anyText(SplittableRandom random) {
    String alphabet = "a1,;\"\n#\\.-\u00e9\u20ac\ud83c\udfe0";
    int[] characters = alphabet.codePoints().toArray();
    return random
        .ints(random.nextInt(8), 0, characters.length)
        .mapToObj(i -> Character.toString(characters[i]))
        .collect(Collectors.joining());
  }
}
