package dev.brisk.benchmarks;

import static dev.brisk.Algorithm.SGD;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * {@link Linear100} with the sum cut in four. One sum waits for each addition before the next; four
 * do not. It is not the same to the last bit, so it is the model's author who cuts, not Brisk.
 */
@State(Scope.Thread)
public class FourSums100 {
  static final int FEATURES = 100;

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.001)
  static class Model {
    @Parameter(shape = FEATURES)
    double[] weights;

    @Parameter double bias;

    @Loss
    double loss(@Shape(FEATURES) double[] features, double target) {
      double predicted = bias;
      double predicted1 = 0;
      double predicted2 = 0;
      double predicted3 = 0;
      for (int i = 0; i < FEATURES; i += 4) {
        predicted += weights[i] * features[i];
        predicted1 += weights[i + 1] * features[i + 1];
        predicted2 += weights[i + 2] * features[i + 2];
        predicted3 += weights[i + 3] * features[i + 3];
      }
      double error = predicted + predicted1 + predicted2 + predicted3 - target;
      return error * error;
    }
  }

  /** The same by hand. */
  static final class Loop {
    private static final double RATE = 0.001;

    final double[] weights = new double[FEATURES];
    double bias;

    double step(double[] features, double target) {
      double[] weights = this.weights;
      double predicted = bias;
      double predicted1 = 0;
      double predicted2 = 0;
      double predicted3 = 0;
      for (int i = 0; i < FEATURES; i += 4) {
        predicted += weights[i] * features[i];
        predicted1 += weights[i + 1] * features[i + 1];
        predicted2 += weights[i + 2] * features[i + 2];
        predicted3 += weights[i + 3] * features[i + 3];
      }
      double error = predicted + predicted1 + predicted2 + predicted3 - target;
      double change = RATE * 2 * error;
      for (int i = 0; i < FEATURES; i++) {
        weights[i] -= change * features[i];
      }
      bias -= change;
      return error * error;
    }
  }

  private final Examples examples = new Examples(FEATURES);
  private final FourSums100_ModelTrainer trainer = new FourSums100_ModelTrainer(new Model());
  private final Loop loop = new Loop();
  private int row;

  /** One step of Brisk. */
  @Benchmark
  public double generated() {
    row = Examples.after(row);
    return trainer.step(examples.features[row], examples.targets[row]);
  }

  /** One step by hand. */
  @Benchmark
  public double handwritten() {
    row = Examples.after(row);
    return loop.step(examples.features[row], examples.targets[row]);
  }
}
