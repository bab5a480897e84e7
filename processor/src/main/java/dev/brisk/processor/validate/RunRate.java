package dev.brisk.processor.validate;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.RateCurve.Phase;
import java.util.Optional;

/**
 * The rate of every step of a run whose length is declared; for rules over the whole of it.
 *
 * @param steps of the run
 */
record RunRate(ModelSource model, RateCurve curve, long steps) {
  /** Nothing where the length is not declared, nor for a rate that observations decide. */
  static Optional<RunRate> of(ModelSource model) {
    RateCurve curve = curve(model);
    return curve.steps().isPresent() && !curve.isWatched()
        ? Optional.of(new RunRate(model, curve, curve.steps().getAsLong()))
        : Optional.empty();
  }

  /** The rate, also where the length of the run is not declared. Asks for right figures. */
  static RateCurve curve(ModelSource model) {
    return RateCurve.of(model, AlgorithmAttributes.learningRate(model));
  }

  /** The schedule of the last phase, if there is any. */
  Optional<Declaration> lastSchedule() {
    return model.schedules().isEmpty()
        ? Optional.empty()
        : Optional.of(model.schedules().get(model.schedules().size() - 1));
  }

  Phase last() {
    return curve.last();
  }

  double peak() {
    return curve.peak().rate();
  }

  /** The rate of the last update. */
  double end() {
    return curve.rate(steps - 1);
  }
}
