package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the variables of which an earlier version is read after a later one is defined: {@code row}
 * in {@code row = w[k]; k = 1; row[0]} means the row of the {@code k} from before.
 */
final class Stale {
  private final Set<Integer> origins = new HashSet<>();

  private Stale() {}

  /** The origins of those variables. */
  static Set<Integer> in(Block body) {
    Stale stale = new Stale();
    stale.follow(body, new HashMap<>());
    return stale.origins;
  }

  /**
   * Follows the statements.
   *
   * @param current the last version of each variable on the way here
   */
  private void follow(Block block, Map<Integer, Variable> current) {
    for (Statement statement : block.statements()) {
      for (Expr expr : Walk.expressionsOf(statement)) {
        read(expr, current);
      }
      if (statement instanceof Statement.Define define) {
        define(define.variable(), current);
      } else if (statement instanceof Statement.Loop loop) {
        follow(loop, current);
      } else if (statement instanceof Statement.Branch branch) {
        follow(branch, current);
      }
    }
  }

  private void follow(Statement.Loop loop, Map<Integer, Variable> current) {
    for (Statement.Carry carry : loop.carries()) {
      read(carry.initial(), current);
    }
    loop.carries().forEach(carry -> define(carry.variable(), current));
    follow(loop.body(), current);
    for (Statement.Carry carry : loop.carries()) {
      read(carry.next(), current);
    }
    read(loop.to(), current);
    loop.carries().forEach(carry -> define(carry.variable(), current));
  }

  private void follow(Statement.Branch branch, Map<Integer, Variable> current) {
    Map<Integer, Variable> before = Map.copyOf(current);
    Map<Integer, Variable> other = new HashMap<>(current);
    follow(branch.then(), current);
    follow(branch.otherwise(), other);
    for (Statement.Merge merge : branch.merges()) {
      read(merge.then(), current);
      read(merge.otherwise(), other);
    }
    other.forEach(
        (origin, variable) -> {
          if (!variable.equals(before.get(origin))) {
            current.put(origin, variable);
          }
        });
    branch.merges().forEach(merge -> define(merge.variable(), current));
  }

  private static void define(Variable variable, Map<Integer, Variable> current) {
    current.put(variable.origin(), variable);
  }

  private void read(Expr expr, Map<Integer, Variable> current) {
    Walk.reads(expr, variable -> read(variable, current));
  }

  private void read(Variable variable, Map<Integer, Variable> current) {
    if (!variable.equals(current.getOrDefault(variable.origin(), variable))) {
      origins.add(variable.origin());
    }
  }
}
