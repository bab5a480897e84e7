package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Type;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** Decides whether a metric goes with the loss of its model and with the trainer's own methods. */
final class MetricForm {
  private MetricForm() {}

  static void checkName(ExecutableElement metric, Diagnostics diagnostics) {
    String name = metric.getSimpleName().toString();
    if (TrainerNames.isOfContract(name)) {
      diagnostics.add(Problem.METRIC_NAME_TAKEN, ElementPlace.of(metric), name);
    }
  }

  /** A metric is computed over the same examples as the loss. */
  static void checkArguments(MethodSource metric, MethodSource loss, Diagnostics diagnostics) {
    List<MethodSource.Argument> given = metric.arguments();
    List<MethodSource.Argument> expected = loss.arguments();
    if (!types(given).equals(types(expected))) {
      diagnostics.add(
          Problem.METRIC_ARGUMENTS_DIFFER,
          metric.place(),
          "the @Metric `" + metric.name() + "` takes " + described(given),
          "It is computed over the examples of the @Loss `"
              + loss.name()
              + "`, which takes "
              + described(expected),
          "Give it the same arguments in the same order, used or not");
      return;
    }
    for (int i = 0; i < given.size(); i++) {
      ColumnShapes.check(
          given.get(i), expected.get(i), loss, Problem.METRIC_ARGUMENTS_DIFFER, diagnostics);
    }
  }

  private static String described(List<MethodSource.Argument> arguments) {
    if (arguments.isEmpty()) {
      return "no arguments";
    }
    return "(" + String.join(", ", types(arguments).stream().map(Type::toString).toList()) + ")";
  }

  private static List<Type> types(List<MethodSource.Argument> arguments) {
    return arguments.stream().map(MethodSource.Argument::type).toList();
  }
}
