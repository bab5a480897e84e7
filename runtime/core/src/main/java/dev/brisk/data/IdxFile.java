package dev.brisk.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Files of the IDX format, in which MNIST and its relatives are distributed: two zeros, the type of
 * the elements, the number of dimensions, the extent of each dimension as 4 bytes, and then the
 * elements. Numbers begin with the highest byte. Elements are unsigned bytes (0x08), bytes (0x09),
 * shorts (0x0B), ints (0x0C), floats (0x0D) or doubles (0x0E).
 *
 * <p>Format: at the end of <a href="http://yann.lecun.com/exdb/mnist/">The MNIST database</a>.
 */
public final class IdxFile {
  private IdxFile() {}

  /**
   * Reads a file, gzipped or not.
   *
   * @throws DataException if it cannot be read, is not of this format, has an extent of 0, ends too
   *     early or goes on, or has above 2 GB; {@link MappedRows} reads larger ones
   */
  public static NumericArray read(Path file) {
    return FileContent.read(
        file, in -> new NumericArray(Elements.read(layout(DataException.name(file), in), in)));
  }

  /** Reads the header. */
  static ArrayLayout layout(String file, InputStream in) throws IOException {
    byte[] magic = in.readNBytes(4);
    // A file of another kind may be shorter than that: first what it is, then its length.
    boolean isIdx = true;
    for (int i = 0; i < Math.min(2, magic.length); i++) {
      isIdx &= magic[i] == 0;
    }
    if (!isIdx) {
      throw DataException.inBytes(file, 0, shown(magic), "00 00, the first bytes of an IDX file");
    }
    if (magic.length < 4) {
      throw DataException.inBytes(file, magic.length, "the end of the file", "an IDX header");
    }
    ElementType type =
        ElementType.ofIdx(magic[2])
            .orElseThrow(
                () ->
                    DataException.inBytes(
                        file, 2, "type " + shown(magic[2]), "08, 09, 0b, 0c, 0d or 0e"));
    int dimensions = magic[3] & 0xff;
    if (dimensions == 0) {
      throw DataException.inBytes(file, 3, "0 dimensions", "at least 1");
    }
    List<Integer> shape = shape(file, in, dimensions);
    return new ArrayLayout(file, type, ByteOrder.BIG_ENDIAN, shape, false, 4L + 4 * dimensions);
  }

  private static List<Integer> shape(String file, InputStream in, int dimensions)
      throws IOException {
    byte[] bytes = in.readNBytes(4 * dimensions);
    if (bytes.length < 4 * dimensions) {
      throw DataException.inBytes(
          file,
          4L + bytes.length,
          "the end of the file",
          "a header of " + (4 + 4 * dimensions) + " bytes");
    }
    List<Integer> shape = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      int extent = ByteBuffer.wrap(bytes).getInt(4 * i);
      if (extent < 1) {
        throw DataException.inBytes(
            file,
            4 + 4L * i,
            "an extent of " + Integer.toUnsignedString(extent),
            "1 to " + Integer.MAX_VALUE);
      }
      shape.add(extent);
    }
    return shape;
  }

  private static String shown(byte... bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }
}
