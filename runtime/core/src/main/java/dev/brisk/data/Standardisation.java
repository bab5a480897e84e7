package dev.brisk.data;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * Brings columns to the mean 0 and the standard deviation 1, by what they have over the examples to
 * train on: {@code (x - mean) / deviation}. Other examples are brought to the same scale, without
 * having had a part in it:
 *
 * <pre>{@code
 * Standardisation scale = Standardisation.fit(training);
 * var examples = ModelTrainer.examples(scale.apply(training), prices);
 * var heldOut = ModelTrainer.examples(scale.apply(test), testPrices);
 * }</pre>
 *
 * <p>The deviation is the root of the mean of the squared differences from the mean. A column that
 * is constant has nothing to scale by: its deviation is 1 here, and it comes out as 0.
 *
 * <p>An immutable value. Computes in double precision, also for floats. What is given may be what
 * is written to. Every method throws an {@link IllegalArgumentException} that names the place, if a
 * row has another width, or a number, or what comes of it, is not finite; nothing is then written.
 */
public final class Standardisation {
  private static final String MEANS = "means";
  private static final String DEVIATIONS = "deviations";

  /** In the place of a row, where there is one example alone. */
  private static final int ALONE = -1;

  private final double[] means;
  private final double[] deviations;

  private Standardisation(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  /** Of the columns of {@code examples[row][column]}, of at least one row and one column. */
  public static Standardisation fit(double[][] examples) {
    Standardisation scale = unfitted(examples.length == 0 ? 0 : examples[0].length);
    for (int row = 0; row < examples.length; row++) {
      scale.requireWidth(row, examples[row].length);
    }
    for (int column = 0; column < scale.width(); column++) {
      int each = column;
      scale.fit(column, examples.length, row -> examples[row][each]);
    }
    return scale;
  }

  /** Of the columns of {@code examples[row][column]}, of at least one row and one column. */
  public static Standardisation fit(float[][] examples) {
    Standardisation scale = unfitted(examples.length == 0 ? 0 : examples[0].length);
    for (int row = 0; row < examples.length; row++) {
      scale.requireWidth(row, examples[row].length);
    }
    for (int column = 0; column < scale.width(); column++) {
      int each = column;
      scale.fit(column, examples.length, row -> examples[row][each]);
    }
    return scale;
  }

  private static Standardisation unfitted(int width) {
    if (width == 0) {
      throw new IllegalArgumentException("there are no numbers, expected at least 1 row of 1");
    }
    return new Standardisation(new double[width], new double[width]);
  }

  /** Only within {@code fit}, before anybody else sees this object. */
  private void fit(int column, int rows, IntToDoubleFunction value) {
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = value.applyAsDouble(row);
      requireFinite(row, column, values[row], values[row]);
    }
    Moments moments = Moments.of(values);
    if (!Double.isFinite(moments.mean()) || !Double.isFinite(moments.deviation())) {
      throw new IllegalArgumentException(
          "column " + column + " spans more than the range of a double, expected less");
    }
    means[column] = moments.mean();
    deviations[column] = moments.deviation() == 0 ? 1 : moments.deviation();
  }

  /** The number of columns. */
  public int width() {
    return means.length;
  }

  /** The mean of each column. */
  public double[] means() {
    return means.clone();
  }

  /** The standard deviation of each column, above 0; 1 of one that is constant. */
  public double[] deviations() {
    return deviations.clone();
  }

  /** Standardised copies of rows. */
  public double[][] apply(double[][] examples) {
    return mapped(examples, false);
  }

  /** Standardised copies of rows, each number rounded to the nearest float at the end. */
  public float[][] apply(float[][] examples) {
    return mapped(examples, false);
  }

  /** Standardises one example, without allocation. */
  public void apply(double[] in, double[] out) {
    map(ALONE, in, out, false);
  }

  /** Standardises one example, without allocation. */
  public void apply(float[] in, float[] out) {
    map(ALONE, in, out, false);
  }

  /**
   * Standardises a number of one column, as where there is one column alone.
   *
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public double apply(int column, double value) {
    return mapped(column, value, false);
  }

  /**
   * Brings a number of one column back, as a prediction, where what is predicted was standardised.
   *
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public double inverse(int column, double standardised) {
    return mapped(column, standardised, true);
  }

  /** Copies of standardised rows on the scale that they had before, but for rounding. */
  public double[][] inverse(double[][] standardised) {
    return mapped(standardised, true);
  }

  /** Copies of standardised rows on the scale that they had before, but for rounding. */
  public float[][] inverse(float[][] standardised) {
    return mapped(standardised, true);
  }

  /** Brings one example back to the scale that it had before, without allocation. */
  public void inverse(double[] in, double[] out) {
    map(ALONE, in, out, true);
  }

  /** Brings one example back to the scale that it had before, without allocation. */
  public void inverse(float[] in, float[] out) {
    map(ALONE, in, out, true);
  }

  private double mapped(int column, double value, boolean back) {
    Objects.checkIndex(column, width());
    double result = scaled(value, column, back);
    requireFinite(ALONE, column, value, result);
    return result;
  }

  private double[][] mapped(double[][] examples, boolean back) {
    double[][] mapped = new double[examples.length][width()];
    for (int row = 0; row < examples.length; row++) {
      map(row, examples[row], mapped[row], back);
    }
    return mapped;
  }

  private float[][] mapped(float[][] examples, boolean back) {
    float[][] mapped = new float[examples.length][width()];
    for (int row = 0; row < examples.length; row++) {
      map(row, examples[row], mapped[row], back);
    }
    return mapped;
  }

  private void map(int row, double[] in, double[] out, boolean back) {
    requireWidth(row, in.length);
    requireWidth(row, out.length);
    for (int i = 0; i < in.length; i++) {
      requireFinite(row, i, in[i], scaled(in[i], i, back));
    }
    for (int i = 0; i < in.length; i++) {
      out[i] = scaled(in[i], i, back);
    }
  }

  private void map(int row, float[] in, float[] out, boolean back) {
    requireWidth(row, in.length);
    requireWidth(row, out.length);
    for (int i = 0; i < in.length; i++) {
      requireFinite(row, i, in[i], (float) scaled(in[i], i, back));
    }
    for (int i = 0; i < in.length; i++) {
      out[i] = (float) scaled(in[i], i, back);
    }
  }

  private double scaled(double x, int column, boolean back) {
    return back ? x * deviations[column] + means[column] : (x - means[column]) / deviations[column];
  }

  private void requireWidth(int row, int width) {
    if (width != means.length) {
      throw new IllegalArgumentException(
          (row == ALONE ? "the example" : "row " + row)
              + " has "
              + width
              + " columns, expected "
              + means.length);
    }
  }

  private static void requireFinite(int row, int column, double given, double result) {
    if (!Double.isFinite(result)) {
      throw new IllegalArgumentException(
          (row == ALONE ? "" : "row " + row + ", ")
              + "column "
              + column
              + " is "
              + given
              + (Double.isFinite(given) ? ", which comes to " + result : "")
              + ", expected a finite number");
    }
  }

  /**
   * This as exact texts under the names {@code means} and {@code deviations}, for the metadata of a
   * file.
   */
  public SortedMap<String, String> toTexts() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(MEANS, ExactTexts.of(means));
    texts.put(DEVIATIONS, ExactTexts.of(deviations));
    return texts;
  }

  /**
   * What {@link #toTexts} was called on, to the last bit.
   *
   * @param texts may have others beside
   * @throws IllegalArgumentException that names the text, if it is not there or not of that form
   */
  public static Standardisation fromTexts(Map<String, String> texts) {
    double[] means = ExactTexts.numbers(texts, MEANS, -Double.MAX_VALUE);
    double[] deviations = ExactTexts.numbers(texts, DEVIATIONS, Double.MIN_VALUE);
    if (means.length != deviations.length) {
      throw new IllegalArgumentException(
          DEVIATIONS + " has " + deviations.length + " numbers, expected " + means.length);
    }
    return new Standardisation(means, deviations);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Standardisation that
        && Arrays.equals(means, that.means)
        && Arrays.equals(deviations, that.deviations);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(means) + Arrays.hashCode(deviations);
  }

  @Override
  public String toString() {
    return "Standardisation[means="
        + ExactTexts.of(means)
        + ", deviations="
        + ExactTexts.of(deviations)
        + "]";
  }
}
