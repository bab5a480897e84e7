package dev.brisk.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Rows of an IDX or npy file of any size, which stays on the disk: the file is mapped into memory,
 * and what is asked for becomes arrays of Java. Rows are as in {@link NumericArray}. Any number of
 * threads may read at the same time.
 *
 * <p>The header is checked against the size of the file when it is opened. The file must not become
 * shorter while it is open: what is read then is undefined, an {@link InternalError} for the most
 * part. Java lets go of the mapped memory some time after {@link #close}, when it collects garbage;
 * until then Windows does not delete the file.
 */
public final class MappedRows implements AutoCloseable {
  private final ArrayLayout layout;
  private final int rowsOfPart;

  /** Empty when closed. */
  private volatile List<Elements> parts;

  private MappedRows(ArrayLayout layout, int rowsOfPart, List<Elements> parts) {
    this.layout = layout;
    this.rowsOfPart = rowsOfPart;
    this.parts = parts;
  }

  /**
   * Opens a file; which of the formats it is of, its first byte says.
   *
   * @throws DataException if it cannot be read, is of neither format, is gzipped, is in Fortran's
   *     order, or does not have the size that its header says
   */
  public static MappedRows open(Path file) {
    return open(file, Integer.MAX_VALUE);
  }

  /**
   * Opens a file.
   *
   * @param mostBytes of a part, which is whole rows
   */
  static MappedRows open(Path file, int mostBytes) {
    String name = DataException.name(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ArrayLayout layout = layout(name, new BufferedInputStream(Channels.newInputStream(channel)));
      Elements.checkEnd(layout, channel.size());
      if (layout.columnMajor() && layout.width() > 1) {
        throw DataException.inFile(name, layout + " in Fortran's order", "C's order, row by row");
      }
      long rowBytes = (long) layout.width() * layout.type().bytes();
      if (rowBytes > mostBytes) {
        throw DataException.inFile(name, "rows of " + rowBytes + " bytes", "at most " + mostBytes);
      }
      int rowsOfPart = (int) Math.min(layout.rows(), mostBytes / rowBytes);
      List<Elements> parts = new ArrayList<>();
      for (long row = 0; row < layout.rows(); row += rowsOfPart) {
        long rows = Math.min(rowsOfPart, layout.rows() - row);
        ByteBuffer bytes =
            channel.map(MapMode.READ_ONLY, layout.offset() + row * rowBytes, rows * rowBytes);
        parts.add(new Elements(layout, bytes, row * layout.width()));
      }
      return new MappedRows(layout, rowsOfPart, List.copyOf(parts));
    } catch (IOException e) {
      throw DataException.unreadable(name, e);
    }
  }

  private static ArrayLayout layout(String name, InputStream in) throws IOException {
    if (FileContent.isGzipped(in)) {
      throw DataException.inBytes(
          name, 0, "1f 8b, the first bytes of gzip", "an unpacked file, whose rows are in place");
    }
    in.mark(1);
    int first = in.read();
    in.reset();
    return NumpyHeader.beginsWith(first) ? NumpyHeader.read(name, in) : IdxFile.layout(name, in);
  }

  /** The extent of each dimension, all positive, outermost first; none for a scalar. */
  public List<Integer> shape() {
    return layout.shape();
  }

  /** The first extent; 1 for a scalar. */
  public int rows() {
    return layout.rows();
  }

  /** The numbers of a row: the product of all extents but the first. */
  public int width() {
    return layout.width();
  }

  /** {@link #floats(int, int, double)} as they are. */
  public float[][] floats(int from, int to) {
    return floats(from, to, 1);
  }

  /**
   * Rows, as {@code float[]} arguments of a loss.
   *
   * @param from the first row
   * @param to the row after the last
   * @param scale what each number is multiplied by, finite
   * @return new arrays, one for each row; numbers are rounded to the nearest float
   * @throws DataException if a number is NaN, infinite or too large for a float
   * @throws IndexOutOfBoundsException if there are no such rows
   * @throws IllegalStateException if this is closed
   */
  public float[][] floats(int from, int to, double scale) {
    NumericArray.checkScale(scale);
    List<Elements> open = open(from, to);
    return rows(from, to, row -> part(open, row).floats(row, scale), float[][]::new);
  }

  /** {@link #doubles(int, int, double)} as they are. */
  public double[][] doubles(int from, int to) {
    return doubles(from, to, 1);
  }

  /**
   * Rows, as {@code double[]} arguments of a loss.
   *
   * @param from the first row
   * @param to the row after the last
   * @param scale what each number is multiplied by, finite
   * @return new arrays, one for each row; integers above 2^53 are rounded
   * @throws DataException if a number is NaN or infinite
   * @throws IndexOutOfBoundsException if there are no such rows
   * @throws IllegalStateException if this is closed
   */
  public double[][] doubles(int from, int to, double scale) {
    NumericArray.checkScale(scale);
    List<Elements> open = open(from, to);
    return rows(from, to, row -> part(open, row).doubles(row, scale), double[][]::new);
  }

  /**
   * The only number of each of the rows, as {@code int} arguments of a loss.
   *
   * @param from the first row
   * @param to the row after the last
   * @throws DataException if a row has more numbers than one, or a number is not whole, below
   *     {@code lowest} or above {@code highest}
   * @throws IndexOutOfBoundsException if there are no such rows
   * @throws IllegalStateException if this is closed
   */
  public int[] integers(int from, int to, int lowest, int highest) {
    NumericArray.checkOneInARow(layout);
    List<Elements> open = open(from, to);
    return IntStream.range(from, to)
        .map(row -> part(open, row).integer(row, lowest, highest))
        .toArray();
  }

  /**
   * Rows, as {@code int[]} arguments of a loss.
   *
   * @param from the first row
   * @param to the row after the last
   * @throws DataException if a number is not whole, below {@code lowest} or above {@code highest}
   * @throws IndexOutOfBoundsException if there are no such rows
   * @throws IllegalStateException if this is closed
   */
  public int[][] integerRows(int from, int to, int lowest, int highest) {
    List<Elements> open = open(from, to);
    return rows(from, to, row -> part(open, row).integers(row, lowest, highest), int[][]::new);
  }

  /** Closes this; threads that are reading finish what they read. */
  @Override
  public void close() {
    parts = List.of();
  }

  private List<Elements> open(int from, int to) {
    Objects.checkFromToIndex(from, to, layout.rows());
    List<Elements> open = parts;
    if (open.isEmpty()) {
      throw new IllegalStateException(layout.file() + " is closed");
    }
    return open;
  }

  private Elements part(List<Elements> open, int row) {
    return open.get(row / rowsOfPart);
  }

  private static <R> R[] rows(int from, int to, IntFunction<R> row, IntFunction<R[]> array) {
    return IntStream.range(from, to).mapToObj(row).toArray(array);
  }
}
