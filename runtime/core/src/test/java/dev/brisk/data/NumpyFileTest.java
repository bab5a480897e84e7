package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumpyFileTest {
  private static final Map<String, NumericArray> ARRAYS =
      Map.of(
          "w", NumericArray.of(new float[][] {{1, 2, 3}, {4, 5, -0f}}),
          "bias", NumericArray.of(new double[] {Math.PI, Double.MIN_VALUE}),
          "label", NumericArray.of(new int[] {3, Integer.MIN_VALUE}));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("some.npy");
  }

  @Test
  void readsWhatItWrites() throws IOException {
    NumpyFile.write(file, NumericArray.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 2, 3));

    NumericArray read = NumpyFile.read(file);

    assertThat(read.shape()).containsExactly(1, 2, 3);
    assertThat(read.rows()).isEqualTo(1);
    assertThat(read.width()).isEqualTo(6);
    assertThat(read.floats()).isDeepEqualTo(new float[][] {{1, 2, 3, 4, 5, 6}});
    assertThat(read.flatDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void readsTheArchiveThatItWrites() throws IOException {
    NumpyFile.writeAll(file, ARRAYS);

    Map<String, NumericArray> read = NumpyFile.readAll(file);

    assertThat(read.keySet()).containsExactly("bias", "label", "w");
    assertThat(read.get("w").floats()).isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, -0f}});
    assertThat(read.get("bias").flatDoubles()).containsExactly(Math.PI, Double.MIN_VALUE);
    assertThat(read.get("label").integers(Integer.MIN_VALUE, 3))
        .containsExactly(3, Integer.MIN_VALUE);
  }

  @Test
  void writesTheLayoutOfTheFormat() throws IOException {
    NumpyFile.write(file, NumericArray.of(new double[][] {{1}, {2}}));

    byte[] bytes = Files.readAllBytes(file);

    assertThat(bytes).hasSize(128 + 16);
    assertThat(new String(bytes, 0, 128, StandardCharsets.ISO_8859_1))
        .isEqualTo(
            "\u0093NUMPY\1\0v\0{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), }"
                + " ".repeat(58)
                + "\n");
  }

  @Test
  void writesTheSameBytesForTheSameArraysInEveryTimeZone() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    NumpyFile.writeAll(file, ARRAYS);
    byte[] here = Files.readAllBytes(file);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      NumpyFile.writeAll(file, NumpyFile.readAll(file));
    } finally {
      TimeZone.setDefault(zone);
    }

    assertThat(Files.readAllBytes(file)).isEqualTo(here);
  }

  @Test
  void writesWhatItReadFromAnotherFormat() throws IOException {
    Files.write(file, IdxBytes.bytes(0x0B, new int[] {2, 1}, 1, 2, 3, 4));

    NumpyFile.write(file, IdxFile.read(file));

    assertThat(NumpyFile.read(file).shape()).containsExactly(2, 1);
    assertThat(NumpyFile.read(file).flatDoubles()).containsExactly(0x0102, 0x0304);
  }

  @ParameterizedTest
  @CsvSource({
    "|b1, 00, 0",
    "|b1, 01, 1",
    "|u1, ff, 255",
    "|i1, ff, -1",
    "<i1, 80, -128",
    "<u2, 01ff, 65281",
    "<i2, 01ff, -255",
    ">i2, 01ff, 511",
    ">u2, ff01, 65281",
    "<u4, 000000ff, 4278190080",
    "<i4, 000000ff, -16777216",
    ">i4, 00000102, 258",
    "<u8, 0000000000000080, 9223372036854775808",
    ">u8, ffffffffffffffff, 18446744073709551616",
    "<i8, ffffffffffffffff, -1",
    ">i8, 0020000000000001, 9007199254740992",
    "<f2, 0100, 5.9604644775390625e-8",
    "<f2, ff03, 6.097555160522461e-5",
    "<f2, 00bc, -1",
    "<f2, ff7b, 65504",
    ">f2, 3555, 0.333251953125",
    "<f2, 0080, -0.0",
    "<f4, 0000803f, 1",
    ">f4, 3f800000, 1",
    "<f8, 182d4454fb210940, 3.141592653589793",
    ">f8, 400921fb54442d18, 3.141592653589793"
  })
  void readsEveryTypeInEitherOrderOfBytes(String descr, String hex, double value)
      throws IOException {
    int[] bytes =
        IntStream.iterate(0, i -> i < hex.length(), i -> i + 2)
            .map(i -> Integer.parseInt(hex, i, i + 2, 16))
            .toArray();

    assertThat(read(NumpyBytes.of(descr, false, "(1,)", bytes)).flatDoubles())
        .containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'descr': '<u2', 'fortran_order': False, 'shape': (2, 1), }   \n",
        "{'descr':'<u2','fortran_order':False,'shape':(2,1)}",
        "{\"shape\": (2, 1,), \"fortran_order\": False, \"descr\": \"<u2\"}",
      })
  void readsEveryVersionAndSpellingOfTheHeader(String header) throws IOException {
    for (int version = 1; version <= 3; version++) {
      NumericArray read = read(NumpyBytes.of(version, header, 1, 0, 0, 1));

      assertThat(read.shape()).containsExactly(2, 1);
      assertThat(read.integers(1, 256)).containsExactly(1, 256);
    }
  }

  @Test
  void readsAScalarAsARowOfOneNumber() throws IOException {
    NumericArray scalar = read(NumpyBytes.of("|u1", false, "()", 7));

    assertThat(scalar.shape()).isEmpty();
    assertThat(scalar.floats()).isDeepEqualTo(new float[][] {{7}});
  }

  @Test
  void transposesTheOrderOfFortran() throws IOException {
    NumericArray two = read(NumpyBytes.of("|u1", true, "(2, 3)", 1, 4, 2, 5, 3, 6));
    NumericArray three =
        read(NumpyBytes.of("|u1", true, "(2, 2, 3)", 1, 7, 4, 10, 2, 8, 5, 11, 3, 9, 6, 12));

    assertThat(two.floats()).isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(three.doubles())
        .isDeepEqualTo(new double[][] {{1, 2, 3, 4, 5, 6}, {7, 8, 9, 10, 11, 12}});
    assertThat(three.flatFloats()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void keepsTheOrderOfFortranWhenItWrites() throws IOException {
    NumericArray columns = read(NumpyBytes.of("|u1", true, "(2, 3)", 1, 4, 2, 5, 3, 6));

    NumpyFile.write(file, columns);

    assertThat(NumpyFile.read(file).floats()).isDeepEqualTo(columns.floats());
  }

  @Test
  void readsWholeNumbersOfFloats() throws IOException {
    NumpyFile.write(file, NumericArray.of(new double[] {3, -0.0, 1e9}));

    assertThat(NumpyFile.read(file).integers(0, 1_000_000_000))
        .containsExactly(3, 0, 1_000_000_000);
  }

  @Test
  void readsRowsOfWholeNumbers() throws IOException {
    NumericArray words = read(NumpyBytes.of("<u2", true, "(2, 2)", 7, 0, 9, 0, 8, 0, 0, 1));

    assertThat(words.integerRows(0, 256)).isDeepEqualTo(new int[][] {{7, 8}, {9, 256}});
    assertRefused(
        () -> words.integerRows(0, 255),
        ", byte 74: 256 at [1, 1], expected a whole number from 0 to 255");
  }

  @Test
  void refusesWhatDoesNotFit() throws IOException {
    NumpyFile.write(
        file, NumericArray.of(new double[][] {{1, 2}, {1e39, Double.NaN}, {0.5, 1 / 0.0}}));
    NumericArray array = NumpyFile.read(file);

    assertRefused(
        array::floats, ", byte 144: 1.0E39 at [1, 0], expected a finite number that fits a float");
    assertRefused(array::flatDoubles, ", byte 152: NaN at [1, 1], expected a finite number");
    assertRefused(() -> array.integers(0, 1), ": 3x2 of double, expected one number in each row");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "-1, -1",
    "3e9, 3000000000",
    "NaN, NaN",
    "-Infinity, -Infinity",
    "1e300, 1.0E300"
  })
  void refusesIntegersOutOfRange(double value, String shown) throws IOException {
    NumpyFile.write(file, NumericArray.of(new double[] {0, value}));
    NumericArray array = NumpyFile.read(file);

    assertRefused(
        () -> array.labels(10),
        ", byte 136: " + shown + " at [1], expected a whole number from 0 to 9");
  }

  @Test
  void namesThePlaceInTheOrderOfFortran() throws IOException {
    NumericArray array =
        read(
            NumpyBytes.of(
                1, "{'descr':'<f2','fortran_order':True,'shape':(1,1,2)}", 0, 0, 0, 0x7e));

    assertRefused(
        array::floats, ", byte 64: NaN at [0, 0, 1], expected a finite number that fits a float");
  }

  @Test
  void refusesToBeMadeFromWhatIsNoArray() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumericArray.of(new float[][] {{1, 2}, {3}}))
        .withMessage("rows[1] has length 1, expected 2 as rows[0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumericArray.of(new double[0][]))
        .withMessage("rows has no numbers, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumericArray.of(new int[6], 2, 2))
        .withMessage("shape is [2, 2], expected positive extents whose product is 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumericArray.of(new float[6], -2, -3))
        .withMessage("shape is [-2, -3], expected positive extents whose product is 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NumericArray.of(new float[0]))
        .withMessage("shape is [0], expected positive extents whose product is 0");
  }

  @Test
  void refusesAnArchiveWhoseContentIsDamaged() throws IOException {
    NumpyFile.writeAll(file, Map.of("x", NumericArray.of(new double[] {1, 2})));
    byte[] bytes = Files.readAllBytes(file);
    int element = 30 + "x.npy".length() + 128;
    bytes[element] ^= 1;
    Files.write(file, bytes);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> NumpyFile.readAll(file))
        .withMessageMatching(".*some.npy!x.npy: checksum [0-9a-f]{8}, expected [0-9a-f]{8}");
  }

  @Test
  void readsACompressedArchive() throws IOException {
    byte[] array = NumpyBytes.of("|u1", false, "(3,)", 1, 2, 3);
    Files.write(file, NumpyBytes.zipped("x.npy", array));

    assertThat(NumpyFile.readAll(file).get("x").labels(4)).containsExactly(1, 2, 3);
  }

  private NumericArray read(byte[] bytes) throws IOException {
    return NumpyFile.read(Files.write(file, bytes));
  }

  private void assertRefused(ThrowingCallable reading, String message) {
    assertThatExceptionOfType(DataException.class).isThrownBy(reading).withMessage(file + message);
  }
}
