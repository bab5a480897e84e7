package dev.brisk.runtime;

/**
 * Is shown parameters with their gradients, in parts: a flat array is one part, of an array of rows
 * each row is one, and of a sparse table each row that was touched. The methods without a body are
 * for who looks at them, the others for generated code.
 */
public interface GradientVisitor {
  /** The parts that follow are of this parameter. */
  void parameter(String name);

  /**
   * The elements {@code [from, to)} of both arrays.
   *
   * @param at the number of the first of them among the elements of the parameter
   */
  void part(double[] values, double[] gradient, int from, int to, int at);

  /** As {@link #part(double[], double[], int, int, int)}. */
  void part(float[] values, float[] gradient, int from, int to, int at);

  /** All of a parameter that is a number. */
  void number(double value, double gradient);

  /** A flat array. */
  default void array(String name, double[] values, double[] gradient) {
    parameter(name);
    part(values, gradient, 0, values.length, 0);
  }

  /** A flat array. */
  default void array(String name, float[] values, float[] gradient) {
    parameter(name);
    part(values, gradient, 0, values.length, 0);
  }

  /** An array of rows. */
  default void array(String name, double[][] values, double[][] gradient) {
    parameter(name);
    int at = 0;
    for (int row = 0; row < values.length; row++) {
      part(values[row], gradient[row], 0, values[row].length, at);
      at += values[row].length;
    }
  }

  /** An array of rows. */
  default void array(String name, float[][] values, float[][] gradient) {
    parameter(name);
    int at = 0;
    for (int row = 0; row < values.length; row++) {
      part(values[row], gradient[row], 0, values[row].length, at);
      at += values[row].length;
    }
  }

  /** The rows of a table that were touched, which have so many elements each. */
  default void array(
      String name, double[] values, double[] gradient, TouchedRows touched, int width) {
    parameter(name);
    for (int n = 0; n < touched.count(); n++) {
      int from = touched.row(n) * width;
      part(values, gradient, from, from + width, from);
    }
  }

  /** The rows of a table that were touched, which have so many elements each. */
  default void array(
      String name, float[] values, float[] gradient, TouchedRows touched, int width) {
    parameter(name);
    for (int n = 0; n < touched.count(); n++) {
      int from = touched.row(n) * width;
      part(values, gradient, from, from + width, from);
    }
  }

  /** The rows of a table that were touched, which have so many elements each. */
  default void array(
      String name, double[][] values, double[][] gradient, TouchedRows touched, int width) {
    parameter(name);
    for (int n = 0; n < touched.count(); n++) {
      int row = touched.row(n);
      part(values[row], gradient[row], 0, width, row * width);
    }
  }

  /** The rows of a table that were touched, which have so many elements each. */
  default void array(
      String name, float[][] values, float[][] gradient, TouchedRows touched, int width) {
    parameter(name);
    for (int n = 0; n < touched.count(); n++) {
      int row = touched.row(n);
      part(values[row], gradient[row], 0, width, row * width);
    }
  }

  /** A number. */
  default void number(String name, double value, double gradient) {
    parameter(name);
    number(value, gradient);
  }
}
