package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Logistic growth by Euler steps. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class LogisticGrowth {
  @Parameter double rate;
  @Parameter double capacity;
  @Parameter double initial;

  @Loss
  double loss(@Shape(6) double[] observed) {
    double population = initial;
    double sum = 0;
    for (int day = 0; day < 6; day++) {
      for (int tick = 0; tick < 10; tick++) {
        population += 0.1 * rate * population * (1 - population / capacity);
      }
      double error = population - observed[day];
      sum += error * error;
    }
    return sum;
  }
}
