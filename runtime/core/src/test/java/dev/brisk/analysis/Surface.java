package dev.brisk.analysis;

import dev.brisk.runtime.Check;
import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.UntrainedTrainer;
import java.util.List;

/** A trainer by hand, of a loss without examples: a function of its parameters alone. */
final class Surface extends UntrainedTrainer<Surface.Rows> {
  /** A loss with its gradient. */
  interface Slope {
    /** Writes the gradient, returns the loss. */
    double at(double[] point, double[] out);
  }

  private final Slope slope;
  private final List<ParameterLayout> layout;
  final double[] parameters;

  /** Gradients that are computed before one fails. */
  int failsAfter = Integer.MAX_VALUE;

  Surface(Slope slope, double... parameters) {
    this(slope, List.of(new ParameterLayout("w", 0, List.of(parameters.length))), parameters);
  }

  Surface(Slope slope, List<ParameterLayout> layout, double... parameters) {
    this.slope = slope;
    this.layout = layout;
    this.parameters = parameters;
  }

  /** {@code w'Aw / 2}. */
  static Slope quadratic(double[][] matrix) {
    return (point, out) -> {
      double twice = 0;
      for (int i = 0; i < out.length; i++) {
        out[i] = Lanczos.dot(matrix[i], point);
        twice += out[i] * point[i];
      }
      return twice / 2;
    };
  }

  @Override
  public double gradient(Rows examples, int from, int to, double[] out) {
    if (failsAfter-- == 0) {
      throw new IllegalStateException("enough");
    }
    return slope.at(parameters, out);
  }

  @Override
  public double loss(Rows examples) {
    return slope.at(parameters, new double[parameters.length]);
  }

  @Override
  public void parameters(double[] out) {
    System.arraycopy(parameters, 0, out, 0, parameters.length);
  }

  @Override
  public void setParameters(double[] values) {
    System.arraycopy(values, 0, parameters, 0, parameters.length);
  }

  @Override
  public List<ExampleColumn> columns() {
    return List.of();
  }

  @Override
  public Rows examplesOf(Object... columns) {
    Check.columns(columns(), columns);
    return new Rows(1);
  }

  @Override
  public List<ParameterLayout> layout() {
    return layout;
  }

  /** So many examples, all the same. */
  record Rows(int size) implements Examples<Rows> {
    @Override
    public Rows select(int... rows) {
      return new Rows(rows.length);
    }
  }
}
