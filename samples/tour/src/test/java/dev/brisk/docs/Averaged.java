package dev.brisk.docs;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Averaging.EMA;
import static dev.brisk.ScalingRule.LINEAR;
import static dev.brisk.ops.Losses.squared;

import dev.brisk.BatchScaling;
import dev.brisk.GradientClipping;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.Training;
import dev.brisk.Warmup;
import dev.brisk.WeightAveraging;

/** A line, with whatever may be declared around an update. */
@Trainable
@Optimizer(value = SGD, learningRate = 0.1)
@Warmup(steps = 20)
@GradientClipping(norm = 1)
@WeightAveraging(value = EMA, decay = 0.999)
@BatchScaling(baseBatchSize = 64, rule = LINEAR)
@Training(epochs = 30, batchSize = 64, accumulate = 2, examples = 1408)
class Averaged {
  @Parameter double slope;

  @Loss
  double loss(double x, double y) {
    return squared(slope * x, y);
  }
}
