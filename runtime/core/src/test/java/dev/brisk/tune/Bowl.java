package dev.brisk.tune;

import dev.brisk.runtime.Check;
import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.GeneratedTrainer;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.RunPlan;
import dev.brisk.runtime.StateVisitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A trainer by hand: one number {@code p} goes down {@code curvature / 2 * (p - x)^2 + floor} by
 * gradient descent with momentum.
 */
final class Bowl extends GeneratedTrainer<Bowl.Targets> {
  private final double curvature;
  private final double floor;
  private final double momentum;
  double p;
  double velocity;

  /** The rates of all updates so far, also of those that were taken back. */
  final List<Double> used = new ArrayList<>();

  /** The updates, of those in {@link #used}, before one throws. */
  int throwsAfter = Integer.MAX_VALUE;

  Bowl(double curvature, double floor, double momentum, RunPlan run) {
    super(0.1, 0, run);
    this.curvature = curvature;
    this.floor = floor;
    this.momentum = momentum;
    this.p = 1;
  }

  Bowl(double curvature) {
    this(curvature, 0, 0, RunPlan.OPEN);
  }

  @Override
  protected double scheduledRate(double base, long t) {
    return base / (1 + t);
  }

  @Override
  protected String annotation(String learningRate) {
    return "@Optimizer(value = SGD, learningRate = " + learningRate + ")";
  }

  @Override
  protected void visitState(StateVisitor visitor) {
    p = visitor.number("p", p);
    velocity = visitor.number("p.momentum", velocity);
  }

  @Override
  public double trainBatch(Targets examples, int from, int to) {
    Check.batch(from, to, examples.size());
    if (used.size() >= throwsAfter) {
      throw new IllegalStateException("enough");
    }
    double loss = finite(loss(examples, from, to));
    double gradient = 0;
    for (int i = from; i < to; i++) {
      gradient += curvature * (p - examples.x[i]) / (to - from);
    }
    velocity = momentum * velocity + gradient;
    p -= learningRate() * velocity;
    used.add(learningRate());
    countStep();
    return loss;
  }

  @Override
  public double loss(Targets examples) {
    return loss(examples, 0, examples.size());
  }

  private double loss(Targets examples, int from, int to) {
    double loss = 0;
    for (int i = from; i < to; i++) {
      double error = p - examples.x[i];
      loss += curvature / 2 * error * error + floor;
    }
    return loss / (to - from);
  }

  @Override
  public Map<String, ToDoubleFunction<Targets>> metrics() {
    return Map.of();
  }

  @Override
  public List<ExampleColumn> columns() {
    return List.of(new ExampleColumn("x", double[].class, List.of()));
  }

  @Override
  public Targets examplesOf(Object... columns) {
    Check.columns(columns(), columns);
    return new Targets((double[]) columns[0]);
  }

  @Override
  public List<ParameterLayout> layout() {
    return List.of(new ParameterLayout("p", 0, List.of()));
  }

  /** So many examples with the same target. */
  static Targets targets(int size, double x) {
    Targets targets = new Targets(new double[size]);
    Arrays.fill(targets.x, x);
    return targets;
  }

  record Targets(double... x) implements Examples<Targets> {
    @Override
    public int size() {
      return x.length;
    }

    @Override
    public Targets select(int... rows) {
      return new Targets(Arrays.stream(rows).mapToDouble(row -> x[row]).toArray());
    }
  }
}
