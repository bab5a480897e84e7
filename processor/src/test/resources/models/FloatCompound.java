package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Assignments that round from double to single precision. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
@SuppressWarnings("lossy-conversions") // They are what it is about.
class FloatCompound {
  @Parameter float a;
  @Parameter float b;

  @Loss
  float loss(double x, int n) {
    float y = a;
    y += x * b;
    y *= Math.exp(-b);
    for (int i = 0; i < n; i++) {
      y -= 0.1 * y * a;
      y /= 1.5f;
    }
    float[] store = new float[2];
    store[0] += x * a;
    store[1] -= x * b;
    double wide = y;
    return (float) (wide * wide) + store[0] * store[1];
  }
}
