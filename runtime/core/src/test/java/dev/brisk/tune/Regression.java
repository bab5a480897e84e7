package dev.brisk.tune;

import dev.brisk.runtime.Check;
import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.GeneratedTrainer;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.RunPlan;
import dev.brisk.runtime.StateVisitor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A trainer as it would be generated, by hand: {@code (weights x - y)^2 / 2} by gradient descent.
 */
class Regression extends GeneratedTrainer<Regression.Rows> {
  /** What is learnt; drawn by the seed. */
  final double[] weights;

  Regression(int features, long seed) {
    this(features, seed, RunPlan.OPEN);
  }

  Regression(int features, long seed, RunPlan declared) {
    super(0.1, seed, declared);
    weights = new Random(seed).doubles(features, -3, -1).toArray();
  }

  @Override
  protected double scheduledRate(double base, long t) {
    return base;
  }

  @Override
  protected String annotation(String learningRate) {
    return "@Optimizer(value = SGD, learningRate = " + learningRate + ")";
  }

  @Override
  protected void visitState(StateVisitor visitor) {
    visitor.array("weights", weights);
  }

  @Override
  public double trainBatch(Rows examples, int from, int to) {
    Check.batch(from, to, examples.size());
    double[] gradient = new double[weights.length];
    double loss = 0;
    for (int i = from; i < to; i++) {
      double error = error(examples.x[i], examples.y[i]);
      loss += error * error / 2;
      for (int k = 0; k < weights.length; k++) {
        gradient[k] += error * examples.x[i][k];
      }
    }
    double rate = learningRate() / (to - from);
    double mean = finite(loss / (to - from));
    for (int k = 0; k < weights.length; k++) {
      weights[k] -= rate * gradient[k];
    }
    countStep();
    return mean;
  }

  private double error(double[] x, double y) {
    double error = -y;
    for (int k = 0; k < weights.length; k++) {
      error += weights[k] * x[k];
    }
    return error;
  }

  @Override
  public double loss(Rows examples) {
    double loss = 0;
    for (int i = 0; i < examples.size(); i++) {
      double error = error(examples.x[i], examples.y[i]);
      loss += error * error / 2;
    }
    return loss / examples.size();
  }

  @Override
  public Map<String, ToDoubleFunction<Rows>> metrics() {
    return Map.of("closeness", rows -> 1 / (1 + loss(rows)));
  }

  @Override
  public List<ExampleColumn> columns() {
    return List.of(
        new ExampleColumn("x", double[][].class, List.of()),
        new ExampleColumn("y", double[].class, List.of()));
  }

  @Override
  public Rows examplesOf(Object... columns) {
    Check.columns(columns(), columns);
    return new Rows((double[][]) columns[0], (double[]) columns[1]);
  }

  @Override
  public List<ParameterLayout> layout() {
    return List.of(new ParameterLayout("weights", 0, List.of(weights.length)));
  }

  /** A quadratic with its minimum at 1: the loss is {@code curvature (weight - 1)^2 / 2}. */
  static Rows quadratic(double curvature, int size) {
    double root = Math.sqrt(curvature);
    double[][] x = new double[size][];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = new double[] {root};
      y[i] = root;
    }
    return new Rows(x, y);
  }

  /** Rows drawn around a plane, with noise. */
  static Rows noisy(int features, int size, long seed) {
    Random random = new Random(seed);
    double[][] x = new double[size][features];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < features; k++) {
        x[i][k] = random.nextGaussian();
        y[i] += (k + 1) * x[i][k];
      }
      y[i] += random.nextGaussian();
    }
    return new Rows(x, y);
  }

  record Rows(double[][] x, double[] y) implements Examples<Rows> {
    @Override
    public int size() {
      return y.length;
    }

    @Override
    public Rows select(int... rows) {
      Rows selected = new Rows(new double[rows.length][], new double[rows.length]);
      for (int i = 0; i < rows.length; i++) {
        selected.x[i] = x[rows[i]];
        selected.y[i] = y[rows[i]];
      }
      return selected;
    }
  }
}
