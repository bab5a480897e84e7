package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Exponential smoothing in single precision, with sums in double. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class FloatSmoothing {
  @Parameter float alpha;
  @Parameter float start;

  @Loss
  double loss(float[] series) {
    float level = start;
    double sum = 0;
    for (float value : series) {
      float error = value - level;
      sum += error * error;
      level += alpha * error;
    }
    return sum / series.length;
  }
}
