package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostic;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Milestones come one after the other, and within the run. */
final class MilestonesRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      if (DecayAttributes.of(schedule).judges(schedule, "milestones")) {
        check(model, schedule, diagnostics);
      }
    }
  }

  private static void check(ModelSource model, Declaration schedule, Diagnostics diagnostics) {
    List<Long> milestones = schedule.longs("milestones");
    long before = 0;
    for (long milestone : milestones) {
      if (milestone <= before) {
        diagnostics.add(
            Problem.MILESTONES_NOT_INCREASING,
            schedule.place("milestones"),
            Figures.all(milestones.stream().map(Figures::count).toList()),
            inOrder(milestones));
        return;
      }
      before = milestone;
    }
    milestones.stream()
        .flatMap(milestone -> unreached(model, schedule, milestone).stream())
        .findFirst()
        .ifPresent(diagnostics::add);
  }

  private static String inOrder(List<Long> milestones) {
    String sorted =
        milestones.stream()
            .filter(milestone -> milestone > 0)
            .sorted()
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return sorted.isEmpty() ? "1000, 2000" : sorted;
  }

  /** The problem of the first milestone that is not reached, if it is not. */
  private static Optional<Diagnostic> unreached(
      ModelSource model, Declaration schedule, long milestone) {
    Unit unit = Unit.of(schedule);
    long own = schedule.whole("steps");
    long start = Starts.of(model, schedule);
    Optional<String> run = unit == Unit.STEP ? inSteps(model) : inEpochs(model);
    long end = unit == Unit.STEP ? RunLength.steps(model) : RunLength.epochs(model);
    String why = "";
    if (own > 0 && milestone > own) {
      why = "The schedule ends after " + unit.count(own);
    } else if (run.isPresent() && start < end && milestone >= end - start) {
      why = run.get() + (start == 0 ? "" : ", and what comes before takes " + unit.count(start));
    }
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(
                Problem.MILESTONE_BEYOND_RUN,
                schedule.place("milestones"),
                Figures.count(milestone),
                why));
  }

  private static Optional<String> inSteps(ModelSource model) {
    return RunLength.of(model).map(RunLength::toString);
  }

  private static Optional<String> inEpochs(ModelSource model) {
    long epochs = RunLength.epochs(model);
    return epochs > 0 ? Optional.of("The run has " + Unit.EPOCH.count(epochs)) : Optional.empty();
  }
}
