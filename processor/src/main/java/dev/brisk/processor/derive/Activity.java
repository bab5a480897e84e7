package dev.brisk.processor.derive;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Influence;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.HashSet;
import java.util.Set;

/**
 * Which variables carry derivatives: those that depend on the parameters and on which the result
 * depends, in both cases by floating-point arithmetic and not by a choice or an index.
 */
final class Activity {
  private final Set<Variable> active;

  private Activity(Set<Variable> active) {
    this.active = active;
  }

  static Activity of(Program program) {
    Set<Variable> varied = new HashSet<>(program.parameters());
    grow(varied, () -> Walk.statements(program.body(), statement -> vary(statement, varied)));
    varied.retainAll(Influence.onResult(program));
    varied.removeIf(variable -> !variable.type().isFloating());
    return new Activity(varied);
  }

  boolean isActive(Variable variable) {
    return active.contains(variable);
  }

  /** Whether the value of the expression carries a derivative. */
  boolean isActive(Expr expr) {
    return flowsFrom(expr, active);
  }

  private static void grow(Set<Variable> set, Runnable round) {
    int size;
    do {
      size = set.size();
      round.run();
    } while (set.size() > size);
  }

  private static void vary(Statement statement, Set<Variable> varied) {
    if (statement instanceof Statement.Define define && flowsFrom(define.value(), varied)) {
      varied.add(define.variable());
    } else if (statement instanceof Statement.Fill fill && flowsFrom(fill.value(), varied)) {
      varied.add(fill.array());
    } else if (statement instanceof Statement.Store store && flowsFrom(store.value(), varied)) {
      varied.add(store.array());
    } else if (statement instanceof Statement.Loop loop) {
      for (Statement.Carry carry : loop.carries()) {
        if (varied.contains(carry.initial()) || varied.contains(carry.next())) {
          varied.add(carry.variable());
        }
      }
    } else if (statement instanceof Statement.Branch branch) {
      for (Statement.Merge merge : branch.merges()) {
        if (varied.contains(merge.then()) || varied.contains(merge.otherwise())) {
          varied.add(merge.variable());
        }
      }
    }
  }

  private static boolean flowsFrom(Expr expr, Set<Variable> variables) {
    boolean[] flows = {false};
    Influence.sources(expr, variable -> flows[0] |= variables.contains(variable));
    return flows[0];
  }
}
