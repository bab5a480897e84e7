package dev.brisk.samples;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.List;

/**
 * A run by what it did to images that are held out.
 *
 * @param epochs with a validation, and an accuracy among its metrics
 */
record Run(List<Epoch> epochs) {
  /** In the end. */
  double accuracy() {
    return accuracyAfter(epochs.get(epochs.size() - 1));
  }

  /** In the end. */
  double loss() {
    return lossAfter(epochs.get(epochs.size() - 1));
  }

  /** The first epoch after which an accuracy is reached; one more than there are if none is. */
  int reached(double accuracy) {
    int epoch = 0;
    while (epoch < epochs.size() && accuracyAfter(epochs.get(epoch)) < accuracy) {
      epoch++;
    }
    return epoch + 1;
  }

  /** The first epoch from which on the accuracy is never below that, likewise. */
  int kept(double accuracy) {
    int epoch = epochs.size();
    while (epoch > 0 && accuracyAfter(epochs.get(epoch - 1)) >= accuracy) {
      epoch--;
    }
    return epoch + 1;
  }

  static double accuracyAfter(Epoch epoch) {
    return epoch.validationMetrics().get("accuracy");
  }

  static double lossAfter(Epoch epoch) {
    return epoch.validationLoss().orElseThrow();
  }
}
