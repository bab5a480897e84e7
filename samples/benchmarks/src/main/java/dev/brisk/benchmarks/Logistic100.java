package dev.brisk.benchmarks;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.ops.Losses.binaryCrossEntropy;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Logistic regression on 100 features, Adam. */
@State(Scope.Thread)
public class Logistic100 {
  static final int FEATURES = 100;

  @Trainable
  @Optimizer(value = ADAM, learningRate = 0.001)
  static class Model {
    @Parameter(shape = FEATURES)
    double[] weights;

    @Parameter double bias;

    @Loss
    double loss(@Shape(FEATURES) double[] features, double label) {
      double score = bias;
      for (int i = 0; i < FEATURES; i++) {
        score += weights[i] * features[i];
      }
      return binaryCrossEntropy(score, label);
    }
  }

  /**
   * The same by hand, with what one sees by looking: the gradient of a weight is its feature times
   * a number, so there is no array of gradients; the powers of the betas take one multiplication a
   * step; a division by the same number for all weights is a multiplication by its inverse.
   */
  static final class Loop {
    private static final double RATE = 0.001;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    final double[] weights = new double[FEATURES];
    private final double[] means = new double[FEATURES];
    private final double[] meanSquares = new double[FEATURES];
    double bias;
    private double biasMean;
    private double biasMeanSquare;
    private double power1 = 1;
    private double power2 = 1;

    double step(double[] features, double label) {
      double[] weights = this.weights;
      double score = bias;
      for (int i = 0; i < FEATURES; i++) {
        score += weights[i] * features[i];
      }
      double exponential = Math.exp(-Math.abs(score));
      double loss = Math.max(score, 0) - score * label + Math.log1p(exponential);
      double slope = (score >= 0 ? 1 : exponential) / (1 + exponential) - label;

      power1 *= BETA1;
      power2 *= BETA2;
      double stepSize = RATE / (1 - power1);
      double correction = 1 / Math.sqrt(1 - power2);
      update(weights, means, meanSquares, features, slope, stepSize, correction);
      biasMean = BETA1 * biasMean + (1 - BETA1) * slope;
      biasMeanSquare = BETA2 * biasMeanSquare + (1 - BETA2) * slope * slope;
      bias -= stepSize * biasMean / (Math.sqrt(biasMeanSquare) * correction + EPSILON);
      return loss;
    }

    private static void update(
        double[] weights,
        double[] means,
        double[] meanSquares,
        double[] features,
        double slope,
        double stepSize,
        double correction) {
      for (int i = 0; i < FEATURES; i++) {
        double g = slope * features[i];
        means[i] = BETA1 * means[i] + (1 - BETA1) * g;
        meanSquares[i] = BETA2 * meanSquares[i] + (1 - BETA2) * g * g;
        weights[i] -= stepSize * means[i] / (Math.sqrt(meanSquares[i]) * correction + EPSILON);
      }
    }
  }

  private final Examples examples = new Examples(FEATURES);
  private final Logistic100_ModelTrainer trainer = new Logistic100_ModelTrainer(new Model());
  private final Loop loop = new Loop();
  private int row;

  /** One step of Brisk. */
  @Benchmark
  public double generated() {
    row = Examples.after(row);
    return trainer.step(examples.features[row], examples.labels[row]);
  }

  /** One step by hand. */
  @Benchmark
  public double handwritten() {
    row = Examples.after(row);
    return loop.step(examples.features[row], examples.labels[row]);
  }
}
