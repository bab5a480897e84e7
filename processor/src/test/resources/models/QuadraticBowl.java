package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** A bowl whose axes differ in steepness, its minimum where the data say. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class QuadraticBowl {
  @Parameter(shape = 3)
  double[] position;

  @Loss
  double loss(@Shape(3) double[] centre) {
    double height = 0;
    double steepness = 1;
    for (int i = 0; i < position.length; i++) {
      double d = position[i] - centre[i];
      height += steepness * d * d;
      steepness *= 10;
    }
    return height;
  }
}
