package dev.brisk.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A trainer by hand, for what looks at losses and gradients and must not train. */
public abstract class UntrainedTrainer<E extends Examples<E>> implements DoubleTrainer<E> {
  private static AssertionError trains() {
    return new AssertionError("it trains");
  }

  @Override
  public final double trainBatch(E examples, int from, int to) {
    throw trains();
  }

  @Override
  public final void applyGradient(double loss, double[] gradient) {
    throw trains();
  }

  @Override
  public final Map<String, ToDoubleFunction<E>> metrics() {
    return Map.of();
  }

  @Override
  public final long stepCount() {
    return 0;
  }

  @Override
  public final double learningRateAt(long t) {
    return 0;
  }

  @Override
  public final void baseLearningRate(double learningRate) {
    throw trains();
  }

  @Override
  public final void monitor(@Nullable Monitor monitor) {
    throw trains();
  }

  @Override
  public final void endEpoch() {
    throw trains();
  }

  @Override
  public final void observe(double metric) {
    throw trains();
  }

  @Override
  public final Snapshot snapshot() {
    throw trains();
  }

  @Override
  public final void restore(Snapshot snapshot) {
    throw trains();
  }

  @Override
  public final Optional<RateScaling> rateScaling() {
    return Optional.empty();
  }

  @Override
  public final void restoreMean(List<Snapshot> snapshots, double... shares) {
    throw trains();
  }

  @Override
  public final void save(Path file) {
    throw trains();
  }

  @Override
  public final void restore(Path file) {
    throw trains();
  }

  @Override
  public final void saveParameters(Path file) {
    throw trains();
  }

  @Override
  public final void restoreParameters(Path file) {
    throw trains();
  }

  @Override
  public final void restore(Path file, Resume choice) {
    throw trains();
  }

  @Override
  public final void attach(String name, Map<String, String> texts) {
    throw trains();
  }

  @Override
  public final Map<String, String> attached(String name) {
    throw trains();
  }

  @Override
  public final Trial<E> trial() {
    throw trains();
  }

  @Override
  public final RunPlan declaredRun() {
    return RunPlan.OPEN;
  }

  @Override
  public final String annotationFor(double rate, int examples) {
    throw trains();
  }

  @Override
  public final TrainingRun begin(ExampleStream<E> examples, Fit options) {
    throw trains();
  }

  @Override
  public final TrainingReport fit(ExampleStream<E> examples, Fit options) {
    throw trains();
  }

  @Override
  public final TrainingRun begin(BatchUpdates<E> updates, Fit options) {
    throw trains();
  }

  @Override
  public final TrainingReport fit(BatchUpdates<E> updates, Fit options) {
    throw trains();
  }
}
