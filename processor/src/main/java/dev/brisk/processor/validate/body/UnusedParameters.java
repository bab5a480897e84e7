package dev.brisk.processor.validate.body;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Influence;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import dev.brisk.processor.read.ModelSource;
import java.util.HashSet;
import java.util.Set;

/** Every parameter has an influence on the loss, without which nothing of it can be learnt. */
final class UnusedParameters {
  private UnusedParameters() {}

  static void check(ModelSource model, Program loss, Diagnostics diagnostics) {
    Set<Variable> useful = Influence.onResult(loss);
    Set<Variable> read = read(loss);
    for (int i = 0; i < loss.parameters().size(); i++) {
      Variable parameter = loss.parameters().get(i);
      if (!useful.contains(parameter)) {
        boolean isRead = read.contains(parameter);
        diagnostics.add(
            Problem.PARAMETER_UNUSED,
            model.parameters().get(i).place(),
            parameter.name(),
            loss.name(),
            isRead
                ? "reads it only where a small change of it changes nothing, in a condition, an"
                    + " index, a length, a whole number or a value that is not used"
                : "never reads it",
            isRead ? "Compute with its value" : "Use it there");
      }
    }
  }

  private static Set<Variable> read(Program loss) {
    Set<Variable> read = new HashSet<>();
    Walk.statements(
        loss.body(),
        statement -> {
          Walk.expressionsOf(statement).forEach(expr -> Walk.reads(expr, read::add));
          read.addAll(Walk.handedOver(statement));
        });
    return read;
  }
}
