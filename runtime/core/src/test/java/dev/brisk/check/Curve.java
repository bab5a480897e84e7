package dev.brisk.check;

import dev.brisk.runtime.Check;
import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.UntrainedTrainer;
import java.util.Arrays;
import java.util.List;

/**
 * A trainer by hand, of {@code (offset + weights[0] x + weights[1] x^2 - y)^2}, with the gradient
 * of one example to be given.
 */
final class Curve extends UntrainedTrainer<Curve.Points> {
  /** A right gradient of one example, and mistakes that people make. */
  enum Mistake {
    NONE,
    FACTOR,
    SIGN,
    MISSING_TERM,
    SET_INSTEAD_OF_ADDED,
    RETURNED_LOSS
  }

  private final Mistake mistake;
  final double[] parameters = {0.3, -0.7, 1.1};

  /** Losses that are computed before one fails. */
  int failsAfter = Integer.MAX_VALUE;

  Curve(Mistake mistake) {
    this.mistake = mistake;
  }

  private double error(double x, double y) {
    return parameters[0] + parameters[1] * x + parameters[2] * x * x - y;
  }

  @Override
  public double loss(Points examples) {
    if (failsAfter-- == 0) {
      throw new IllegalStateException("enough");
    }
    double sum = 0;
    for (int i = 0; i < examples.size(); i++) {
      double error = error(examples.x[i], examples.y[i]);
      sum += error * error;
    }
    return sum / examples.size();
  }

  @Override
  public double gradient(Points examples, int from, int to, double[] out) {
    Check.length("out", out.length, 3);
    Arrays.fill(out, 0);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += add(examples.x[i], examples.y[i], out);
    }
    for (int k = 0; k < 3; k++) {
      out[k] /= to - from;
    }
    return sum / (to - from);
  }

  private double add(double x, double y, double[] out) {
    double error = error(x, y);
    double slope = 2 * error;
    out[0] += slope;
    out[1] += mistake == Mistake.SIGN ? -slope * x : slope * x;
    switch (mistake) {
      case FACTOR -> out[2] += error * x * x;
      case MISSING_TERM -> out[2] += 2 * (error + y) * x * x;
      case SET_INSTEAD_OF_ADDED -> out[2] = slope * x * x;
      default -> out[2] += slope * x * x;
    }
    return mistake == Mistake.RETURNED_LOSS ? error * error / 2 : error * error;
  }

  @Override
  public void parameters(double[] out) {
    System.arraycopy(parameters, 0, out, 0, 3);
  }

  @Override
  public void setParameters(double[] values) {
    System.arraycopy(values, 0, parameters, 0, 3);
  }

  @Override
  public List<ExampleColumn> columns() {
    return List.of(
        new ExampleColumn("x", double[].class, List.of()),
        new ExampleColumn("y", double[].class, List.of()));
  }

  @Override
  public Points examplesOf(Object... columns) {
    Check.columns(columns(), columns);
    return new Points((double[]) columns[0], (double[]) columns[1]);
  }

  @Override
  public List<ParameterLayout> layout() {
    return List.of(
        new ParameterLayout("offset", 0, List.of()), new ParameterLayout("weights", 1, List.of(2)));
  }

  /** Points of a plane. */
  record Points(double[] x, double[] y) implements Examples<Points> {
    @Override
    public int size() {
      return x.length;
    }

    @Override
    public Points select(int... rows) {
      return new Points(
          Arrays.stream(rows).mapToDouble(row -> x[row]).toArray(),
          Arrays.stream(rows).mapToDouble(row -> y[row]).toArray());
    }
  }
}
