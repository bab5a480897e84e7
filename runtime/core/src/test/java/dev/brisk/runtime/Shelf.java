package dev.brisk.runtime;

import dev.brisk.Restore;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A trainer by hand that has state of every form, by the number of its steps and what it saw. */
final class Shelf extends GeneratedTrainer<Line.Points> {
  final double[] flat;
  final double[] momentum;
  final double[][] rows;
  double scalar;
  float single;
  private final String optimizer;
  private @Nullable RecoveryPlan recovery;

  Shelf(int length, int... rowLengths) {
    this("SGD", length, rowLengths);
  }

  Shelf(String optimizer, int length, int... rowLengths) {
    super(0.1, 0, RunPlan.OPEN);
    this.optimizer = optimizer;
    this.flat = new double[length];
    this.momentum = new double[length];
    this.rows = new double[rowLengths.length][];
    for (int i = 0; i < rowLengths.length; i++) {
      rows[i] = new double[rowLengths[i]];
    }
  }

  /** Has its fits recover. */
  Shelf recovering() {
    recovery = new RecoveryPlan(Restore.BEST_EPOCH, 0.5, 2, 100);
    return this;
  }

  @Override
  protected @Nullable RecoveryPlan recovery() {
    return recovery;
  }

  @Override
  public double trainBatch(Line.Points examples, int from, int to) {
    double step = stepCount() + 1;
    for (int i = 0; i < flat.length; i++) {
      flat[i] += step / (i + 3) + examples.x()[from] * flat[i] / 100;
      momentum[i] -= step / (i + 7);
    }
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] += 1 / (step + i);
      }
    }
    scalar += 0.1;
    single += 0.1f;
    countStep();
    return 1 / step;
  }

  @Override
  protected void visitState(StateVisitor visitor) {
    visitor.array("flat", flat);
    visitor.array("flat.momentum", momentum);
    visitor.array("rows", rows);
    scalar = visitor.number("scalar", scalar);
    single = visitor.number("single", single);
  }

  @Override
  public List<ExampleColumn> columns() {
    return List.of(
        new ExampleColumn("x", double[].class, List.of()),
        new ExampleColumn("y", double[].class, List.of()));
  }

  @Override
  public Line.Points examplesOf(Object... columns) {
    Check.columns(columns(), columns);
    return new Line.Points((double[]) columns[0], (double[]) columns[1]);
  }

  @Override
  public List<ParameterLayout> layout() {
    List<Integer> shape = flat.length % 2 == 0 ? List.of(2, flat.length / 2) : List.of(flat.length);
    return List.of(new ParameterLayout("flat", 0, shape));
  }

  @Override
  protected double scheduledRate(double base, long t) {
    return base;
  }

  @Override
  protected String annotation(String learningRate) {
    return "@Optimizer(value = " + optimizer + ", learningRate = " + learningRate + ")";
  }

  @Override
  public double loss(Line.Points examples) {
    return scalar;
  }

  @Override
  public Map<String, ToDoubleFunction<Line.Points>> metrics() {
    return Map.of();
  }
}
