package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import java.util.Optional;

/** Recognises {@code 1 + exp(x)}. */
final class OnePlusExp {
  private final Definitions program;

  OnePlusExp(Definitions program) {
    this.program = program;
  }

  /** The x, if the value is such a sum. */
  Optional<Expr> exponent(Expr unresolved) {
    if (!(program.resolved(unresolved) instanceof Expr.Binary sum)
        || sum.operator() != Operator.ADD) {
      return Optional.empty();
    }
    Expr left = program.resolved(sum.left());
    Expr right = program.resolved(sum.right());
    if (isOne(left)) {
      return Calls.argument(MathFunction.EXP, right);
    }
    return isOne(right) ? Calls.argument(MathFunction.EXP, left) : Optional.empty();
  }

  static boolean isOne(Expr expr) {
    return expr instanceof Expr.Constant constant
        && constant.value() instanceof Number number
        && number.doubleValue() == 1;
  }
}
