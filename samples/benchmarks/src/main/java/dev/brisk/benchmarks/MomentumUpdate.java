package dev.brisk.benchmarks;

import static dev.brisk.Algorithm.SGD;

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

/** The generated update by SGD with momentum, alone. */
@State(Scope.Thread)
public class MomentumUpdate {
  @Trainable
  @Optimizer(value = SGD, momentum = 0.9)
  static class Model {
    @Parameter float[] weights;

    @Loss
    float loss(@Shape(1) float[] x) {
      return weights[0] * x[0];
    }
  }

  private static final MethodHandle UPDATE = GeneratedUpdate.of(MomentumUpdate_ModelTrainer.class);

  @Param({"1000", "100000", "10000000"})
  int parameters;

  private float[] weights;
  private float[] gradient;
  private float[] momentum;

  @Setup
  public void allocate() {
    weights = GeneratedUpdate.values(parameters, 1);
    gradient = GeneratedUpdate.values(parameters, 1e-3f);
    momentum = new float[parameters];
  }

  /** One update of all of them. */
  @Benchmark
  public void update() throws Throwable {
    UPDATE.invokeExact(weights, gradient, momentum, 1e-3f);
  }
}
