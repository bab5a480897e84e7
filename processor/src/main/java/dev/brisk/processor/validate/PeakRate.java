package dev.brisk.processor.validate;

import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.RateCurve;

/** The largest learning rate of a run. Asks for right figures. */
final class PeakRate {
  private PeakRate() {}

  /** The peak; the rate that schedules start from, where they cannot be told yet. */
  static double of(ModelSource model) {
    double rate = AlgorithmAttributes.learningRate(model);
    RateCurve curve = RateCurve.of(model, rate);
    return curve.isKnown() ? curve.peak().rate() : rate;
  }
}
