package dev.brisk.samples.clicks;

import static dev.brisk.ops.Losses.binaryCrossEntropy;
import static dev.brisk.ops.Ops.sigmoid;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Shape;
import dev.brisk.Sparse;
import dev.brisk.Trainable;

/**
 * Logistic regression on features that are there or not, each a row of one large table.
 *
 * <p>AdaGrad has a rate for each weight, which falls with what that weight has learnt: a page that
 * is seen for the first time learns fast, one that was seen a thousand times has settled. With one
 * rate for all, one of them suffers (McMahan et al., "Ad Click Prediction: a View from the
 * Trenches", 2013).
 */
@Trainable(predictor = true)
@Optimizer(value = Algorithm.ADAGRAD, learningRate = 0.15, initialAccumulator = 1)
public class ClickModel {
  @Sparse
  @Parameter(shape = ClickFeatures.ROWS)
  double[] weights;

  @Parameter double bias = -2;

  double logOdds(int[] features) {
    double logOdds = bias;
    for (int i = 0; i < ClickFeatures.COUNT; i++) {
      logOdds += weights[features[i]];
    }
    return logOdds;
  }

  @Loss
  double loss(@Shape(ClickFeatures.COUNT) int[] features, int click) {
    return binaryCrossEntropy(logOdds(features), click);
  }

  /** The probability of a click. */
  @Predict
  public double probability(int[] features) {
    return sigmoid(logOdds(features));
  }
}
