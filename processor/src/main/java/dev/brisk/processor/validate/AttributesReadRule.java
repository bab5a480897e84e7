package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.List;
import java.util.Set;

/** An attribute that is written has an effect. */
final class AttributesReadRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    check(
        model.optimizer(),
        Set.of("value"),
        AlgorithmAttributes.of(model),
        AlgorithmAttributes.all(),
        diagnostics);
    for (Declaration schedule : model.schedules()) {
      check(
          schedule,
          Set.of("value"),
          DecayAttributes.of(schedule),
          DecayAttributes.all(),
          diagnostics);
      checkGammaOfCycles(schedule, diagnostics);
    }
    model
        .averaging()
        .ifPresent(
            averaging ->
                check(
                    averaging,
                    Set.of("value", "start"),
                    AveragingAttributes.of(averaging),
                    List.of(AveragingAttributes.values()),
                    diagnostics));
    model
        .parameters()
        .forEach(
            parameter ->
                check(
                    parameter.declaration(),
                    Set.of("init", "shape", "learningRateFactor", "weightDecay", "frozen"),
                    InitAttributes.of(parameter.declaration()),
                    List.of(InitAttributes.values()),
                    diagnostics));
  }

  private static void checkGammaOfCycles(Declaration schedule, Diagnostics diagnostics) {
    if (DecayAttributes.is(schedule, "CYCLIC")
        && schedule.isWritten("gamma")
        && !DecayAttributes.readsGamma(schedule)) {
      diagnostics.add(
          Problem.ATTRIBUTE_NOT_READ,
          schedule.place("gamma"),
          "gamma",
          "CYCLIC in mode " + schedule.choice("mode"),
          "Only in mode EXP_RANGE the height is multiplied by it",
          "Remove it, or write mode = CycleMode.EXP_RANGE");
    }
  }

  /**
   * @param always the attributes that mean something with every choice
   */
  private static void check(
      Declaration declaration,
      Set<String> always,
      AttributeTable chosen,
      List<? extends AttributeTable> choices,
      Diagnostics diagnostics) {
    for (String attribute : declaration.attributes().keySet()) {
      if (declaration.isWritten(attribute)
          && !always.contains(attribute)
          && !chosen.reads().contains(attribute)) {
        diagnostics.add(
            Problem.ATTRIBUTE_NOT_READ,
            declaration.place(attribute),
            attribute,
            chosen.name(),
            whoReads(attribute, chosen, choices),
            "Remove it, or choose " + Figures.any(readersOf(attribute, choices)));
      }
    }
  }

  private static String whoReads(
      String attribute, AttributeTable chosen, List<? extends AttributeTable> choices) {
    String own =
        chosen.reads().isEmpty()
            ? chosen.name() + " needs no figures"
            : chosen.name() + " reads " + Figures.all(chosen.reads());
    return own + "; " + attribute + " is read by " + Figures.all(readersOf(attribute, choices));
  }

  private static List<String> readersOf(String attribute, List<? extends AttributeTable> choices) {
    return choices.stream()
        .filter(choice -> choice.reads().contains(attribute))
        .map(AttributeTable::name)
        .toList();
  }
}
