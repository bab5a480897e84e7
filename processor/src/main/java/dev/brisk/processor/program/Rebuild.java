package dev.brisk.processor.program;

import java.util.List;
import java.util.function.UnaryOperator;

/** The same expression with other operands. */
public final class Rebuild {
  private Rebuild() {}

  public static Expr of(Expr expr, UnaryOperator<Expr> operand) {
    if (expr instanceof Expr.Element element) {
      return new Expr.Element(element.array(), each(element.indices(), operand), element.place());
    } else if (expr instanceof Expr.Length length) {
      return new Expr.Length(length.array(), each(length.indices(), operand), length.place());
    } else if (expr instanceof Expr.Negate negate) {
      return new Expr.Negate(operand.apply(negate.operand()), negate.place());
    } else if (expr instanceof Expr.Not not) {
      return new Expr.Not(operand.apply(not.operand()), not.place());
    } else if (expr instanceof Expr.Binary binary) {
      return new Expr.Binary(
          binary.operator(),
          operand.apply(binary.left()),
          operand.apply(binary.right()),
          binary.place());
    } else if (expr instanceof Expr.Conditional conditional) {
      return new Expr.Conditional(
          operand.apply(conditional.condition()),
          operand.apply(conditional.then()),
          operand.apply(conditional.otherwise()),
          conditional.type(),
          conditional.place());
    } else if (expr instanceof Expr.Cast cast) {
      return new Expr.Cast(cast.type(), operand.apply(cast.operand()), cast.place());
    } else if (expr instanceof Expr.Call call) {
      return new Expr.Call(call.primitive(), each(call.arguments(), operand), call.place());
    }
    return expr;
  }

  private static List<Expr> each(List<Expr> operands, UnaryOperator<Expr> operand) {
    return operands.stream().map(operand).toList();
  }
}
