package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Predators and prey by the method of Runge and Kutta, in place. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class PredatorPrey {
  static final double STEP = 0.1;

  @Parameter double birth;
  @Parameter double hunt;
  @Parameter double feed;
  @Parameter double death;

  double[] derivative(double[] state) {
    return new double[] {
      birth * state[0] - hunt * state[0] * state[1], feed * state[0] * state[1] - death * state[1]
    };
  }

  static double[] moved(double[] state, double[] by, double time) {
    double[] moved = new double[state.length];
    for (int i = 0; i < state.length; i++) {
      moved[i] = state[i] + time * by[i];
    }
    return moved;
  }

  @Loss
  double loss(@Shape(2) double[] start, double[][] observed) {
    double[] state = new double[2];
    state[0] = start[0];
    state[1] = start[1];
    double loss = 0;
    for (double[] animals : observed) {
      for (int tick = 0; tick < 4; tick++) {
        double[] k1 = derivative(state);
        double[] k2 = derivative(moved(state, k1, STEP / 2));
        double[] k3 = derivative(moved(state, k2, STEP / 2));
        double[] k4 = derivative(moved(state, k3, STEP));
        for (int i = 0; i < 2; i++) {
          state[i] += STEP / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
      }
      loss += Losses.squared(state[0], animals[0]) + Losses.squared(state[1], animals[1]);
    }
    return loss / observed.length;
  }
}
