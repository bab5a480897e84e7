package dev.brisk.report;

import dev.brisk.analysis.Quadratic;
import dev.brisk.runtime.Check;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.GeneratedTrainer;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.RunPlan;
import dev.brisk.runtime.StateVisitor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A trainer by hand: gradient descent on a quadratic, at a constant rate. */
public final class DescentTrainer extends GeneratedTrainer<Factors>
    implements DoubleTrainer<Factors> {
  private final Quadratic quadratic;
  private final List<ParameterLayout> layout;
  private double[] parameters;

  /** Losses and gradients that are computed before one fails. */
  public int failsAfter = Integer.MAX_VALUE;

  /** The number of examples of the last loss. */
  public int lastSize;

  /** With one parameter, {@code w}. */
  public DescentTrainer(Quadratic quadratic, double rate, double... parameters) {
    this(
        quadratic,
        rate,
        List.of(new ParameterLayout("w", 0, List.of(parameters.length))),
        parameters);
  }

  public DescentTrainer(
      Quadratic quadratic, double rate, List<ParameterLayout> layout, double... parameters) {
    super(rate, 0, RunPlan.OPEN);
    this.quadratic = quadratic;
    this.layout = layout;
    this.parameters = parameters;
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
    visitor.array("w", parameters);
  }

  @Override
  public double trainBatch(Factors examples, int from, int to) {
    beginBatch(examples, from, to);
    double[] gradient = new double[parameters.length];
    double loss = finite(gradient(examples, from, to, gradient));
    for (int i = 0; i < gradient.length; i++) {
      parameters[i] -= learningRate() * gradient[i];
    }
    countStep();
    return loss;
  }

  @Override
  public double gradient(Factors examples, int from, int to, double[] out) {
    double factor = examples.range(from, to).mean();
    double[] slope = quadratic.gradient(parameters);
    Arrays.setAll(out, i -> factor * slope[i]);
    return loss(examples.range(from, to));
  }

  @Override
  public double loss(Factors examples) {
    if (failsAfter-- == 0) {
      throw new IllegalStateException("enough");
    }
    lastSize = examples.size();
    return examples.mean() * quadratic.loss(parameters);
  }

  @Override
  public void parameters(double[] out) {
    System.arraycopy(parameters, 0, out, 0, parameters.length);
  }

  /** As they are. */
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public void setParameters(double[] values) {
    parameters = values.clone();
  }

  @Override
  public Map<String, ToDoubleFunction<Factors>> metrics() {
    return Map.of();
  }

  @Override
  public List<ExampleColumn> columns() {
    return List.of(new ExampleColumn("factors", double[].class, List.of()));
  }

  @Override
  public Factors examplesOf(Object... columns) {
    Check.columns(columns(), columns);
    return new Factors((double[]) columns[0]);
  }

  @Override
  public void applyGradient(double loss, double[] gradient) {
    given(loss);
    for (int i = 0; i < gradient.length; i++) {
      parameters[i] -= learningRate() * gradient[i];
    }
    countStep();
  }

  @Override
  public List<ParameterLayout> layout() {
    return layout;
  }
}
