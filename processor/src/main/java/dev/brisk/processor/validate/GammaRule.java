package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A factor of decay is in (0, 1], and there is one where no default will do. */
final class GammaRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      DecayAttributes decay = DecayAttributes.of(schedule);
      boolean everyStep = decay == DecayAttributes.EXPONENTIAL;
      double gamma = schedule.number("gamma");
      if (everyStep && !schedule.isWritten("gamma")) {
        diagnostics.add(Problem.GAMMA_MISSING, schedule.place());
      } else if (decay.judges(schedule, "gamma") && !(gamma > 0 && gamma <= 1)) {
        diagnostics.add(
            Problem.GAMMA_OUT_OF_RANGE,
            schedule.place("gamma"),
            Figures.number(gamma),
            everyStep ? "at every step" : "every stepSize steps",
            everyStep ? "for example gamma = 0.999" : "for example gamma = 0.1");
      }
    }
  }
}
