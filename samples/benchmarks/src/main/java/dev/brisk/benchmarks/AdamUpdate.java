package dev.brisk.benchmarks;

import static dev.brisk.Algorithm.ADAM;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import java.lang.invoke.MethodHandle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The generated update by Adam, alone. */
@State(Scope.Thread)
public class AdamUpdate {
  @Trainable
  @Optimizer(ADAM)
  static class Model {
    @Parameter float[] weights;

    @Loss
    float loss(@Shape(1) float[] x) {
      return weights[0] * x[0];
    }
  }

  private static final MethodHandle UPDATE = GeneratedUpdate.of(AdamUpdate_ModelTrainer.class);

  @Param({"1000", "100000", "10000000"})
  int parameters;

  private float[] weights;
  private float[] gradient;
  private float[] mean;
  private float[] meanSquare;

  /** Ready to update so many. */
  public static AdamUpdate of(int parameters) {
    AdamUpdate update = new AdamUpdate();
    update.parameters = parameters;
    update.allocate();
    return update;
  }

  @Setup
  public void allocate() {
    weights = GeneratedUpdate.values(parameters, 1);
    gradient = GeneratedUpdate.values(parameters, 1e-3f);
    mean = new float[parameters];
    meanSquare = new float[parameters];
  }

  /** One update of all of them. */
  @Benchmark
  public void update() throws Throwable {
    UPDATE.invokeExact(weights, gradient, mean, meanSquare, 1e-3f, 1.01f);
  }
}
