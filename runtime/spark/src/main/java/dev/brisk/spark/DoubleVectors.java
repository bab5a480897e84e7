package dev.brisk.spark;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import java.io.Serializable;
import java.util.List;

/** In double precision. */
record DoubleVectors<E extends Examples<E>>(DoubleTrainer<E> trainer) implements Vectors<E> {
  @Override
  public Serializable parameters() {
    double[] values = new double[Vectors.length(trainer)];
    trainer.parameters(values);
    return values;
  }

  @Override
  public void setParameters(Serializable values) {
    trainer.setParameters((double[]) values);
  }

  @Override
  public Part part(E examples, int from, int to) {
    double[] gradient = new double[Vectors.length(trainer)];
    double loss = trainer.gradient(examples, from, to, gradient);
    return new Part(to - from, loss, gradient);
  }

  @Override
  public double apply(List<Part> parts) {
    double loss = Part.loss(parts);
    trainer.applyGradient(loss, Part.gradient(parts, Vectors.length(trainer)));
    return loss;
  }
}
