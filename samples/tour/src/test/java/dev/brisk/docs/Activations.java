package dev.brisk.docs;

import dev.brisk.ops.Derivative;

/** A function with a derivative by hand, for models of any class. */
final class Activations {
  private Activations() {}

  public static double swish(@Derivative("swishSlope") double x) {
    return x / (1 + Math.exp(-x));
  }

  public static double swishSlope(double x) {
    double sigmoid = 1 / (1 + Math.exp(-x));
    return sigmoid + x * sigmoid * (1 - sigmoid);
  }
}
