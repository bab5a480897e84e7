package models;

import static dev.brisk.ops.Ops.elu;
import static dev.brisk.ops.Ops.gelu;
import static dev.brisk.ops.Ops.leakyRelu;
import static dev.brisk.ops.Ops.logSigmoid;
import static dev.brisk.ops.Ops.relu;
import static dev.brisk.ops.Ops.sigmoid;
import static dev.brisk.ops.Ops.silu;
import static dev.brisk.ops.Ops.softplus;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** A unit of each activation. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Activations {
  static final int UNITS = 8;

  @Parameter(shape = UNITS)
  double[] weights;

  @Parameter(shape = UNITS)
  double[] biases;

  @Parameter double slope;

  @Loss
  double loss(double x, double target) {
    double prediction =
        sigmoid(unit(0, x))
            + logSigmoid(unit(1, x))
            + softplus(unit(2, x))
            + relu(unit(3, x))
            + leakyRelu(unit(4, x), slope)
            + elu(unit(5, x))
            + silu(unit(6, x))
            + gelu(unit(7, x));
    return (prediction - target) * (prediction - target);
  }

  double unit(int i, double x) {
    return weights[i] * x + biases[i];
  }
}
