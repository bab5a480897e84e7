package dev.brisk.processor.derive;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The variables of the derivatives of the result by each variable of a program, {@code dError} for
 * {@code error}. All versions of a sum have one.
 */
final class Slopes {
  private final Sums sums;
  private final Variables variables;
  private final Map<Variable, Variable> slopes = new HashMap<>();
  private final Set<Variable> begun = new HashSet<>();

  Slopes(Sums sums, Variables variables) {
    this.sums = sums;
    this.variables = variables;
  }

  /** Uses an existing variable for the derivative by a parameter. */
  void provide(Variable parameter, Variable slope) {
    slopes.put(parameter, slope);
    begun.add(parameter);
  }

  Variable of(Variable variable) {
    return slopes.computeIfAbsent(
        sums.representative(variable),
        any -> variables.local("d" + Sequencer.capitalized(any.name()), any.type()));
  }

  /** Notes that the variable's slope exists from here on. Returns whether it did not before. */
  boolean begin(Variable variable) {
    return begun.add(sums.representative(variable));
  }

  /** A variable for part of a derivative. */
  Variable temporary(String name, Expr value) {
    return variables.local(name, Type.of(value.type().element()));
  }
}
