package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.HashMap;
import java.util.Map;

/** How often each variable is used, by expressions and by the ends of loops and branches. */
final class Uses {
  private final Map<Variable, Integer> counts = new HashMap<>();

  private Uses() {}

  static Uses in(Program program) {
    Uses uses = in(program.body());
    uses.add(program.result());
    return uses;
  }

  /** The uses in a block, those of its last values by what follows not counted. */
  static Uses in(Block block) {
    Uses uses = new Uses();
    Walk.statements(block, uses::count);
    return uses;
  }

  int of(Variable variable) {
    return counts.getOrDefault(variable, 0);
  }

  private void count(Statement statement) {
    for (Expr expr : Walk.expressionsOf(statement)) {
      Walk.reads(expr, this::add);
    }
    if (statement instanceof Statement.Loop loop) {
      for (Statement.Carry carry : loop.carries()) {
        add(carry.initial());
        add(carry.next());
      }
    } else if (statement instanceof Statement.Branch branch) {
      for (Statement.Merge merge : branch.merges()) {
        add(merge.then());
        add(merge.otherwise());
      }
    }
  }

  private void add(Variable variable) {
    counts.merge(variable, 1, Integer::sum);
  }
}
