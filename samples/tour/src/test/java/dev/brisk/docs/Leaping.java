package dev.brisk.docs;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.ops.Losses.squared;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.relu;

import dev.brisk.Init;
import dev.brisk.Loss;
import dev.brisk.OnDivergence;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Restore;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** A network with a rate that is far too high, and that helps itself. */
@Trainable
@Optimizer(value = ADAM, learningRate = 1)
@OnDivergence(restore = Restore.EPOCH_START, factor = 0.1, maxRetries = 3)
class Leaping {
  static final int HIDDEN = 16;

  @Parameter(
      shape = {HIDDEN, 2},
      init = Init.HE)
  double[] w1;

  @Parameter(shape = HIDDEN)
  double[] b1;

  @Parameter(
      shape = {1, HIDDEN},
      init = Init.HE)
  double[] w2;

  @Parameter(shape = 1)
  double[] b2;

  @Loss
  double loss(@Shape(2) double[] point, double height) {
    return squared(affine(w2, b2, relu(affine(w1, b1, point)))[0], height);
  }
}
