package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Type;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Decides whether a metric goes with the loss of its model and with the trainer's own methods. */
final class MetricForm {
  /** The methods of every trainer, and those of every object. */
  private static final Set<String> TAKEN =
      Set.of(
          "step",
          "trainBatch",
          "loss",
          "examples",
          "gradient",
          "layout",
          "parameters",
          "setParameters",
          "fit",
          "stepCount",
          "learningRate",
          "learningRateAt",
          "baseLearningRate",
          "withAveragedWeights",
          "metrics",
          "observe",
          "endEpoch",
          "save",
          "restore",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private MetricForm() {}

  static void checkName(ExecutableElement metric, Diagnostics diagnostics) {
    String name = metric.getSimpleName().toString();
    if (TAKEN.contains(name)) {
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
      if (contradict(given.get(i).shape(), expected.get(i).shape())) {
        diagnostics.add(
            Problem.METRIC_ARGUMENTS_DIFFER,
            given.get(i).place(),
            "`" + given.get(i).name() + "` has length " + length(given.get(i)) + " here",
            "The @Loss `"
                + loss.name()
                + "` takes the same column with length "
                + length(expected.get(i)),
            "Write the same @Shape on both");
      }
    }
  }

  private static boolean contradict(List<Integer> shape, List<Integer> other) {
    return !shape.isEmpty() && !other.isEmpty() && Shapes.size(shape) != Shapes.size(other);
  }

  private static String length(MethodSource.Argument argument) {
    return Figures.count(Shapes.size(argument.shape()));
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
