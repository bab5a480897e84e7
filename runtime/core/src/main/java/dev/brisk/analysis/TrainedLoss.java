package dev.brisk.analysis;

import dev.brisk.runtime.DoubleHessianTrainer;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.FloatHessianTrainer;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.Trainer;
import java.util.List;

/**
 * The mean loss of some examples as a function of all parameters of a model, which are {@code
 * double} here in either precision.
 */
abstract sealed class TrainedLoss<E extends Examples<E>> {
  /** Examples of which a gradient is computed at once: batches of a network take room for each. */
  private static final int AT_ONCE = 256;

  private final E examples;
  private final List<ParameterLayout> layout;

  private TrainedLoss(Trainer<E> trainer, E examples) {
    this.examples = examples;
    this.layout = trainer.layout();
  }

  /** The parameters as they are, to the last bit. */
  abstract double[] parameters();

  /** Rounds them to the trainer's precision. */
  abstract void setParameters(double[] values);

  /** Adds the gradient of the mean loss of some examples, times a share. */
  abstract void addGradient(E examples, int from, int to, double share, double[] sum);

  /** The distance of 1 to the next number of the trainer's precision. */
  abstract double epsilon();

  final List<ParameterLayout> layout() {
    return layout;
  }

  final int dimension() {
    return ParameterLayout.count(layout);
  }

  /** Whether the trainer multiplies with the Hessian. */
  abstract boolean hasHessian();

  /** Adds the Hessian of the mean loss of some examples, times a vector and a share. */
  abstract void addProduct(
      E examples, int from, int to, double share, double[] vector, double[] sum);

  /**
   * The gradient.
   *
   * @throws ArithmeticException if it is not finite, naming a parameter
   */
  final double[] gradient() {
    double[] gradient = new double[dimension()];
    inParts((from, to, share) -> addGradient(examples, from, to, share, gradient));
    return finite("the gradient of", "close to", gradient);
  }

  /**
   * The Hessian times a vector.
   *
   * @throws ArithmeticException if it is not finite, naming a parameter
   */
  final double[] hessianTimes(double[] vector) {
    double[] product = new double[dimension()];
    inParts((from, to, share) -> addProduct(examples, from, to, share, vector, product));
    return finite("a second derivative by", "at", product);
  }

  private interface Part {
    void take(int from, int to, double share);
  }

  private void inParts(Part part) {
    int size = examples.size();
    for (int from = 0; from < size; from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, size);
      part.take(from, to, (double) (to - from) / size);
    }
  }

  private double[] finite(String what, String where, double[] derivatives) {
    for (ParameterLayout parameter : layout) {
      for (int i = parameter.offset(); i < parameter.end(); i++) {
        if (!Double.isFinite(derivatives[i])) {
          throw new ArithmeticException(
              what
                  + " the parameter "
                  + parameter.name()
                  + " is "
                  + derivatives[i]
                  + " "
                  + where
                  + " the parameters that the model has. A curvature can only be measured where the"
                  + " loss is finite all around; look for a training that has diverged, or for a"
                  + " function at the edge of its range");
        }
      }
    }
    return derivatives;
  }

  static final class OfDoubles<E extends Examples<E>> extends TrainedLoss<E> {
    private final DoubleTrainer<E> trainer;
    private final double[] out = new double[dimension()];

    OfDoubles(DoubleTrainer<E> trainer, E examples) {
      super(trainer, examples);
      this.trainer = trainer;
    }

    @Override
    double[] parameters() {
      double[] values = new double[dimension()];
      trainer.parameters(values);
      return values;
    }

    @Override
    void setParameters(double[] values) {
      trainer.setParameters(values);
    }

    @Override
    void addGradient(E examples, int from, int to, double share, double[] sum) {
      trainer.gradient(examples, from, to, out);
      Lanczos.add(sum, share, out);
    }

    @Override
    boolean hasHessian() {
      return trainer instanceof DoubleHessianTrainer;
    }

    @Override
    void addProduct(E examples, int from, int to, double share, double[] vector, double[] sum) {
      ((DoubleHessianTrainer<E>) trainer).hessianTimes(examples, from, to, vector, out);
      Lanczos.add(sum, share, out);
    }

    @Override
    double epsilon() {
      return Math.ulp(1.0);
    }
  }

  static final class OfFloats<E extends Examples<E>> extends TrainedLoss<E> {
    private final FloatTrainer<E> trainer;
    private final float[] out = new float[dimension()];

    OfFloats(FloatTrainer<E> trainer, E examples) {
      super(trainer, examples);
      this.trainer = trainer;
    }

    @Override
    double[] parameters() {
      float[] values = new float[dimension()];
      trainer.parameters(values);
      double[] wide = new double[values.length];
      for (int i = 0; i < wide.length; i++) {
        wide[i] = values[i];
      }
      return wide;
    }

    @Override
    void setParameters(double[] values) {
      trainer.setParameters(rounded(values));
    }

    private static float[] rounded(double[] values) {
      float[] rounded = new float[values.length];
      for (int i = 0; i < rounded.length; i++) {
        rounded[i] = (float) values[i];
      }
      return rounded;
    }

    @Override
    void addGradient(E examples, int from, int to, double share, double[] sum) {
      trainer.gradient(examples, from, to, out);
      addOut(share, sum);
    }

    private void addOut(double share, double[] sum) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += share * out[i];
      }
    }

    @Override
    boolean hasHessian() {
      return trainer instanceof FloatHessianTrainer;
    }

    @Override
    void addProduct(E examples, int from, int to, double share, double[] vector, double[] sum) {
      ((FloatHessianTrainer<E>) trainer).hessianTimes(examples, from, to, rounded(vector), out);
      addOut(share, sum);
    }

    @Override
    double epsilon() {
      return Math.ulp(1.0f);
    }
  }
}
