package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.SparsePlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.Rows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of a trainer's fields. */
final class TrainerFields {
  /** What keeps overwritten elements is called. */
  static final String HISTORY = "history";

  /** What methods of a trainer call their own variables, which would hide a field. */
  private static final Set<String> LOCALS =
      Set.of(
          "at",
          "base",
          "batchFrom",
          "batchKey",
          "batchRate",
          "batchSize",
          "epoch",
          "dropKey",
          "end",
          "examples",
          "first",
          "from",
          "i",
          "loss",
          "metrics",
          "model",
          "n",
          "next",
          "out",
          "phase",
          "predictions",
          "random",
          "results",
          "rate",
          "row",
          "seed",
          "share",
          "start",
          "t",
          "size",
          "to",
          "total",
          "vector",
          "visitor");

  private final Set<String> taken = new HashSet<>(LOCALS);
  private final Map<String, String> gradients = new HashMap<>();
  private final Map<String, String> states = new HashMap<>();
  private final Map<String, String> touched = new HashMap<>();
  private final Map<String, String> averages = new HashMap<>();
  private final TrainerPlan plan;
  private final String model;
  private final String out;
  private String scalars = "";
  private String scalarGradient = "";
  private String scalarAverage = "";
  private String squares = "";

  TrainerFields(TrainerPlan plan) {
    this.plan = plan;
    plan.columns().forEach(column -> taken.add(column.name()));
    boolean isHidden = plan.columns().stream().anyMatch(column -> column.name().equals("model"));
    model = isHidden ? "this.model" : "model";
    boolean isOutTaken = plan.columns().stream().anyMatch(column -> column.name().equals("out"));
    out = isOutTaken ? fresh("out") : "out";
    plan.update().scalars().forEach(scalar -> taken.add(scalar.name()));
    for (ParameterPlan parameter : plan.arrays()) {
      gradients.put(parameter.name(), fresh("d" + capitalized(parameter.name())));
    }
    for (ParameterPlan single : plan.singles()) {
      gradients.put(single.name(), fresh("d" + capitalized(single.name())));
    }
    for (ParameterPlan parameter : plan.arrays()) {
      plan.sparse(parameter)
          .ifPresent(sparse -> touched.put(parameter.name(), fresh(touched(parameter.name()))));
    }
    if (!plan.scalars().isEmpty()) {
      scalars = fresh("scalars");
      scalarGradient = fresh("dScalars");
    }
    for (String state : plan.update().state()) {
      for (ParameterPlan parameter : plan.arrays()) {
        state(parameter.name(), state);
      }
      if (!plan.scalars().isEmpty()) {
        scalarState(state);
      }
    }
    if (plan.around().averaging().isPresent()) {
      for (ParameterPlan parameter : plan.arrays()) {
        averages.put(parameter.name(), fresh(parameter.name() + "Average"));
      }
      if (!plan.scalars().isEmpty()) {
        scalarAverage = fresh("scalarsAverage");
      }
    }
    if (plan.update().measure().isPresent()) {
      squares = fresh("squares");
      String factor = plan.update().measure().get().factor().name();
      plan.arrays().forEach(parameter -> state(parameter.name(), factor));
    }
  }

  /** A name that no other field has. */
  String fresh(String wanted) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + number;
    }
    return name;
  }

  /** The model, which an argument of {@code step} may hide. */
  String model() {
    return model;
  }

  /** What an array of the caller's is called, beside the columns of an example. */
  String out() {
    return out;
  }

  /** The gradient of an array parameter, or of a scalar that has an array of its own. */
  String gradient(ParameterPlan parameter) {
    return gradients.get(parameter.name());
  }

  /** A statement that sets a gradient to zero. */
  CodeBlock cleared(ParameterPlan parameter) {
    Optional<SparsePlan> sparse = plan.sparse(parameter);
    if (sparse.isPresent()) {
      String width = parameter.hasRows() ? "" : ", " + sparse.get().width();
      return CodeBlock.builder()
          .addStatement("$L.clear($L$L)", touchedRows(parameter.name()), gradient(parameter), width)
          .build();
    }
    return CodeBlock.builder()
        .addStatement(
            parameter.hasRows() ? "$T.clear($L)" : "$T.fill($L, 0)",
            parameter.hasRows() ? Rows.class : Arrays.class,
            gradient(parameter))
        .build();
  }

  /** The rows of the sparse parameter of that name that were touched. */
  String touchedRows(String parameter) {
    return touched.get(parameter);
  }

  /** What the rows of a parameter that were touched are called. */
  static String touched(String parameter) {
    return parameter + "Touched";
  }

  /** A state of the optimizer, of one array parameter. */
  String state(String parameter, String state) {
    return states.computeIfAbsent(
        parameter + " " + state, any -> fresh(parameter + capitalized(state)));
  }

  /** A state of the optimizer, of all scalar parameters, whatever an array is called. */
  String scalarState(String state) {
    return states.computeIfAbsent(state, any -> fresh("scalars" + capitalized(state)));
  }

  /** The average of the array parameter of that name. */
  String average(String parameter) {
    return averages.get(parameter);
  }

  /** The averages of all scalar parameters. */
  String scalarAverage() {
    return scalarAverage;
  }

  /** The values of all scalar parameters while they are updated. */
  String scalars() {
    return scalars;
  }

  /** The gradients of all scalar parameters. */
  String scalarGradient() {
    return scalarGradient;
  }

  /** The sums of squares of which norms are the roots. */
  String squares() {
    return squares;
  }

  static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
