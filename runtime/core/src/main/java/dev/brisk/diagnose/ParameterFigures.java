package dev.brisk.diagnose;

import dev.brisk.runtime.ParameterLayout;

/** What the last update did to a parameter, and what updates have come to. */
final class ParameterFigures {
  /** A gradient below this share of what it was at first has done its work. */
  private static final double STILL_STEEP = 0.1;

  final String name;

  /** Of its first element among those of all parameters. */
  final int offset;

  final boolean isMatrix;

  double gradientSquares;
  double weightSquares;
  double changeSquares;

  /** Elements with a derivative, and those of them that the update left as they were. */
  long steep;

  long unmoved;

  private final Average ratio = new Average(0.9);
  private final Average unmovedShare = new Average(0.95);
  private double firstGradientSquares;
  private double firstWeightSquares;

  ParameterFigures(ParameterLayout layout) {
    this.name = layout.name();
    this.offset = layout.offset();
    this.isMatrix = layout.shape().size() > 1;
  }

  void clear() {
    gradientSquares = 0;
    weightSquares = 0;
    changeSquares = 0;
    steep = 0;
    unmoved = 0;
  }

  /** The update is done. */
  void complete() {
    if (firstGradientSquares == 0) {
      firstGradientSquares = gradientSquares;
      firstWeightSquares = weightSquares;
    }
    if (weightSquares > 0) {
      ratio.add(Math.sqrt(changeSquares / weightSquares));
    }
    boolean isSteep = gradientSquares > STILL_STEEP * STILL_STEEP * firstGradientSquares;
    unmovedShare.add(isSteep && steep > 0 ? (double) unmoved / steep : 0);
  }

  /** The norm of the change over that of the weights, a mean of about ten updates. */
  double ratio() {
    return ratio.mean();
  }

  /** The share of elements that updates leave as they are, of about twenty updates. */
  double unmovedShare() {
    return unmovedShare.mean();
  }

  /** The norm of the weights over what it was at first; NaN where they were zero. */
  double growth() {
    return firstWeightSquares == 0 ? Double.NaN : Math.sqrt(weightSquares / firstWeightSquares);
  }
}
