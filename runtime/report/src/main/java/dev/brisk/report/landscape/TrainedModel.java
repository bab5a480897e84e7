package dev.brisk.report.landscape;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.Trainer;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The parameters of a model as one vector of {@code double}s in either precision. Looking at
 * another point brings the model's own parameters back, to the last bit, whatever is thrown.
 */
abstract sealed class TrainedModel<E extends Examples<E>> {
  /** Examples of which a gradient is computed at once: batches of a network take room for each. */
  private static final int AT_ONCE = 256;

  private final Trainer<E> trainer;
  private final List<ParameterLayout> layout;

  private TrainedModel(Trainer<E> trainer) {
    this.trainer = trainer;
    this.layout = trainer.layout();
  }

  final List<ParameterLayout> layout() {
    return layout;
  }

  final int dimension() {
    return ParameterLayout.count(layout);
  }

  /** The parameters as they are. */
  abstract double[] parameters();

  /** What is computed while the model has other parameters, rounded to its precision. */
  abstract double with(double[] parameters, DoubleSupplier computed);

  /** Adds the gradient of the mean loss of some examples, times a share. */
  abstract void addGradient(E examples, int from, int to, double share, double[] sum);

  /** The mean loss of the examples at a point. */
  final double loss(E examples, double[] point) {
    return with(point, () -> trainer.loss(examples));
  }

  /** The derivative of the mean loss of the examples at a point along a vector. */
  final double derivative(E examples, double[] point, double[] along) {
    double[] gradient = new double[dimension()];
    return with(
        point,
        () -> {
          int size = examples.size();
          for (int from = 0; from < size; from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, size);
            addGradient(examples, from, to, (double) (to - from) / size, gradient);
          }
          return Vectors.dot(gradient, along);
        });
  }

  static final class OfDoubles<E extends Examples<E>> extends TrainedModel<E> {
    private final DoubleTrainer<E> trainer;

    OfDoubles(DoubleTrainer<E> trainer) {
      super(trainer);
      this.trainer = trainer;
    }

    @Override
    double[] parameters() {
      double[] values = new double[dimension()];
      trainer.parameters(values);
      return values;
    }

    @Override
    double with(double[] parameters, DoubleSupplier computed) {
      double[] before = parameters();
      try {
        trainer.setParameters(parameters);
        return computed.getAsDouble();
      } finally {
        trainer.setParameters(before);
      }
    }

    @Override
    void addGradient(E examples, int from, int to, double share, double[] sum) {
      double[] out = new double[sum.length];
      trainer.gradient(examples, from, to, out);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += share * out[i];
      }
    }
  }

  static final class OfFloats<E extends Examples<E>> extends TrainedModel<E> {
    private final FloatTrainer<E> trainer;

    OfFloats(FloatTrainer<E> trainer) {
      super(trainer);
      this.trainer = trainer;
    }

    @Override
    double[] parameters() {
      float[] values = own();
      double[] wide = new double[values.length];
      for (int i = 0; i < wide.length; i++) {
        wide[i] = values[i];
      }
      return wide;
    }

    private float[] own() {
      float[] values = new float[dimension()];
      trainer.parameters(values);
      return values;
    }

    @Override
    double with(double[] parameters, DoubleSupplier computed) {
      float[] before = own();
      float[] rounded = new float[parameters.length];
      for (int i = 0; i < rounded.length; i++) {
        rounded[i] = (float) parameters[i];
      }
      try {
        trainer.setParameters(rounded);
        return computed.getAsDouble();
      } finally {
        trainer.setParameters(before);
      }
    }

    @Override
    void addGradient(E examples, int from, int to, double share, double[] sum) {
      float[] out = new float[sum.length];
      trainer.gradient(examples, from, to, out);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += share * out[i];
      }
    }
  }
}
