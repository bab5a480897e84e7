package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Accumulators that branches change, each in its own way. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class BranchingSums {
  @Parameter double gain;
  @Parameter double loss;
  @Parameter double floor;

  @Loss
  double penalty(double[] changes, int mode) {
    double up = 0;
    double down = 1;
    double last = floor;
    int rises = 0;
    for (int i = 0; i < changes.length; i++) {
      double change = changes[i];
      if (change > 0.5) {
        up += gain * change;
        rises++;
      } else if (change > 0) {
        up += gain * change * change;
        down *= 1 + 0.1 * last;
      } else {
        down -= loss * change * last;
        last = Math.sin(last + down);
      }
    }
    double result;
    if (mode == 0) {
      result = up - down;
    } else {
      double weight = mode;
      result = up * down + weight * last;
    }
    return result * result + rises * last;
  }
}
