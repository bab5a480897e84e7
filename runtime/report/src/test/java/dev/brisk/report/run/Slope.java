package dev.brisk.report.run;

import dev.brisk.runtime.Check;
import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.GeneratedTrainer;
import dev.brisk.runtime.GradientVisitor;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.RecoveryPlan;
import dev.brisk.runtime.RunPlan;
import dev.brisk.runtime.StateVisitor;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A trainer as it would be generated, by hand: a slope through points, by gradient descent. */
final class Slope extends GeneratedTrainer<Slope.Points> {
  private final double[] slope = {1};
  private final double[] gradient = {0};
  private final @Nullable RecoveryPlan recovery;

  Slope() {
    this(null);
  }

  /**
   * @param recovery what is done when it diverges
   */
  Slope(@Nullable RecoveryPlan recovery) {
    super(0.1, 7, new RunPlan(0, 10, 0));
    this.recovery = recovery;
  }

  /** Warms up for four updates, and is cut to a tenth after twenty. */
  @Override
  protected double scheduledRate(double base, long t) {
    return t < 4 ? base * t / 4 : t < 20 ? base : 0.1 * base;
  }

  @Override
  protected String annotation(String learningRate) {
    return "@Optimizer(value = SGD, learningRate = " + learningRate + ")";
  }

  @Override
  protected List<String> configuration() {
    return List.of("@Warmup(steps = 4)");
  }

  @Override
  protected @Nullable RecoveryPlan recovery() {
    return recovery;
  }

  @Override
  protected void visitState(StateVisitor visitor) {
    slope[0] = visitor.number("slope", slope[0]);
  }

  @Override
  protected void visitGradients(GradientVisitor visitor) {
    visitor.array("slope", slope, gradient);
  }

  @Override
  public double trainBatch(Points examples, int from, int to) {
    beginBatch(examples, from, to);
    double rate = learningRate();
    double loss = 0;
    gradient[0] = 0;
    for (int i = from; i < to; i++) {
      double error = slope[0] * examples.x[i] - examples.y[i];
      loss += error * error / (to - from);
      gradient[0] += 2 * error * examples.x[i] / (to - from);
    }
    double mean = finite(loss);
    slope[0] -= rate * gradient[0];
    countStep();
    return mean;
  }

  @Override
  public double loss(Points examples) {
    double loss = 0;
    for (int i = 0; i < examples.size(); i++) {
      double error = slope[0] * examples.x[i] - examples.y[i];
      loss += error * error / examples.size();
    }
    return loss;
  }

  @Override
  public Map<String, ToDoubleFunction<Points>> metrics() {
    return Map.of("rootLoss", points -> Math.sqrt(loss(points)));
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
    return List.of(new ParameterLayout("slope", 0, List.of(1)));
  }

  /** Points on a line of slope 3. */
  static Points points(int size) {
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = (i + 1.0) / size;
      y[i] = 3 * x[i];
    }
    return new Points(x, y);
  }

  record Points(double[] x, double[] y) implements Examples<Points> {
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
