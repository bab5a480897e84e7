package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.FloatTrainer;
import java.io.Serializable;
import java.util.List;

/** In single precision; sums are in double, and rounded once. */
record FloatVectors<E extends Examples<E>>(FloatTrainer<E> trainer) implements Vectors<E> {
  @Override
  public Serializable parameters() {
    float[] values = new float[Vectors.length(trainer)];
    trainer.parameters(values);
    return values;
  }

  @Override
  public void setParameters(Serializable values) {
    trainer.setParameters((float[]) values);
  }

  @Override
  public Part part(E examples, int from, int to) {
    float[] gradient = new float[Vectors.length(trainer)];
    double loss = trainer.gradient(examples, from, to, gradient);
    return new Part(to - from, loss, gradient);
  }

  @Override
  public double apply(List<Part> parts) {
    double[] sum = Part.gradient(parts, Vectors.length(trainer));
    float[] gradient = new float[sum.length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (float) sum[i];
    }
    double loss = Part.loss(parts);
    trainer.applyGradient(loss, gradient);
    return loss;
  }
}
