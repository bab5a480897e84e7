package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.read.MethodSource.Argument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;

/** Decides whether a prediction goes with the other methods of its model and its trainer. */
final class PredictForm {
  private PredictForm() {}

  /**
   * @param metrics of the model, which the trainer has methods of
   * @param earlier the names of predictions before this one
   */
  static void checkName(
      ExecutableElement method,
      List<MethodSource> metrics,
      Set<String> earlier,
      Diagnostics diagnostics) {
    String name = method.getSimpleName().toString();
    Optional<String> why = Optional.empty();
    if (TrainerNames.isTaken(name)) {
      why = Optional.of("The trainer has a method `" + name + "` of its own");
    } else if (metrics.stream().anyMatch(metric -> metric.name().equals(name))) {
      why = Optional.of("The trainer has a method of that name for the @Metric");
    } else if (earlier.contains(name)) {
      why = Optional.of("There is another of that name, and the trainer has one for all examples");
    }
    why.ifPresent(
        taken -> diagnostics.add(Problem.PREDICT_NAME_TAKEN, ElementPlace.of(method), name, taken));
  }

  /** Each argument is a column of the examples. */
  static void checkArguments(MethodSource method, MethodSource loss, Diagnostics diagnostics) {
    for (Argument given : method.arguments()) {
      Optional<Argument> column = loss.argument(given.name());
      if (column.isEmpty()) {
        differs(
            given,
            "the @Predict method `" + method.name() + "` has an argument `" + given.name() + "`",
            loss,
            instead(given, method, loss),
            diagnostics);
      } else if (!column.get().type().equals(given.type())) {
        differs(
            given,
            "`" + given.name() + "` is of type " + given.type() + " here",
            loss,
            "Write `" + described(column.get()) + "`",
            diagnostics);
      } else {
        ColumnShapes.check(
            given, column.get(), loss, Problem.PREDICT_ARGUMENTS_DIFFER, diagnostics);
      }
    }
  }

  private static void differs(
      Argument given, String what, MethodSource loss, String instead, Diagnostics diagnostics) {
    String columns =
        loss.arguments().isEmpty()
            ? "no arguments"
            : "("
                + loss.arguments().stream()
                    .map(PredictForm::described)
                    .collect(Collectors.joining(", "))
                + ")";
    diagnostics.add(
        Problem.PREDICT_ARGUMENTS_DIFFER,
        given.place(),
        what,
        "It is a column of the examples, and the @Loss `" + loss.name() + "` takes " + columns,
        instead);
  }

  /** The one column that might be meant, if there is one. */
  private static String instead(Argument given, MethodSource method, MethodSource loss) {
    List<Argument> alike =
        loss.arguments().stream()
            .filter(column -> column.type().equals(given.type()))
            .filter(column -> method.argument(column.name()).isEmpty())
            .toList();
    if (alike.size() == 1) {
      return "Name it `" + alike.get(0).name() + "`";
    }
    return loss.arguments().isEmpty() ? "Remove it" : "Take one of these, by its name and its type";
  }

  private static String described(Argument argument) {
    Type type = argument.type();
    return type + " " + argument.name();
  }
}
