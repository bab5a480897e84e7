package dev.brisk.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers with a shape, of the type that they have in a file. They become arrays of Java when asked
 * for: the first dimension counts rows, what is in the others is flattened, the last index running
 * fastest. NaN, infinity and what does not fit are refused, with the place in the file.
 */
public final class NumericArray {
  private final Elements elements;

  NumericArray(Elements elements) {
    this.elements = elements;
  }

  /**
   * An array of floats.
   *
   * @param values row-major; copied
   * @param shape positive extents that multiply to the number of values; none for one dimension
   */
  public static NumericArray of(float[] values, int... shape) {
    ByteBuffer bytes = Packing.bytes(ElementType.FLOAT, values.length);
    bytes.asFloatBuffer().put(values);
    return Packing.array(ElementType.FLOAT, Packing.shape(values.length, shape), bytes);
  }

  /**
   * An array of doubles.
   *
   * @param values row-major; copied
   * @param shape positive extents that multiply to the number of values; none for one dimension
   */
  public static NumericArray of(double[] values, int... shape) {
    ByteBuffer bytes = Packing.bytes(ElementType.DOUBLE, values.length);
    bytes.asDoubleBuffer().put(values);
    return Packing.array(ElementType.DOUBLE, Packing.shape(values.length, shape), bytes);
  }

  /**
   * An array of ints.
   *
   * @param values row-major; copied
   * @param shape positive extents that multiply to the number of values; none for one dimension
   */
  public static NumericArray of(int[] values, int... shape) {
    ByteBuffer bytes = Packing.bytes(ElementType.INT, values.length);
    bytes.asIntBuffer().put(values);
    return Packing.array(ElementType.INT, Packing.shape(values.length, shape), bytes);
  }

  /** An array of two dimensions, from rows of one length. */
  public static NumericArray of(float[][] rows) {
    List<Integer> shape = Packing.shape(rows);
    ByteBuffer bytes = Packing.bytes(ElementType.FLOAT, (long) shape.get(0) * shape.get(1));
    var floats = bytes.asFloatBuffer();
    Arrays.stream(rows).forEach(floats::put);
    return Packing.array(ElementType.FLOAT, shape, bytes);
  }

  /** An array of two dimensions, from rows of one length. */
  public static NumericArray of(double[][] rows) {
    List<Integer> shape = Packing.shape(rows);
    ByteBuffer bytes = Packing.bytes(ElementType.DOUBLE, (long) shape.get(0) * shape.get(1));
    var doubles = bytes.asDoubleBuffer();
    Arrays.stream(rows).forEach(doubles::put);
    return Packing.array(ElementType.DOUBLE, shape, bytes);
  }

  /** The extent of each dimension, all positive, outermost first; none for a scalar. */
  public List<Integer> shape() {
    return elements.layout().shape();
  }

  /** The first extent; 1 for a scalar. */
  public int rows() {
    return elements.layout().rows();
  }

  /** The numbers of a row: the product of all extents but the first. */
  public int width() {
    return elements.layout().width();
  }

  Elements elements() {
    return elements;
  }

  /**
   * This array, if its rows have a shape, such as 28 by 28 for the images of MNIST.
   *
   * @throws DataException if they do not
   */
  public NumericArray withRowsOf(int... shape) {
    ArrayLayout layout = elements.layout();
    List<Integer> expected = Arrays.stream(shape).boxed().toList();
    if (!layout.rowShape().equals(expected)) {
      throw DataException.inFile(layout.file(), layout.toString(), "rows of shape " + expected);
    }
    return this;
  }

  /** {@link #floats(double)} as they are. */
  public float[][] floats() {
    return floats(1);
  }

  /**
   * The rows, as {@code float[]} arguments of a loss.
   *
   * @param scale what each number is multiplied by, finite: {@code 1 / 255.0} takes the pixels of
   *     MNIST from 0 to 1
   * @return one array for each row; numbers are rounded to the nearest float
   * @throws DataException if a number is NaN, infinite or too large for a float
   */
  public float[][] floats(double scale) {
    checkScale(scale);
    return rowNumbers().mapToObj(row -> elements.floats(row, scale)).toArray(float[][]::new);
  }

  /** {@link #doubles(double)} as they are. */
  public double[][] doubles() {
    return doubles(1);
  }

  /**
   * The rows, as {@code double[]} arguments of a loss.
   *
   * @param scale what each number is multiplied by, finite
   * @return one array for each row; integers above 2^53 are rounded
   * @throws DataException if a number is NaN or infinite
   */
  public double[][] doubles(double scale) {
    checkScale(scale);
    return rowNumbers().mapToObj(row -> elements.doubles(row, scale)).toArray(double[][]::new);
  }

  /**
   * All numbers, one row after the other: a column of data, or the values of a parameter.
   *
   * @throws DataException if a number is NaN, infinite or too large for a float
   */
  public float[] flatFloats() {
    float[] flat = new float[rows() * width()];
    rowNumbers()
        .forEach(row -> System.arraycopy(elements.floats(row, 1), 0, flat, row * width(), width()));
    return flat;
  }

  /**
   * All numbers, one row after the other: a column of data, or the values of a parameter.
   *
   * @throws DataException if a number is NaN or infinite
   */
  public double[] flatDoubles() {
    double[] flat = new double[rows() * width()];
    rowNumbers()
        .forEach(
            row -> System.arraycopy(elements.doubles(row, 1), 0, flat, row * width(), width()));
    return flat;
  }

  /**
   * The only number of each row, as {@code int} arguments of a loss.
   *
   * @return whole numbers, also of an array of floats or doubles
   * @throws DataException if a row has more numbers than one, or a number is not whole, below
   *     {@code lowest} or above {@code highest}
   */
  public int[] integers(int lowest, int highest) {
    checkOneInARow(elements.layout());
    return rowNumbers().map(row -> elements.integer(row, lowest, highest)).toArray();
  }

  /**
   * The rows, as {@code int[]} arguments of a loss.
   *
   * @return whole numbers, also of an array of floats or doubles
   * @throws DataException if a number is not whole, below {@code lowest} or above {@code highest}
   */
  public int[][] integerRows(int lowest, int highest) {
    return rowNumbers()
        .mapToObj(row -> elements.integers(row, lowest, highest))
        .toArray(int[][]::new);
  }

  /**
   * {@link #integers} from 0 to {@code classes - 1}.
   *
   * @param classes how many there are, at least 1
   */
  public int[] labels(int classes) {
    checkClasses(classes);
    return integers(0, classes - 1);
  }

  static void checkClasses(int classes) {
    if (classes < 1) {
      throw new IllegalArgumentException("classes is " + classes + ", expected at least 1");
    }
  }

  private IntStream rowNumbers() {
    return IntStream.range(0, rows());
  }

  static void checkScale(double scale) {
    if (!Double.isFinite(scale)) {
      throw new IllegalArgumentException("scale is " + scale + ", expected a finite number");
    }
  }

  static void checkOneInARow(ArrayLayout layout) {
    if (layout.width() != 1) {
      throw DataException.inFile(layout.file(), layout.toString(), "one number in each row");
    }
  }
}
