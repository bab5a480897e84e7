package dev.brisk.tune;

import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.io.Serializable;
import java.util.Set;

/**
 * What a search ranks by.
 *
 * @param metric of the validation examples; empty for their loss
 * @param higherIsBetter else lower is
 */
record Objective(String metric, boolean higherIsBetter) implements Serializable {
  static final Objective LOSS = new Objective("", false);

  String name() {
    return "validation " + (metric.isEmpty() ? "loss" : metric);
  }

  /**
   * The value after an epoch.
   *
   * @param epoch with validation
   */
  double of(Epoch epoch) {
    return metric.isEmpty()
        ? epoch.validationLoss().orElseThrow()
        : epoch.validationMetrics().get(metric);
  }

  /** Refuses a metric that the model does not have. */
  void requireIn(Trainer<?> trainer) {
    Set<String> metrics = trainer.metrics().keySet();
    if (!metric.isEmpty() && !metrics.contains(metric)) {
      throw new IllegalArgumentException(
          "metric is " + metric + ", the model has " + (metrics.isEmpty() ? "none" : metrics));
    }
  }
}
