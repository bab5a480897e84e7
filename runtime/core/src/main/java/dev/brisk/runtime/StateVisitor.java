package dev.brisk.runtime;

/**
 * Is shown everything that a trainer carries from one update to the next, always in the same order.
 * Each number is replaced by what the visitor returns, and arrays may be filled, so one method
 * serves to save a state and to bring it back. Written for generated code.
 *
 * <p>Names are {@code weights} for a parameter and {@code weights.momentum} for what is kept beside
 * it.
 */
public interface StateVisitor {
  /** A number. */
  double number(String name, double value);

  /** A number. */
  default float number(String name, float value) {
    return (float) number(name, (double) value);
  }

  /** A whole number. */
  long number(String name, long value);

  /** A truth value. */
  default boolean flag(String name, boolean value) {
    return number(name, value ? 1L : 0L) != 0;
  }

  /**
   * Numbers.
   *
   * @param values a {@code double[]} or {@code float[]}, or an array of rows that are
   */
  void array(String name, Object values);
}
