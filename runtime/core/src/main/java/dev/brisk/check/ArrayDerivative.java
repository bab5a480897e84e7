package dev.brisk.check;

/**
 * The derivative of a function by an array, in the form that {@link dev.brisk.ops.Derivative}
 * states.
 */
@FunctionalInterface
public interface ArrayDerivative {
  /**
   * Adds {@code upstream} times the derivative by {@code at[k]} to each {@code gradient[k]}.
   *
   * @param gradient of the length of {@code at}
   */
  void add(double[] at, double upstream, double[] gradient);
}
