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

/** {@link Linear100} in single precision. */
@State(Scope.Thread)
public class FloatLinear100 {
  static final int FEATURES = 100;

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.001)
  static class Model {
    @Parameter(shape = FEATURES)
    float[] weights;

    @Parameter float bias;

    @Loss
    float loss(@Shape(FEATURES) float[] features, float target) {
      float predicted = bias;
      for (int i = 0; i < FEATURES; i++) {
        predicted += weights[i] * features[i];
      }
      float error = predicted - target;
      return error * error;
    }
  }

  /** The same by hand. */
  static final class Loop {
    private static final float RATE = 0.001f;

    final float[] weights = new float[FEATURES];
    float bias;

    float step(float[] features, float target) {
      float[] weights = this.weights;
      float predicted = bias;
      for (int i = 0; i < FEATURES; i++) {
        predicted += weights[i] * features[i];
      }
      float error = predicted - target;
      float change = RATE * 2 * error;
      for (int i = 0; i < FEATURES; i++) {
        weights[i] -= change * features[i];
      }
      bias -= change;
      return error * error;
    }
  }

  private final Examples examples = new Examples(FEATURES);
  private final FloatLinear100_ModelTrainer trainer = new FloatLinear100_ModelTrainer(new Model());
  private final Loop loop = new Loop();
  private int row;

  /** One step of Brisk. */
  @Benchmark
  public double generated() {
    row = Examples.after(row);
    return trainer.step(examples.floatFeatures[row], examples.floatTargets[row]);
  }

  /** One step by hand. */
  @Benchmark
  public double handwritten() {
    row = Examples.after(row);
    return loop.step(examples.floatFeatures[row], examples.floatTargets[row]);
  }
}
