package dev.brisk.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** Examples that are held out of a run. */
record HeldOutExamples<E extends Examples<E>>(Trainer<E> trainer, E examples) implements HeldOut {
  @Override
  public double loss() {
    return trainer.loss(examples);
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> means = new LinkedHashMap<>();
    trainer.metrics().forEach((name, metric) -> means.put(name, metric.applyAsDouble(examples)));
    return means;
  }
}
