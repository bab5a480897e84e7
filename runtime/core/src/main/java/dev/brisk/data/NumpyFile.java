package dev.brisk.data;

import dev.brisk.file.WholeFile;
import dev.brisk.numpy.NumpyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files of NumPy: npy, an array, and npz, a zip file of named arrays. Elements are whole numbers of
 * 1, 2, 4 or 8 bytes, with a sign or without (dtypes {@code i1} to {@code u8}), floats of 2, 4 or 8
 * bytes ({@code f2} to {@code f8}) or booleans ({@code b1}, 0 and 1), in either order of bytes. The
 * versions are 1, 2 and 3. An array in Fortran's order has the same rows as in NumPy. Objects,
 * texts, complex numbers, dates and columns of different types are refused, as are arrays without
 * elements.
 */
public final class NumpyFile {
  private NumpyFile() {}

  /**
   * Reads an npy file, gzipped or not.
   *
   * @throws DataException if it cannot be read, is not of this format, ends too early or goes on,
   *     or has above 2 GB; {@link MappedRows} reads larger ones
   */
  public static NumericArray read(Path file) {
    return FileContent.read(file, in -> array(DataException.name(file), in));
  }

  static NumericArray array(String name, InputStream in) throws IOException {
    return new NumericArray(Elements.read(NumpyHeader.read(name, in), in));
  }

  /**
   * Reads all arrays of an npz file, compressed or not.
   *
   * @return by name, without {@code .npy}
   * @throws DataException if it cannot be read, or one of its arrays cannot be; the message names
   *     it as in {@code weights.npz!w.npy}
   */
  public static SortedMap<String, NumericArray> readAll(Path file) {
    return NumpyArchive.read(file);
  }

  /**
   * Writes an npy file of version 1, in place of one that may be there.
   *
   * @throws IOException if it cannot be written; what was there before is as it was
   */
  public static void write(Path file, NumericArray array) throws IOException {
    WholeFile.write(file, out -> NumpyWriter.write(written(array), out));
  }

  /**
   * Writes an npz file, not compressed, in place of one that may be there. The same arrays give the
   * same bytes.
   *
   * @param arrays by name, without {@code .npy}
   * @throws IOException if it cannot be written; what was there before is as it was
   */
  public static void writeAll(Path file, Map<String, NumericArray> arrays) throws IOException {
    SortedMap<String, NumpyWriter.Array> written = new TreeMap<>();
    arrays.forEach((name, array) -> written.put(name, written(array)));
    WholeFile.write(file, out -> NumpyWriter.writeAll(written, out));
  }

  private static NumpyWriter.Array written(NumericArray array) {
    Elements elements = array.elements();
    ArrayLayout layout = elements.layout();
    return new NumpyWriter.Array(
        order(layout) + layout.type().numpy(),
        layout.columnMajor(),
        layout.shape(),
        out -> out.write(elements.bytes().array()));
  }

  private static String order(ArrayLayout layout) {
    if (layout.type().bytes() == 1) {
      return "|";
    }
    return layout.order() == ByteOrder.BIG_ENDIAN ? ">" : "<";
  }
}
