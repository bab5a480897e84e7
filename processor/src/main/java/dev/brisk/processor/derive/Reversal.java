package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.binary;
import static dev.brisk.processor.derive.Algebra.minus;
import static dev.brisk.processor.derive.Algebra.plus;
import static dev.brisk.processor.derive.Algebra.whole;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import java.util.List;

/** A counted loop that runs through its iterations backwards. */
final class Reversal {
  private Reversal() {}

  static Code.For of(Statement.Loop loop, Expr from, Expr to, List<Code> body) {
    int direction = Integer.signum(loop.step());
    boolean inclusive =
        loop.relation() == Operator.LESS_OR_EQUAL || loop.relation() == Operator.GREATER_OR_EQUAL;
    Expr end = inclusive ? to : offset(to, -direction);
    Expr last = Math.abs(loop.step()) == 1 ? end : onStep(from, end, loop.step());
    Operator relation = direction > 0 ? Operator.GREATER_OR_EQUAL : Operator.LESS_OR_EQUAL;
    return new Code.For(loop.index(), last, relation, from, -loop.step(), body);
  }

  private static Expr offset(Expr expr, int by) {
    if (expr instanceof Expr.Constant constant && constant.value() instanceof Integer value) {
      return whole(value + by);
    }
    return by > 0 ? plus(expr, whole(by)) : minus(expr, whole(-by));
  }

  /** The last index that the steps meet; before {@code from} where there is none. */
  private static Expr onStep(Expr from, Expr end, int step) {
    Primitive floorDiv =
        Primitive.plain(Primitive.MATH, "floorDiv", Type.INT, List.of(Type.INT, Type.INT));
    Expr steps = Algebra.call(floorDiv, List.of(minus(end, from), whole(step)));
    return plus(from, binary(Operator.MULTIPLY, steps, whole(step)));
  }
}
