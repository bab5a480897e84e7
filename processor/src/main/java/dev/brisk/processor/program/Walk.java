package dev.brisk.processor.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Visits the parts of expressions and statements. */
public final class Walk {
  private Walk() {}

  /** The expression and all below it, in order of evaluation from the outside in. */
  public static void expressions(Expr expr, Consumer<Expr> visitor) {
    visitor.accept(expr);
    expr.operands().forEach(operand -> expressions(operand, visitor));
  }

  /** Every variable that the expression reads, arrays included. */
  public static void reads(Expr expr, Consumer<Variable> visitor) {
    expressions(
        expr,
        part -> {
          if (part instanceof Expr.Read read) {
            visitor.accept(read.variable());
          } else if (part instanceof Expr.Element element) {
            visitor.accept(element.array());
          } else if (part instanceof Expr.Length length) {
            visitor.accept(length.array());
          }
        });
  }

  /** Every array of which the expression reads elements. */
  public static void elements(Expr expr, Consumer<Variable> visitor) {
    expressions(
        expr,
        part -> {
          if (part instanceof Expr.Element element) {
            visitor.accept(element.array());
          } else if (part instanceof Expr.Read read && read.type().isArray()) {
            visitor.accept(read.variable());
          }
        });
  }

  /** The statements of the block and of all blocks within, outer before inner. */
  public static void statements(Block block, Consumer<Statement> visitor) {
    for (Statement statement : block.statements()) {
      visitor.accept(statement);
      if (statement instanceof Statement.Loop loop) {
        statements(loop.body(), visitor);
      } else if (statement instanceof Statement.Branch branch) {
        statements(branch.then(), visitor);
        statements(branch.otherwise(), visitor);
      }
    }
  }

  /** The expressions that stand in the statement itself, not in blocks within it. */
  public static List<Expr> expressionsOf(Statement statement) {
    if (statement instanceof Statement.Define define) {
      return List.of(define.value());
    } else if (statement instanceof Statement.Allocate allocate) {
      return allocate.lengths();
    } else if (statement instanceof Statement.Fill fill) {
      return List.of(fill.value());
    } else if (statement instanceof Statement.Store store) {
      List<Expr> expressions = new ArrayList<>(store.indices());
      expressions.add(store.value());
      return expressions;
    } else if (statement instanceof Statement.Loop loop) {
      return List.of(loop.from(), loop.to());
    } else if (statement instanceof Statement.Branch branch) {
      return List.of(branch.condition());
    }
    return List.of();
  }

  /** The variables whose values the statement itself hands over to others, as it is left. */
  public static List<Variable> handedOver(Statement statement) {
    if (statement instanceof Statement.Loop loop) {
      return loop.carries().stream()
          .flatMap(carry -> Stream.of(carry.initial(), carry.next()))
          .toList();
    } else if (statement instanceof Statement.Branch branch) {
      return branch.merges().stream()
          .flatMap(merge -> Stream.of(merge.then(), merge.otherwise()))
          .toList();
    }
    return List.of();
  }
}
