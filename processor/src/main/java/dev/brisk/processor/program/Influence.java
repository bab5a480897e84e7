package dev.brisk.processor.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The variables on which the result of a program depends by floating-point arithmetic: a small
 * change of one may change the result, and not by a choice or an index.
 */
public final class Influence {
  private Influence() {}

  /** The variables that the result depends on, itself among them. */
  public static Set<Variable> onResult(Program program) {
    // From the last to the first: then a round goes through a whole chain of definitions.
    List<Statement> backwards = new ArrayList<>();
    Walk.statements(program.body(), backwards::add);
    Collections.reverse(backwards);
    Set<Variable> useful = new HashSet<>(Set.of(program.result()));
    int size;
    do {
      size = useful.size();
      backwards.forEach(statement -> use(statement, useful));
    } while (useful.size() > size);
    return useful;
  }

  private static void use(Statement statement, Set<Variable> useful) {
    if (statement instanceof Statement.Define define && useful.contains(define.variable())) {
      sources(define.value(), useful::add);
    } else if (statement instanceof Statement.Fill fill && useful.contains(fill.array())) {
      sources(fill.value(), useful::add);
    } else if (statement instanceof Statement.Store store && useful.contains(store.array())) {
      sources(store.value(), useful::add);
    } else if (statement instanceof Statement.Loop loop) {
      for (Statement.Carry carry : loop.carries()) {
        if (useful.contains(carry.variable())) {
          useful.add(carry.initial());
          useful.add(carry.next());
        }
      }
    } else if (statement instanceof Statement.Branch branch) {
      for (Statement.Merge merge : branch.merges()) {
        if (useful.contains(merge.variable())) {
          useful.add(merge.then());
          useful.add(merge.otherwise());
        }
      }
    }
  }

  /** The variables whose small changes change the value of the expression. */
  public static void sources(Expr expr, Consumer<Variable> visitor) {
    boolean isStep = expr instanceof Expr.Call call && call.primitive().isStep();
    if (isStep || !expr.type().isFloating()) {
      return;
    }
    if (expr instanceof Expr.Read read) {
      visitor.accept(read.variable());
    } else if (expr instanceof Expr.Element element) {
      visitor.accept(element.array());
    } else if (expr instanceof Expr.Conditional conditional) {
      sources(conditional.then(), visitor);
      sources(conditional.otherwise(), visitor);
    } else {
      expr.operands().forEach(operand -> sources(operand, visitor));
    }
  }
}
