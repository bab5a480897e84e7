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

/** Linear regression on 2 features, plain gradient descent. */
@State(Scope.Thread)
public class Linear2 {
  static final int FEATURES = 2;

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.001)
  static class Model {
    @Parameter(shape = FEATURES)
    double[] weights;

    @Parameter double bias;

    @Loss
    double loss(@Shape(FEATURES) double[] features, double target) {
      double predicted = bias;
      for (int i = 0; i < FEATURES; i++) {
        predicted += weights[i] * features[i];
      }
      double error = predicted - target;
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
      for (int i = 0; i < FEATURES; i++) {
        predicted += weights[i] * features[i];
      }
      double error = predicted - target;
      double change = RATE * 2 * error;
      for (int i = 0; i < FEATURES; i++) {
        weights[i] -= change * features[i];
      }
      bias -= change;
      return error * error;
    }
  }

  private final Examples examples = new Examples(FEATURES);
  private final Linear2_ModelTrainer trainer = new Linear2_ModelTrainer(new Model());
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
