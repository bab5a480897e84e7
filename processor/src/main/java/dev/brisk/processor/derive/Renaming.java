package dev.brisk.processor.derive;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Rebuild;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts other variables into an expression. */
final class Renaming {
  private Renaming() {}

  static Expr of(Expr expr, UnaryOperator<Variable> names) {
    if (expr instanceof Expr.Read read) {
      return new Expr.Read(names.apply(read.variable()), read.place());
    } else if (expr instanceof Expr.Element element) {
      return new Expr.Element(
          names.apply(element.array()), of(element.indices(), names), element.place());
    } else if (expr instanceof Expr.Length length) {
      return new Expr.Length(
          names.apply(length.array()), of(length.indices(), names), length.place());
    }
    return Rebuild.of(expr, operand -> of(operand, names));
  }

  static List<Expr> of(List<Expr> expressions, UnaryOperator<Variable> names) {
    return expressions.stream().map(expr -> of(expr, names)).toList();
  }
}
