package dev.brisk.processor.validate.body;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.read.ModelPrograms;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** All rules over what is written in methods, in the order in which they warn. */
public final class BodyRules {
  private static final List<BodyRule> ALL =
      List.of(
          new IntegerDivisionRule(),
          new LogOfSigmoidRule(),
          new LogOfSoftmaxRule(),
          new LogOfOnePlusExpRule(),
          new ProbabilityAsLogitRule());

  private BodyRules() {}

  /** Checks the loss and the metrics of a model. */
  public static void check(ModelSource model, ModelPrograms programs, Diagnostics diagnostics) {
    UnusedParameters.check(model, programs.loss(), diagnostics);
    if (!diagnostics.hasErrors()) {
      // It asks for the rate over the run, which only right figures have.
      QuadraticLoss.check(model, programs.loss(), diagnostics);
    }
    for (Program program : programs.all()) {
      Definitions definitions = Definitions.of(program);
      ALL.forEach(rule -> rule.check(definitions, diagnostics));
    }
  }
}
