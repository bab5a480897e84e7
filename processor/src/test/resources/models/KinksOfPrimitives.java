package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** A primitive with a kink for each parameter, so that a test can stand on it. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class KinksOfPrimitives {
  @Parameter double relu;
  @Parameter double leaky;
  @Parameter double elu;
  @Parameter double absolute;
  @Parameter double quantile;
  @Parameter double hinge;
  @Parameter double huber;

  @Loss
  double loss() {
    return Ops.relu(relu)
        + Ops.leakyRelu(leaky, 0.25)
        + Ops.elu(elu)
        + Losses.absolute(absolute, 2)
        + Losses.quantile(quantile, 2, 0.75)
        + Losses.hinge(hinge, 1)
        + Losses.huber(huber, 2, 0.5);
  }
}
