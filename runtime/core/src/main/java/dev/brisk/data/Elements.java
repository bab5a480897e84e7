package dev.brisk.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Rows of an array as bytes, and how they become numbers of Java. It has no state of its own, so
 * that any number of threads may read.
 *
 * @param bytes in the layout's order of bytes
 * @param first which of the file's elements the bytes begin with
 */
record Elements(ArrayLayout layout, ByteBuffer bytes, long first) {
  /** The longest array of bytes on all virtual machines. */
  static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  Elements {
    bytes = bytes.duplicate().order(layout.order());
  }

  /** Reads all elements; the stream is at the first of them, and has nothing after the last. */
  static Elements read(ArrayLayout layout, InputStream in) throws IOException {
    if (layout.bytes() > MOST_BYTES) {
      throw DataException.inFile(
          layout.file(), layout.toString(), "at most " + MOST_BYTES + " bytes, or mapped rows");
    }
    // Grows with what is there: the header of a broken file may promise anything.
    byte[] bytes = in.readNBytes((int) layout.bytes());
    checkEnd(layout, layout.offset() + bytes.length + (in.read() < 0 ? 0 : 1));
    return new Elements(layout, ByteBuffer.wrap(bytes), 0);
  }

  /**
   * Checks the header's promise.
   *
   * @param size of the file, or where it goes on, any size after its promised end
   */
  static void checkEnd(ArrayLayout layout, long size) {
    long end = layout.offset() + layout.bytes();
    if (size < end) {
      throw DataException.inBytes(
          layout.file(), size, "the end of the file", "it at byte " + end + ", after " + layout);
    }
    if (size > end) {
      throw DataException.inBytes(
          layout.file(), end, "more bytes", "the end of the file, after " + layout);
    }
  }

  /** A row, each number times the scale, rounded to a float. */
  float[] floats(int row, double scale) {
    float[] numbers = new float[layout.width()];
    for (int column = 0; column < numbers.length; column++) {
      double value = at(row, column, numbers.length);
      numbers[column] = (float) (value * scale);
      if (!Float.isFinite(numbers[column])) {
        throw refused(row, column, value, "a finite number that fits a float");
      }
    }
    return numbers;
  }

  /** A row, each number times the scale. */
  double[] doubles(int row, double scale) {
    double[] numbers = new double[layout.width()];
    for (int column = 0; column < numbers.length; column++) {
      double value = at(row, column, numbers.length);
      numbers[column] = value * scale;
      if (!Double.isFinite(numbers[column])) {
        throw refused(row, column, value, "a finite number");
      }
    }
    return numbers;
  }

  /** A row of whole numbers. */
  int[] integers(int row, int lowest, int highest) {
    int[] numbers = new int[layout.width()];
    for (int column = 0; column < numbers.length; column++) {
      numbers[column] = integer(row, column, numbers.length, lowest, highest);
    }
    return numbers;
  }

  /** The number of a row that has one. */
  int integer(int row, int lowest, int highest) {
    return integer(row, 0, 1, lowest, highest);
  }

  private int integer(int row, int column, int width, int lowest, int highest) {
    double value = at(row, column, width);
    if (value != Math.rint(value) || !(lowest <= value && value <= highest)) {
      throw refused(row, column, value, "a whole number from " + lowest + " to " + highest);
    }
    return (int) value;
  }

  private double at(int row, int column, int width) {
    int place = (int) (layout.element(row, column, width) - first);
    return layout.type().at(bytes, place * layout.type().bytes());
  }

  private DataException refused(int row, int column, double value, String expected) {
    long element = layout.element(row, column, layout.width());
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e18;
    String shown = isWhole ? Long.toString((long) value) : Double.toString(value);
    return DataException.inBytes(
        layout.file(),
        layout.offset() + element * layout.type().bytes(),
        shown + " at " + layout.index(row, column),
        expected);
  }
}
