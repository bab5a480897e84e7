package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A call, with what conditions around it ask about: where the program looks at a value before it
 * computes with it, it may well know what it does.
 *
 * @param statement the one that it stands in
 */
record Guarded(Expr.Call call, Statement statement, Set<Variable> asked) {
  /** All calls of a program, in its order. */
  static List<Guarded> in(Definitions program) {
    List<Guarded> calls = new ArrayList<>();
    new Collector(program, calls).block(program.body(), Set.of());
    return calls;
  }

  /** Whether a condition around the call asks about something that the value is computed from. */
  boolean isAsked(Expr value, Definitions program) {
    Set<Variable> sources = new HashSet<>();
    Collector.sources(value, program, sources);
    sources.retainAll(asked);
    return !sources.isEmpty();
  }

  private record Collector(Definitions program, List<Guarded> calls) {
    void block(Block block, Set<Variable> asked) {
      for (Statement statement : block.statements()) {
        Walk.expressionsOf(statement).forEach(expr -> expression(expr, statement, asked));
        if (statement instanceof Statement.Loop loop) {
          block(loop.body(), asked);
        } else if (statement instanceof Statement.Branch branch) {
          Set<Variable> inside = with(branch.condition(), asked);
          block(branch.then(), inside);
          block(branch.otherwise(), inside);
        }
      }
    }

    private void expression(Expr expr, Statement statement, Set<Variable> asked) {
      if (expr instanceof Expr.Conditional conditional) {
        Set<Variable> inside = with(conditional.condition(), asked);
        expression(conditional.condition(), statement, asked);
        expression(conditional.then(), statement, inside);
        expression(conditional.otherwise(), statement, inside);
        return;
      }
      if (expr instanceof Expr.Call call) {
        calls.add(new Guarded(call, statement, asked));
      }
      expr.operands().forEach(operand -> expression(operand, statement, asked));
    }

    private Set<Variable> with(Expr condition, Set<Variable> asked) {
      Set<Variable> all = new HashSet<>(asked);
      sources(condition, program, all);
      return all;
    }

    /** The floating-point variables that a value is computed from, through their definitions. */
    static void sources(Expr expr, Definitions program, Set<Variable> sources) {
      if (expr instanceof Expr.Read read) {
        if (read.type().isFloating() && sources.add(read.variable())) {
          Expr definition = program.resolved(read);
          if (definition != read) {
            sources(definition, program, sources);
          }
        }
      } else if (expr instanceof Expr.Element element) {
        sources.add(element.array());
      } else if (expr instanceof Expr.Conditional conditional) {
        sources(conditional.then(), program, sources);
        sources(conditional.otherwise(), program, sources);
      } else {
        expr.operands().forEach(operand -> sources(operand, program, sources));
      }
    }
  }
}
