package dev.brisk.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A trainer as it would be generated, by hand: a line through points, by gradient descent. */
public class Line extends GeneratedTrainer<Line.Points> {
  /** What is learnt. */
  double slope;

  double intercept;

  /** Sizes of the batches that came, in order. */
  final List<Integer> batches = new ArrayList<>();

  /** The abscissae that came, in order. */
  final List<Double> seen = new ArrayList<>();

  /** Its thread is interrupted when so many updates are done; 0 for never. */
  int interruptedAt;

  public Line(long seed, RunPlan declared) {
    super(0.1, seed, declared);
  }

  /** Falls to half of the base over the run. */
  @Override
  protected double scheduledRate(double base, long t) {
    double done = (double) (t - runStart()) / (runEnd() - runStart());
    return base * (1 - 0.5 * done);
  }

  @Override
  protected String annotation(String learningRate) {
    return "@Optimizer(value = SGD, learningRate = " + learningRate + ")";
  }

  @Override
  protected void visitState(StateVisitor visitor) {
    slope = visitor.number("slope", slope);
    intercept = visitor.number("intercept", intercept);
  }

  @Override
  public double trainBatch(Points examples, int from, int to) {
    beginBatch(examples, from, to);
    double rate = learningRate();
    double loss = 0;
    double dSlope = 0;
    double dIntercept = 0;
    for (int i = from; i < to; i++) {
      double error = slope * examples.x[i] + intercept - examples.y[i];
      loss += error * error;
      dSlope += 2 * error * examples.x[i];
      dIntercept += 2 * error;
      seen.add(examples.x[i]);
    }
    int size = to - from;
    batches.add(size);
    double mean = finite(loss / size);
    slope -= rate * dSlope / size;
    intercept -= rate * dIntercept / size;
    countStep();
    if (stepCount() == interruptedAt) {
      Thread.currentThread().interrupt();
    }
    return mean;
  }

  @Override
  public double loss(Points examples) {
    double loss = 0;
    for (int i = 0; i < examples.size(); i++) {
      double error = slope * examples.x[i] + intercept - examples.y[i];
      loss += error * error;
    }
    return loss / examples.size();
  }

  @Override
  public Map<String, ToDoubleFunction<Points>> metrics() {
    Map<String, ToDoubleFunction<Points>> metrics = new LinkedHashMap<>();
    metrics.put("rootLoss", points -> Math.sqrt(loss(points)));
    metrics.put("count", Points::size);
    return metrics;
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
        new ParameterLayout("slope", 0, List.of()), new ParameterLayout("intercept", 1, List.of()));
  }

  /** Points on a line. */
  public static Points points(int size) {
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = (double) i / size;
      y[i] = 3 * x[i] - 1;
    }
    return new Points(x, y);
  }

  public record Points(double[] x, double[] y) implements Examples<Points> {
    @Override
    public int size() {
      return x.length;
    }

    @Override
    public Points select(int... rows) {
      Points selected = new Points(new double[rows.length], new double[rows.length]);
      for (int i = 0; i < rows.length; i++) {
        selected.x[i] = x[rows[i]];
        selected.y[i] = y[rows[i]];
      }
      return selected;
    }
  }
}
