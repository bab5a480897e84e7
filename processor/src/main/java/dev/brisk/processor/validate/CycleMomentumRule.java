package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.Optional;

/** A momentum that is cycled is there to be cycled. */
final class CycleMomentumRule implements Rule {
  private static final String REMOVE = ", or remove cycleMomentum";

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model.schedules().stream()
        .filter(schedule -> DecayAttributes.of(schedule).judges(schedule, "cycleMomentum"))
        .filter(schedule -> schedule.flag("cycleMomentum"))
        .forEach(schedule -> check(model, schedule, diagnostics));
  }

  private static void check(ModelSource model, Declaration schedule, Diagnostics diagnostics) {
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    Optional<String> cycled = algorithm.rule().cyclable();
    MomentumRange range = MomentumRange.of(schedule);
    if (cycled.equals(Optional.of("momentum"))
        && algorithm.value(model.optimizer(), "momentum") == 0) {
      report(
          schedule,
          "the momentum of " + algorithm.name() + " is 0",
          "It would run " + range + ", and there is none that could",
          "Write momentum = " + Figures.number(range.high()) + " in @Optimizer" + REMOVE,
          diagnostics);
    } else if (cycled.isEmpty() && algorithm.reads().contains("beta1")) {
      report(
          schedule,
          "the momentum of " + algorithm.name() + " has a course of its own",
          "It rises with the updates, as momentumDecay says, and cannot follow the rate",
          "Choose Algorithm.ADAMW" + REMOVE,
          diagnostics);
    } else if (cycled.isEmpty()) {
      report(
          schedule,
          algorithm.name() + " has neither momentum nor beta1",
          "One of them would run " + range + ", and there is none that could",
          "Choose Algorithm.SGD with a momentum, or Algorithm.ADAMW" + REMOVE,
          diagnostics);
    }
  }

  private static void report(
      Declaration schedule, String what, String why, String instead, Diagnostics diagnostics) {
    diagnostics.add(
        Problem.CYCLE_WITHOUT_MOMENTUM, schedule.place("cycleMomentum"), what, why, instead);
  }
}
