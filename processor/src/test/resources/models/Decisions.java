package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Truth values, whole numbers and choices. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Decisions {
  static final long BIG = 1L << 40;

  @Parameter double w;
  @Parameter double v;

  @Loss
  double loss(double x, int n, float f) {
    boolean positive = x > 0;
    boolean odd = n % 2 != 0;
    long wide = BIG + n;
    int half = n / 2;
    int low = (int) (wide - BIG);
    double y = positive && !odd ? w * x : v * x;
    if (positive || odd) {
      y += v * half;
    }
    if (!(positive && odd) && low == n) {
      y = y * y + w;
    }
    boolean steep = positive ? w > 0.2 : false;
    y = steep == odd ? y + f * w : y - v * n;
    double z = n > 2 ? odd ? w : v : w * v;
    float narrow = (float) (0.5 * x);
    n += 3;
    x = x * n;
    return y * y + z * narrow + w * x;
  }
}
