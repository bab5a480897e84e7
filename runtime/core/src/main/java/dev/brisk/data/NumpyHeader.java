package dev.brisk.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is before the elements of an npy file: 6 bytes that say what it is, the version, the length
 * of a text in 2 bytes (4 from version 2 on), little-endian, and the text, a Python dictionary
 * padded with spaces, so that the elements begin at a multiple of 64 bytes.
 *
 * <p>Format: <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 */
final class NumpyHeader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int VERSION_AT = MAGIC.length;
  private static final int LENGTH_AT = VERSION_AT + 2;

  /** As much as version 1 can have; an array of numbers needs a few hundred. */
  private static final int LONGEST = 0xffff;

  private NumpyHeader() {}

  /** Whether a file is not of another format, by its first byte. */
  static boolean beginsWith(int first) {
    return first == (MAGIC[0] & 0xff);
  }

  static ArrayLayout read(String file, InputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, Arrays.copyOf(MAGIC, magic.length))) {
      throw DataException.inBytes(
          file, 0, shown(magic), shown(MAGIC) + ", the first bytes of an npy file");
    }
    checkLength(file, 0, magic, MAGIC.length);
    byte[] version = read(file, in, VERSION_AT, 2);
    if (version[0] < 1 || version[0] > 3 || version[1] != 0) {
      throw DataException.inBytes(
          file,
          VERSION_AT,
          "version " + (version[0] & 0xff) + "." + (version[1] & 0xff),
          "1.0, 2.0 or 3.0");
    }
    byte[] lengthBytes = read(file, in, LENGTH_AT, version[0] == 1 ? 2 : 4);
    int length = littleEndian(Arrays.copyOf(lengthBytes, 4)).getInt();
    if (length < 0 || length > LONGEST) {
      throw DataException.inBytes(
          file,
          LENGTH_AT,
          "a header of " + Integer.toUnsignedString(length) + " bytes",
          "at most " + LONGEST);
    }
    int textAt = LENGTH_AT + lengthBytes.length;
    // Version 3 is UTF-8, but what differs from Latin-1 is in no header of numbers.
    String text = new String(read(file, in, textAt, length), StandardCharsets.ISO_8859_1);
    return new NumpyHeaderReader(file, textAt, text).layout();
  }

  private static byte[] read(String file, InputStream in, int at, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    checkLength(file, at, bytes, count);
    return bytes;
  }

  private static void checkLength(String file, int at, byte[] bytes, int count) {
    if (bytes.length < count) {
      throw DataException.inBytes(
          file,
          (long) at + bytes.length,
          "the end of the file",
          "a header of at least " + (at + count) + " bytes");
    }
  }

  private static String shown(byte[] bytes) {
    return bytes.length == 0 ? "the end of the file" : HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
