package dev.brisk.numpy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes npy, version 1 of NumPy's format of an array, and npz, a zip file of arrays that is not
 * compressed. The same arrays give the same bytes.
 *
 * <p>Format: <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 */
public final class NumpyWriter {
  private static final String MAGIC = "\u0093NUMPY\1\0";
  private static final int TEXT_AT = MAGIC.length() + 2;

  /** The elements begin at a multiple of it. */
  private static final int ALIGNMENT = 64;

  /** Any, for the same bytes at all times; at the earliest of the format, Java adds a field. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private NumpyWriter() {}

  /** The elements of an array, as they are in a file. */
  @FunctionalInterface
  public interface Elements {
    /** Writes all of them. It is called more than once. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * An array.
   *
   * @param dtype order of bytes, kind and number of bytes of an element, {@code <f8}
   * @param isColumnMajor whether the first index runs fastest, as in Fortran
   * @param shape extents, outermost first; none for a scalar
   */
  public record Array(String dtype, boolean isColumnMajor, List<Integer> shape, Elements elements) {
    /** Copies the shape. */
    public Array {
      shape = List.copyOf(shape);
    }

    private long bytes() {
      int width = dtype.charAt(2) - '0';
      return shape.stream().mapToLong(n -> n).reduce(width, Math::multiplyExact);
    }

    private byte[] header() {
      String extents = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
      String text =
          "{'descr': '%s', 'fortran_order': %s, 'shape': (%s%s), }"
              .formatted(
                  dtype, isColumnMajor ? "True" : "False", extents, shape.size() == 1 ? "," : "");
      int size = (TEXT_AT + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
      int length = size - TEXT_AT;
      String padding = " ".repeat(length - text.length() - 1) + "\n";
      String header = MAGIC + (char) (length & 0xff) + (char) (length >> 8) + text + padding;
      return header.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** Writes an npy file. */
  public static void write(Array array, OutputStream out) throws IOException {
    out.write(array.header());
    array.elements().writeTo(out);
  }

  /**
   * Writes an npz file.
   *
   * @param arrays by name, without {@code .npy}
   */
  public static void writeAll(SortedMap<String, Array> arrays, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, Array> named : arrays.entrySet()) {
      zip.putNextEntry(entry(named.getKey(), named.getValue()));
      write(named.getValue(), zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  /** A zip wants the size and the checksum of what is not compressed before it. */
  private static ZipEntry entry(String name, Array array) throws IOException {
    CRC32 checksum = new CRC32();
    write(array, new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(array.header().length + array.bytes());
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
