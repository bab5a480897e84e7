package dev.brisk.check;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.Trainer;

/**
 * The mean loss of some examples as a function of all parameters of a model, which are {@code
 * double} here in either precision.
 */
interface TrainedFunction {
  Precision precision();

  Trainer<?> trainer();

  double[] parameters();

  void setParameters(double[] values);

  double loss();

  /**
   * The gradient of the trainer, over every example twice: a sum that is set where it should be
   * added to is then half of what it should be, even if no two examples share a parameter.
   *
   * @return the mean loss
   */
  double gradient(double[] out);

  /** The number of parameters. */
  default int count() {
    return ParameterLayout.count(trainer().layout());
  }

  /** Each row twice; a loss without arguments has but one. */
  private static <E extends Examples<E>> E twice(E examples) {
    int[] rows = new int[2 * examples.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i / 2;
    }
    return examples.select(rows);
  }

  /** In double precision. */
  record OfDoubles<E extends Examples<E>>(DoubleTrainer<E> trainer, E examples)
      implements TrainedFunction {
    @Override
    public Precision precision() {
      return Precision.DOUBLE;
    }

    @Override
    public double[] parameters() {
      double[] values = new double[count()];
      trainer.parameters(values);
      return values;
    }

    @Override
    public void setParameters(double[] values) {
      trainer.setParameters(values);
    }

    @Override
    public double loss() {
      return trainer.loss(examples);
    }

    @Override
    public double gradient(double[] out) {
      E twice = twice(examples);
      return trainer.gradient(twice, 0, twice.size(), out);
    }
  }

  /** In single precision. */
  record OfFloats<E extends Examples<E>>(FloatTrainer<E> trainer, E examples)
      implements TrainedFunction {
    @Override
    public Precision precision() {
      return Precision.SINGLE;
    }

    @Override
    public double[] parameters() {
      float[] values = new float[count()];
      trainer.parameters(values);
      return widened(values);
    }

    @Override
    public void setParameters(double[] values) {
      float[] rounded = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        rounded[i] = (float) values[i];
      }
      trainer.setParameters(rounded);
    }

    @Override
    public double loss() {
      return trainer.loss(examples);
    }

    @Override
    public double gradient(double[] out) {
      E twice = twice(examples);
      float[] gradient = new float[out.length];
      double loss = trainer.gradient(twice, 0, twice.size(), gradient);
      System.arraycopy(widened(gradient), 0, out, 0, out.length);
      return loss;
    }

    private static double[] widened(float[] values) {
      double[] wide = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        wide[i] = values[i];
      }
      return wide;
    }
  }
}
