package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Masses of bodies from their motion, by leaps of their velocities and positions. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class OrbitFit {
  static final int BODIES = 3;
  static final double STEP = 0.05;

  @Parameter(shape = BODIES)
  double[] mass;

  @Parameter double softening;

  void pull(double[][] at, double[][] velocity) {
    for (int i = 0; i < BODIES; i++) {
      for (int j = 0; j < BODIES; j++) {
        if (i == j) {
          continue;
        }
        double dx = at[j][0] - at[i][0];
        double dy = at[j][1] - at[i][1];
        double squared = dx * dx + dy * dy + softening * softening;
        double strength = STEP * mass[j] / (squared * Math.sqrt(squared));
        velocity[i][0] += strength * dx;
        velocity[i][1] += strength * dy;
      }
    }
  }

  @Loss
  double loss(@Shape({BODIES, 2}) double[][] start, @Shape({BODIES, 2}) double[][] end) {
    double[][] at = new double[BODIES][2];
    double[][] velocity = new double[BODIES][2];
    for (int i = 0; i < BODIES; i++) {
      at[i][0] = start[i][0];
      at[i][1] = start[i][1];
    }
    for (int step = 0; step < 5; step++) {
      pull(at, velocity);
      for (int i = 0; i < BODIES; i++) {
        for (int axis = 0; axis < 2; axis++) {
          at[i][axis] += STEP * velocity[i][axis];
        }
      }
    }
    double loss = 0;
    for (int i = 0; i < BODIES; i++) {
      loss += Losses.squared(at[i][0], end[i][0]) + Losses.squared(at[i][1], end[i][1]);
    }
    return loss;
  }
}
