package dev.brisk.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of an IDX file is told with its byte, whether it is read or mapped. */
class MalformedIdxTest {
  private static final byte[] IMAGES = IdxBytes.images(2, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  private static final byte[] LABELS = IdxBytes.labels(3, 0, 9);
  private static final int[] LARGEST = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};

  @TempDir private Path folder;

  static Stream<Malformed> files() {
    return Stream.of(
        of("empty", new byte[0], ", byte 0: the end of the file, expected an IDX header"),
        of("one byte", cut(IMAGES, 1), ", byte 1: the end of the file, expected an IDX header"),
        of("cut in magic", cut(IMAGES, 3), ", byte 3: the end of the file, expected an IDX header"),
        of("html", text("<html>"), firstBytes("3c 68 74 6d")),
        of("short text", text("no"), firstBytes("6e 6f")),
        of("zip", text("PK\3\4"), firstBytes("50 4b 03 04")),
        of("second byte", bytes(0, 1, 8, 1), firstBytes("00 01 08 01")),
        of("little-endian", bytes(1, 8, 0, 0), firstBytes("01 08 00 00")),
        of("type 00", bytes(0, 0, 0, 1), type("00")),
        of("type 0a", bytes(0, 0, 0x0a, 1), type("0a")),
        of("type 0f", bytes(0, 0, 0x0f, 1), type("0f")),
        of("type ff", bytes(0, 0, 0xff, 1), type("ff")),
        of("no dimension", bytes(0, 0, 8, 0), ", byte 3: 0 dimensions, expected at least 1"),
        of("no extent", cut(IMAGES, 4), header(4, 16)),
        of("cut in an extent", cut(IMAGES, 15), header(15, 16)),
        of("too many dimensions", bytes(0, 0, 8, 255, 0, 0, 0, 1), header(8, 1024)),
        of("no labels", IdxBytes.labels(), extent(4, "0")),
        of("no rows of pixels", IdxBytes.bytes(8, new int[] {1, 0, 3}), extent(8, "0")),
        of("no columns", IdxBytes.bytes(8, new int[] {1, 3, 0}), extent(12, "0")),
        of("negative", IdxBytes.bytes(8, new int[] {-1}, 1), extent(4, "4294967295")),
        of("2^31", IdxBytes.bytes(8, new int[] {1 << 31}, 1), extent(4, "2147483648")),
        of(
            "more than a long counts",
            IdxBytes.bytes(8, LARGEST),
            ": shape 2147483647x2147483647x2147483647 of unsigned byte, expected less than 2^63 bytes"),
        of(
            "bytes more than a long counts",
            IdxBytes.bytes(0x0E, new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE}),
            ": shape 2147483647x2147483647 of double, expected less than 2^63 bytes"),
        of(
            "rows too wide",
            IdxBytes.bytes(8, new int[] {1, 65_536, 32_768}),
            ": shape 1x65536x32768, expected rows of at most 2147483647 numbers"),
        of("no pixel", cut(IMAGES, 16), end(16, 28, "2x2x3 of unsigned byte")),
        of("cut in an image", cut(IMAGES, 27), end(27, 28, "2x2x3 of unsigned byte")),
        of("cut before a label", cut(LABELS, 10), end(10, 11, "3 of unsigned byte")),
        of(
            "cut in a double",
            IdxBytes.bytes(0x0E, new int[] {1}, 1, 2, 3, 4, 5, 6, 7),
            end(15, 16, "1 of double")),
        of(
            "promises more than there is",
            IdxBytes.bytes(8, new int[] {2_000_000_000}, 1, 2),
            end(10, 2_000_000_008, "2000000000 of unsigned byte")),
        of("goes on", cut(LABELS, 12), more(11, "3 of unsigned byte")),
        of("goes on for long", cut(LABELS, 1_000), more(11, "3 of unsigned byte")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedWhenRead(Malformed file) throws IOException {
    file.assertRefused(folder, IdxFile::read);
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedWhenMapped(Malformed file) throws IOException {
    file.assertRefused(folder, MappedRows::open);
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedWhenGzipped(Malformed file) throws IOException {
    new Malformed(file.name(), IdxBytes.gzipped(file.bytes()), file.message())
        .assertRefused(folder, IdxFile::read);
  }

  private static Malformed of(String name, byte[] bytes, String message) {
    return new Malformed(name, bytes, message);
  }

  private static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static String firstBytes(String found) {
    return ", byte 0: " + found + ", expected 00 00, the first bytes of an IDX file";
  }

  private static String type(String found) {
    return ", byte 2: type " + found + ", expected 08, 09, 0b, 0c, 0d or 0e";
  }

  private static String header(int at, int bytes) {
    return ", byte " + at + ": the end of the file, expected a header of " + bytes + " bytes";
  }

  private static String extent(int at, String found) {
    return ", byte " + at + ": an extent of " + found + ", expected 1 to 2147483647";
  }

  private static String end(int at, int expected, String elements) {
    return ", byte "
        + at
        + ": the end of the file, expected it at byte "
        + expected
        + ", after "
        + elements;
  }

  private static String more(int at, String elements) {
    return ", byte " + at + ": more bytes, expected the end of the file, after " + elements;
  }
}
