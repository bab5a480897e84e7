package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.read.ParameterSource;
import java.util.List;

/** What a parameter says of its own updates has a meaning, and an effect. */
final class TreatmentRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (ParameterSource parameter : model.parameters()) {
      Declaration declared = parameter.declaration();
      if (declared.flag("frozen")) {
        checkFrozen(parameter, diagnostics);
      } else {
        checkFactor(parameter, diagnostics);
        checkDecay(parameter, model, diagnostics);
      }
    }
    boolean areAllFrozen =
        model.parameters().stream().allMatch(parameter -> parameter.declaration().flag("frozen"));
    if (areAllFrozen) {
      Declaration last = model.parameters().get(model.parameters().size() - 1).declaration();
      diagnostics.add(Problem.NOTHING_TRAINED, last.place("frozen"));
    }
  }

  private static void checkFactor(ParameterSource parameter, Diagnostics diagnostics) {
    double factor = parameter.declaration().number("learningRateFactor");
    if (!(factor >= 0 && Double.isFinite(factor))) {
      diagnostics.add(
          Problem.RATE_FACTOR_NEGATIVE,
          parameter.declaration().place("learningRateFactor"),
          parameter.name(),
          Figures.number(factor));
    }
  }

  private static void checkFrozen(ParameterSource parameter, Diagnostics diagnostics) {
    for (String attribute : List.of("learningRateFactor", "weightDecay")) {
      if (parameter.declaration().isWritten(attribute)) {
        report(
            parameter,
            attribute,
            "It is frozen, so that no update changes it",
            "Remove one of the two",
            diagnostics);
      }
    }
  }

  private static void checkDecay(
      ParameterSource parameter, ModelSource model, Diagnostics diagnostics) {
    if (parameter.declaration().flag("weightDecay")) {
      return;
    }
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    if (!algorithm.reads().contains("weightDecay")) {
      report(
          parameter,
          "weightDecay",
          algorithm.name() + " has no weight decay, so there is none to leave out",
          "Remove it",
          diagnostics);
    } else if (algorithm.value(model.optimizer(), "weightDecay") == 0) {
      report(
          parameter,
          "weightDecay",
          "The weightDecay of @Optimizer is 0, so there is none to leave out",
          "Remove it, or write a weightDecay above 0 there",
          diagnostics);
    }
  }

  private static void report(
      ParameterSource parameter,
      String attribute,
      String why,
      String instead,
      Diagnostics diagnostics) {
    diagnostics.add(
        Problem.ATTRIBUTE_NOT_READ,
        parameter.declaration().place(attribute),
        attribute,
        "`" + parameter.name() + "`",
        why,
        instead);
  }
}
