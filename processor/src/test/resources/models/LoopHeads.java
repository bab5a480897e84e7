package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Counted loops as people write their heads. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class LoopHeads {
  static final int STRIDE = 2;

  @Parameter double p;

  @Parameter(shape = 3)
  double[] w;

  @Loss
  double loss(double x, double[] xs, int[] ns) {
    double s = x;
    for (int i = 0, n = xs.length, last = n - 1; i < n; i++) {
      s += xs[last - i] * xs[i] * p;
    }
    for (var i = 0; xs.length > i; i += STRIDE) {
      s = Math.sin(s + xs[i] * p);
    }
    for (int i = w.length - 1; 0 <= i; --i) {
      s = s * w[i] + p;
    }
    for (int i = 2 * STRIDE; i > 0; i = i - LoopHeads.STRIDE) {
      s = Math.tanh(s * i * p);
    }
    for (final double half : ns) {
      s += half / 2 * p;
    }
    return s * s;
  }
}
