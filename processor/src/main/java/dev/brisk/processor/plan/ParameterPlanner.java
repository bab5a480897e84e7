package dev.brisk.processor.plan;

import dev.brisk.init.Initializers;
import dev.brisk.processor.plan.ParameterPlan.Initialisation;
import dev.brisk.processor.plan.ParameterPlan.Treatment;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.read.ParameterSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans lengths and first values of parameters. */
final class ParameterPlanner {
  private ParameterPlanner() {}

  static List<ParameterPlan> of(ModelSource model) {
    List<ParameterPlan> plans = new ArrayList<>();
    for (ParameterSource parameter : model.parameters()) {
      Declaration declaration = parameter.declaration();
      boolean keepsValue =
          parameter.type().isArray()
              ? parameter.shape().isEmpty() || parameter.isFinal()
              : !declaration.isWritten("init");
      plans.add(
          new ParameterPlan(
              parameter.name(),
              parameter.type(),
              plans.size(),
              parameter.shape(),
              lengths(parameter.type(), parameter.shape()),
              !keepsValue && parameter.type().isArray(),
              keepsValue ? Optional.empty() : initialisation(parameter),
              new Treatment(
                  declaration.number("learningRateFactor"),
                  declaration.flag("weightDecay"),
                  declaration.flag("frozen"))));
    }
    return plans;
  }

  /** The lengths of a Java array that has the shape; of a flat one, the number of elements. */
  static List<Integer> lengths(Type type, List<Integer> shape) {
    boolean isFlat = type.rank() == 1 && shape.size() > 1;
    return isFlat ? List.of(shape.stream().reduce(1, Math::multiplyExact)) : shape;
  }

  private static Optional<Initialisation> initialisation(ParameterSource parameter) {
    Declaration declared = parameter.declaration();
    int[] shape = parameter.shape().stream().mapToInt(Integer::intValue).toArray();
    int fanIn = Initializers.fanIn(shape);
    int fanOut = Initializers.fanOut(shape);
    return switch (declared.choice("init")) {
      // A new array is zero already.
      case "ZEROS" ->
          parameter.type().isArray()
              ? Optional.empty()
              : Optional.of(new Initialisation("zeros", List.of(), false));
      case "CONSTANT" ->
          Optional.of(new Initialisation("constant", List.of(declared.number("value")), false));
      case "UNIFORM" ->
          Optional.of(
              new Initialisation(
                  "uniform", List.of(declared.number("low"), declared.number("high")), true));
      case "NORMAL" ->
          Optional.of(
              new Initialisation(
                  "normal",
                  List.of(declared.number("mean"), declared.number("standardDeviation")),
                  true));
      case "XAVIER" -> Optional.of(new Initialisation("xavier", List.of(fanIn, fanOut), true));
      case "HE" -> Optional.of(new Initialisation("he", List.of(fanIn), true));
      default -> throw new IllegalArgumentException("no init " + declared.choice("init"));
    };
  }
}
