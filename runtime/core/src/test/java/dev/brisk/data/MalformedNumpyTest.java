package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of an npy file is told with its byte, whether it is read, mapped or in an npz file.
 */
class MalformedNumpyTest {
  private static final String KEYS = "'descr', 'fortran_order' and 'shape', each once";
  private static final String DTYPE = "the dtype of a number, such as '<f4'";
  private static final byte[] GOOD = NumpyBytes.of("<f4", false, "(2,)", 0, 0, 0, 0, 0, 0, 0, 0);
  private static final byte[] HEADER = "{}".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  static Stream<Malformed> files() {
    return Stream.of(
        of(
            "cut in magic",
            cut(5),
            ", byte 5: the end of the file, expected a header of at least 6 bytes"),
        of(
            "cut in version",
            cut(7),
            ", byte 7: the end of the file, expected a header of at least 8 bytes"),
        of(
            "cut in length",
            cut(9),
            ", byte 9: the end of the file, expected a header of at least 10 bytes"),
        of(
            "cut in header",
            cut(20),
            ", byte 20: the end of the file, expected a header of at least "
                + (GOOD.length - 8)
                + " bytes"),
        of("no elements", cut(GOOD.length - 8), end(GOOD.length - 8, GOOD.length)),
        of("cut in an element", cut(GOOD.length - 1), end(GOOD.length - 1, GOOD.length)),
        of(
            "goes on",
            cut(GOOD.length + 1),
            ", byte "
                + GOOD.length
                + ": more bytes, expected the end of the file, after 2 of float"),
        of(
            "magic",
            "\u0093NUMPX\1\0".getBytes(StandardCharsets.ISO_8859_1),
            ", byte 0: 93 4e 55 4d 50 58, expected 93 4e 55 4d 50 59, the first bytes of an npy file"),
        of("version 0", NumpyBytes.of(0, "{}"), ", byte 6: version 0.0, expected 1.0, 2.0 or 3.0"),
        of("version 4", NumpyBytes.of(4, "{}"), ", byte 6: version 4.0, expected 1.0, 2.0 or 3.0"),
        of(
            "version 255",
            NumpyBytes.of(255, "{}"),
            ", byte 6: version 255.0, expected 1.0, 2.0 or 3.0"),
        of("no header", NumpyBytes.of(1, ""), ", byte 10: the end of the header, expected '{'"),
        of(
            "longest length of version 1",
            NumpyBytes.withLength(1, -1, HEADER),
            ", byte 12: the end of the file, expected a header of at least 65545 bytes"),
        of(
            "longest length",
            NumpyBytes.withLength(2, -1, HEADER),
            ", byte 8: a header of 4294967295 bytes, expected at most 65535"),
        of(
            "large length",
            NumpyBytes.withLength(3, 2_000_000_000, HEADER),
            ", byte 8: a header of 2000000000 bytes, expected at most 65535"),
        of(
            "promises more than there is",
            NumpyBytes.of("|u1", false, "(2147483639,)", 1),
            ", byte 77: the end of the file, expected it at byte 2147483715, after 2147483639 of unsigned byte"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedWhenRead(Malformed file) throws IOException {
    file.assertRefused(folder, NumpyFile::read);
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedWhenMapped(Malformed file) throws IOException {
    file.assertRefused(folder, MappedRows::open);
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedInAnArchive(Malformed file) throws IOException {
    new Malformed(file.name(), NumpyBytes.zipped("a.npy", file.bytes()), "!a.npy" + file.message())
        .assertRefused(folder, NumpyFile::readAll);
  }

  /** What is wrong is told from its place in the header on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "^; '{'",
        "^import os; '{'",
        "^[1, 2]; '{'",
        "{^descr: 1}; a short text in quotes",
        "{'descr'^, '<f4'}; ':'",
        "{^'desc': '<f4'}; KEYS",
        "{^'': '<f4'}; KEYS",
        "{'descr': '<f4', ^'descr': '<f4'}; KEYS",
        "^{}; KEYS",
        "^{'descr': '<f4', 'shape': (2,)}; KEYS",
        "^{'descr': '<f4', 'fortran_order': False}; KEYS",
        "^{'fortran_order': False, 'shape': (2,)}; KEYS",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), ^'extra': 1}; KEYS",
        "{'descr': '<f4' ^'shape': (2,)}; '}'",
        "{'descr': '<f4',^; a short text in quotes",
        "{^,}; a short text in quotes",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} ^x; nothing after the last brace",
        "{'descr': ^'|O'}; DTYPE",
        "{'descr': ^'<U5'}; DTYPE",
        "{'descr': ^'<c8'}; DTYPE",
        "{'descr': ^'<M8[ns]'}; DTYPE",
        "{'descr': ^'|V8'}; DTYPE",
        "{'descr': ^'<f16'}; DTYPE",
        "{'descr': ^'f4'}; DTYPE",
        "{'descr': ^'|f4'}; DTYPE",
        "{'descr': ^'=f4'}; DTYPE",
        "{'descr': ^'<'}; DTYPE",
        "{'descr': ^''}; DTYPE",
        "{'descr': ^[('a', '<f4')]}; DTYPE: columns of different types are not read",
        "{'descr': ^None}; a short text in quotes",
        "{'descr': ^'\\x3cf4'}; a short text in quotes",
        "{'descr': ^'<f4}; a short text in quotes",
        "{'fortran_order': ^0}; True or False",
        "{'fortran_order': ^true}; True or False",
        "{'fortran_order': True^ish}; '}'",
        "{'shape': ^[2]}; '('",
        "{'shape': ^2}; '('",
        "{'shape': (2^)}; ','",
        "{'shape': (^-2,)}; EXTENT",
        "{'shape': (2, ^0)}; EXTENT",
        "{'shape': (^02,)}; EXTENT",
        "{'shape': (^+2,)}; EXTENT",
        "{'shape': (^2147483648,)}; EXTENT",
        "{'shape': (^99999999999999999999,)}; EXTENT",
        "{'shape': (2^.0,)}; ','",
        "{'shape': (2^L,)}; ','",
        "{'shape': (2, ^(3,))}; EXTENT",
        "{'shape': (^((((((((; EXTENT",
        "{'shape': (^,)}; EXTENT",
        "{'shape': (2,^; EXTENT",
        "{'shape': (2, 3^; ')'",
      })
  void namesThePlaceInTheHeader(String header, String expected) throws IOException {
    int at = header.indexOf('^');
    String rest = header.substring(at + 1);
    String found = rest.isEmpty() ? "the end of the header" : DataException.quoted(rest);
    String full =
        expected
            .replace("KEYS", KEYS)
            .replace("DTYPE", DTYPE)
            .replace("EXTENT", "an extent from 1 to 2147483647");
    new Malformed(
            "",
            NumpyBytes.of(1, header.replace("^", "")),
            ", byte " + (10 + at) + ": " + found + ", expected " + full)
        .assertRefused(folder, NumpyFile::read);
  }

  @Test
  void refusesMoreDimensionsThanNumpyHas() throws IOException {
    String shape = "(" + "1,".repeat(65) + ")";
    new Malformed(
            "",
            NumpyBytes.of(1, "{'shape': " + shape + "}"),
            ", byte 149: '1,)}', expected at most 64 dimensions")
        .assertRefused(folder, NumpyFile::read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(2147483647, 2147483647, 2147483647) | shape 2147483647x2147483647x2147483647 of double, expected less than 2^63 bytes",
        "(4294967, 2147483647, 1000) | shape 4294967x2147483647x1000 of double, expected less than 2^63 bytes",
        "(1, 65536, 65536) | shape 1x65536x65536, expected rows of at most 2147483647 numbers",
        "(2147483647, 2) | 2147483647x2 of double, expected at most 2147483639 bytes, or mapped rows",
      })
  void refusesShapesThatAreTooLarge(String shape, String message) throws IOException {
    new Malformed("", NumpyBytes.of("<f8", false, shape), ": " + message)
        .assertRefused(folder, NumpyFile::read);
  }

  static Stream<Malformed> archives() {
    byte[] good = NumpyBytes.zipped("a.npy", GOOD);
    byte[] twice = NumpyBytes.zipped(Map.of("a.npy", GOOD, "b.npy", GOOD));
    for (int i = 0; i < twice.length - 4; i++) {
      twice[i] = twice[i] == 'b' && twice[i + 1] == '.' ? (byte) 'a' : twice[i];
    }
    return Stream.of(
        of("empty", new byte[0], ": broken zip (zip file is empty), expected a whole npz file"),
        of(
            "text",
            "not a zip file at all".getBytes(StandardCharsets.US_ASCII),
            ": broken zip (zip END header not found), expected a whole npz file"),
        of("npy", GOOD, ": broken zip (zip END header not found), expected a whole npz file"),
        of(
            "cut",
            Arrays.copyOf(good, good.length - 1),
            ": broken zip (zip END header not found), expected a whole npz file"),
        of(
            "another file",
            NumpyBytes.zipped("a.txt", GOOD),
            ": 'a.txt' in it, expected npy files alone"),
        of("one name twice", twice, ": two arrays 'a', expected one of each name"),
        of(
            "a folder",
            NumpyBytes.zipped("a/", new byte[0]),
            ": 'a/' in it, expected npy files alone"));
  }

  @ParameterizedTest
  @MethodSource("archives")
  void isRefusedAsAnArchive(Malformed file) throws IOException {
    file.assertRefused(folder, NumpyFile::readAll);
  }

  @Test
  void namesAnArchiveThatIsNotThere() {
    Path file = folder.resolve("none.npz");

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> NumpyFile.readAll(file))
        .withMessage(file + " could not be read: java.nio.file.NoSuchFileException: " + file);
  }

  private static Malformed of(String name, byte[] bytes, String message) {
    return new Malformed(name, bytes, message);
  }

  private static byte[] cut(int length) {
    return Arrays.copyOf(GOOD, length);
  }

  private static String end(int at, int expected) {
    return ", byte "
        + at
        + ": the end of the file, expected it at byte "
        + expected
        + ", after 2 of float";
  }
}
