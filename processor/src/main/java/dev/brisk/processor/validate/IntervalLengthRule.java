package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lengths are written in the unit that they are counted in. */
final class IntervalLengthRule implements Rule {
  private static final List<String> LENGTHS =
      List.of("steps", "stepSize", "period", "stepSizeUp", "stepSizeDown");

  /** The schedules that make no sense beyond the run; of others another rule says what they do. */
  private static final List<String> WHOLE = List.of("ONE_CYCLE", "CYCLIC", "COSINE_RESTARTS");

  /** What is left of a rate that is gone. */
  private static final double NOTHING = 1e-12;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      if (Unit.of(schedule) == Unit.EPOCH) {
        if (WHOLE.contains(schedule.choice("value"))) {
          checkEpochs(model, schedule, diagnostics);
        }
      } else if (!schedule.isWritten("interval") && model.schedules().size() == 1) {
        RunLength.of(model).ifPresent(run -> checkSteps(schedule, run, diagnostics));
      }
    }
  }

  private static void checkEpochs(
      ModelSource model, Declaration schedule, Diagnostics diagnostics) {
    long epochs = RunLength.epochs(model);
    for (Map.Entry<String, Long> length : lengths(schedule).entrySet()) {
      if (epochs > 0 && length.getValue() > epochs) {
        diagnostics.add(
            Problem.EPOCHS_BEYOND_RUN,
            schedule.place(length.getKey()),
            length.getKey(),
            Figures.count(length.getValue()),
            Figures.count(epochs));
        return;
      }
    }
  }

  /** Only where it is sure: it would be a length in epochs, and in steps is none to speak of. */
  private static void checkSteps(Declaration schedule, RunLength run, Diagnostics diagnostics) {
    for (Map.Entry<String, Long> length : lengths(schedule).entrySet()) {
      long steps = length.getValue();
      boolean mayBeEpochs = steps > 1 && steps <= run.epochs() && steps < run.stepsPerEpoch();
      if (mayBeEpochs && isOver(schedule, length.getKey(), steps, run)) {
        diagnostics.add(
            Problem.STEPS_LOOK_LIKE_EPOCHS,
            schedule.place(length.getKey()),
            named(length.getKey()),
            Figures.count(steps),
            Figures.count(run.stepsPerEpoch()),
            Figures.count(run.steps()));
        return;
      }
    }
  }

  /** Whether the schedule has done all that it does long before the run is over. */
  private static boolean isOver(Declaration schedule, String attribute, long steps, RunLength run) {
    return switch (attribute) {
      case "steps" -> !DecayAttributes.is(schedule, "CONSTANT");
      case "milestones" -> true;
      case "stepSize" -> {
        double gamma = schedule.number("gamma", 0.1);
        yield gamma > 0 && Math.pow(gamma, (double) run.steps() / steps) < NOTHING;
      }
      default -> false;
    };
  }

  /** The lengths that are written and read; of milestones the last. */
  private static Map<String, Long> lengths(Declaration schedule) {
    DecayAttributes decay = DecayAttributes.of(schedule);
    Map<String, Long> lengths = new LinkedHashMap<>();
    for (String attribute : LENGTHS) {
      // Others than STEP take it for a time scale, which may be longer than the run.
      boolean isScale = attribute.equals("stepSize") && !DecayAttributes.is(schedule, "STEP");
      if (decay.judges(schedule, attribute) && !isScale) {
        lengths.put(attribute, schedule.whole(attribute));
      }
    }
    if (decay.judges(schedule, "milestones")) {
      schedule.longs("milestones").stream()
          .max(Long::compare)
          .ifPresent(last -> lengths.put("milestones", last));
    }
    return lengths;
  }

  private static String named(String attribute) {
    return attribute.equals("milestones") ? "the last milestone" : attribute;
  }
}
