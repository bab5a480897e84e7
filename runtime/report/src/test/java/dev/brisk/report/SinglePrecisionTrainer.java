package dev.brisk.report;

import dev.brisk.analysis.Quadratic;
import dev.brisk.runtime.Check;
import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.GeneratedTrainer;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.RunPlan;
import dev.brisk.runtime.StateVisitor;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** As {@link DescentTrainer}, of a model in single precision; its one parameter is {@code w}. */
public final class SinglePrecisionTrainer extends GeneratedTrainer<Factors>
    implements FloatTrainer<Factors> {
  private final Quadratic quadratic;
  private final double rate;
  private float[] parameters;

  public SinglePrecisionTrainer(Quadratic quadratic, double rate, float... parameters) {
    super(rate, 0, RunPlan.OPEN);
    this.quadratic = quadratic;
    this.rate = rate;
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
    float[] gradient = new float[parameters.length];
    double loss = finite(gradient(examples, from, to, gradient));
    for (int i = 0; i < gradient.length; i++) {
      parameters[i] -= (float) rate * gradient[i];
    }
    countStep();
    return loss;
  }

  private double[] wide() {
    return IntStream.range(0, parameters.length).mapToDouble(i -> parameters[i]).toArray();
  }

  @Override
  public double gradient(Factors examples, int from, int to, float[] out) {
    double[] slope = quadratic.gradient(wide());
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (examples.range(from, to).mean() * slope[i]);
    }
    return loss(examples.range(from, to));
  }

  @Override
  public double loss(Factors examples) {
    return examples.mean() * quadratic.loss(wide());
  }

  @Override
  public void parameters(float[] out) {
    System.arraycopy(parameters, 0, out, 0, parameters.length);
  }

  @Override
  public void setParameters(float[] values) {
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
  public void applyGradient(double loss, float[] gradient) {
    given(loss);
    for (int i = 0; i < gradient.length; i++) {
      parameters[i] -= (float) learningRate() * gradient[i];
    }
    countStep();
  }

  @Override
  public List<ParameterLayout> layout() {
    return List.of(new ParameterLayout("w", 0, List.of(parameters.length)));
  }
}
