package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault of a LIBSVM file is told with its line and what is there. */
class MalformedLibsvmTest {
  private static final int WIDTH = 9;

  @TempDir private Path folder;

  /** Each is line 3 of a file: a comment and a good row are before it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "cat 1:1               | 'cat', expected a finite number as the label",
        "1,3 1:1               | '1,3', expected a finite number as the label",
        "NaN 1:1               | 'NaN', expected a finite number as the label",
        "inf 1:1               | 'inf', expected a finite number as the label",
        "-Infinity             | '-Infinity', expected a finite number as the label",
        "1e999 1:1             | '1e999', expected a finite number as the label",
        "1d 1:1                | '1d', expected a finite number as the label",
        "0x1p3 1:1             | '0x1p3', expected a finite number as the label",
        "- 1:1                 | '-', expected a finite number as the label",
        "1-2                   | '1-2', expected a finite number as the label",
        "\u0661 1:1            | '\u0661', expected a finite number as the label",
        "1:1 2:1               | '1:1', expected a finite number as the label",
        "1 2:1 2:1             | '2:1', expected an index above 2, the one before it",
        "1 4:1 3:1             | '3:1', expected an index above 4, the one before it",
        "1 0:1                 | '0:1', expected an index from 1 to 9",
        "1 10:1                | '10:1', expected an index from 1 to 9",
        "1 -1:1                | '-1:1', expected an index from 1 to 9",
        "1 +1:1                | '+1:1', expected an index from 1 to 9",
        "1 1.0:1               | '1.0:1', expected an index from 1 to 9",
        "1 a:1                 | 'a:1', expected an index from 1 to 9",
        "1 \u0661:1            | '\u0661:1', expected an index from 1 to 9",
        "1 :1                  | ':1', expected an index from 1 to 9",
        "1 1 :1                | '1', expected index:value",
        "1 2147483648:1        | '2147483648:1', expected an index from 1 to 9",
        "1 99999999999999999:1 | '99999999999999999:1', expected an index from 1 to 9",
        "1 3                   | '3', expected index:value",
        "1 1:1 x               | 'x', expected index:value",
        "1 1:                  | '1:', expected a finite number after the colon",
        "1 1: 2                | '1:', expected a finite number after the colon",
        "1 1:x                 | '1:x', expected a finite number after the colon",
        "1 1:NaN               | '1:NaN', expected a finite number after the colon",
        "1 1:-inf              | '1:-inf', expected a finite number after the colon",
        "1 1:Infinity          | '1:Infinity', expected a finite number after the colon",
        "1 1:1e400             | '1:1e400', expected a finite number after the colon",
        "1 1:2f                | '1:2f', expected a finite number after the colon",
        "1 1:0x10              | '1:0x10', expected a finite number after the colon",
        "1 1:1e                | '1:1e', expected a finite number after the colon",
        "1 1:1:1               | '1:1:1', expected a finite number after the colon",
        "1 1:1,5               | '1:1,5', expected a finite number after the colon",
        "1 1:1;2:1             | '1:1;2:1', expected a finite number after the colon",
        "1 qid:3 1:1 | 'qid:3', expected index:value, as groups of a ranking are not read",
      })
  void namesTheLineAndTheToken(String line, String message) throws IOException {
    assertRefused(("# 3:x\n1 1:1 9:1\n" + line).getBytes(StandardCharsets.UTF_8), ":3: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\r\n \t\n", "# 1 1:1", "#\n#"})
  void refusesAFileWithoutRows(String text) throws IOException {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), ": no rows, expected at least 1");
  }

  @Test
  void namesTheLineThatIsNotUtf8() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("1 1:1\n1 2:2 # ".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xe9);

    assertRefused(bytes.toByteArray(), ":2: bytes that are not UTF-8, expected a text in UTF-8");
  }

  @Test
  void showsTheBeginningOfALongToken() throws IOException {
    assertRefused(
        ("1 " + "7".repeat(1_000)).getBytes(StandardCharsets.UTF_8),
        ":1: '" + "7".repeat(60) + "...', expected index:value");
  }

  @Test
  void tellsTheLineAsANumberToo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "1 1:1\n\n1 1:x\n");

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> LibsvmFile.read(file))
        .satisfies(e -> assertThat(e.line()).isEqualTo(3));
  }

  private void assertRefused(byte[] bytes, String message) throws IOException {
    new Malformed("", bytes, message).assertRefused(folder, file -> LibsvmFile.read(file, WIDTH));
  }
}
