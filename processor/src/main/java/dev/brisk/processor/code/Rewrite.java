package dev.brisk.processor.code;

import dev.brisk.processor.program.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts other expressions into code. */
public final class Rewrite {
  private Rewrite() {}

  /** The same statements with each of their expressions, as a whole, replaced. */
  public static List<Code> expressions(List<Code> code, UnaryOperator<Expr> expr) {
    return statements(code, statement -> expressions(statement, expr));
  }

  /** The same statements with each, from the inside out, replaced. */
  public static List<Code> statements(List<Code> code, UnaryOperator<Code> replacement) {
    List<Code> replaced = new ArrayList<>();
    for (Code statement : code) {
      replaced.add(replacement.apply(withInner(statement, replacement)));
    }
    return replaced;
  }

  private static Code withInner(Code statement, UnaryOperator<Code> replacement) {
    if (statement instanceof Code.For loop) {
      return loop.with(statements(loop.body(), replacement));
    } else if (statement instanceof Code.If branch) {
      return new Code.If(
          branch.condition(),
          statements(branch.then(), replacement),
          statements(branch.otherwise(), replacement));
    }
    return statement;
  }

  private static Code expressions(Code statement, UnaryOperator<Expr> expr) {
    if (statement instanceof Code.Declare declare) {
      return new Code.Declare(declare.variable(), declare.value().map(expr));
    } else if (statement instanceof Code.Assign assign) {
      return new Code.Assign(assign.variable(), expr.apply(assign.value()));
    } else if (statement instanceof Code.Add add) {
      return new Code.Add(add.variable(), expr.apply(add.value()));
    } else if (statement instanceof Code.Allocate allocate) {
      return new Code.Allocate(
          allocate.array(), each(allocate.lengths(), expr), allocate.isZeroed());
    } else if (statement instanceof Code.Put put) {
      return new Code.Put(put.array(), each(put.indices(), expr), expr.apply(put.value()));
    } else if (statement instanceof Code.PutAdd put) {
      return new Code.PutAdd(put.array(), each(put.indices(), expr), expr.apply(put.value()));
    } else if (statement instanceof Code.Touch touch) {
      return new Code.Touch(touch.parameter(), expr.apply(touch.row()));
    } else if (statement instanceof Code.Keep keep) {
      return new Code.Keep(keep.array(), each(keep.indices(), expr));
    } else if (statement instanceof Code.For loop) {
      return new Code.For(
          loop.index(),
          expr.apply(loop.from()),
          loop.relation(),
          expr.apply(loop.to()),
          loop.step(),
          loop.body());
    } else if (statement instanceof Code.If branch) {
      return new Code.If(expr.apply(branch.condition()), branch.then(), branch.otherwise());
    } else if (statement instanceof Code.Invoke invoke) {
      return new Code.Invoke(invoke.owner(), invoke.method(), each(invoke.arguments(), expr));
    } else if (statement instanceof Code.Kernel kernel) {
      return new Code.Kernel(kernel.method(), each(kernel.arguments(), expr));
    } else if (statement instanceof Code.Descend descend) {
      return new Code.Descend(descend.parameter(), expr.apply(descend.value()));
    }
    return statement;
  }

  private static List<Expr> each(List<Expr> expressions, UnaryOperator<Expr> expr) {
    return expressions.stream().map(expr).toList();
  }
}
