package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.number;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of the derivatives of a program's variables along a direction, {@code errorAlong}
 * for {@code error}. Those of the parameters are the direction itself.
 */
final class Tangents {
  private final Activity activity;
  private final Variables variables;
  private final Map<Variable, Variable> directions = new LinkedHashMap<>();
  private final Map<Variable, Variable> tangents = new HashMap<>();
  private final Map<Integer, Variable> firstOfOrigin = new HashMap<>();

  Tangents(Program program, Activity activity) {
    this.activity = activity;
    this.variables = program.variables();
    for (Variable parameter : program.parameters()) {
      if (activity.isActive(parameter)) {
        directions.put(
            parameter, variables.fresh(name(parameter), parameter.type(), Variable.Kind.ARGUMENT));
      }
    }
    tangents.putAll(directions);
  }

  /** The direction, by the parameters that the result depends on. */
  Map<Variable, Variable> directions() {
    return Collections.unmodifiableMap(directions);
  }

  private static String name(Variable variable) {
    return variable.name() + "Along";
  }

  /**
   * The tangent of a variable that is active. Those of the versions of one variable of the user's
   * are versions of one, too.
   */
  Variable of(Variable variable) {
    Variable known = tangents.get(variable);
    if (known == null) {
      Variable first = firstOfOrigin.get(variable.origin());
      known =
          first == null
              ? variables.local(name(variable), variable.type())
              : variables.version(first);
      firstOfOrigin.putIfAbsent(variable.origin(), known);
      tangents.put(variable, known);
    }
    return known;
  }

  /** The tangent of any variable; a zero of its own, which is defined now, where there is none. */
  Variable orZero(Variable variable, List<Statement> out) {
    if (activity.isActive(variable)) {
      return of(variable);
    }
    Variable zero = variables.local(name(variable), variable.type());
    out.add(new Statement.Define(zero, number(0, variable.type()), Place.NOWHERE));
    return zero;
  }
}
