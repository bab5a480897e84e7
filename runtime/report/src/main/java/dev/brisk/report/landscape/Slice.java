package dev.brisk.report.landscape;

import static dev.brisk.report.landscape.Refusal.requireFinite;

import java.util.function.DoubleUnaryOperator;

/**
 * A loss along a line, as a function of one number.
 *
 * @param name of that number, on an axis
 * @param start where it is, finite
 * @param loss at a number
 * @param slope what descent subtracts from a number, times the rate: the derivative of the loss if
 *     a unit along the line has the length 1, else the derivative over the square of that length
 */
public record Slice(
    String name, double start, DoubleUnaryOperator loss, DoubleUnaryOperator slope) {
  /**
   * Checks the start.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public Slice {
    requireFinite("start", start);
  }
}
