package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.choose;
import static dev.brisk.processor.derive.Algebra.math;
import static dev.brisk.processor.derive.Algebra.minus;
import static dev.brisk.processor.derive.Algebra.negate;
import static dev.brisk.processor.derive.Algebra.number;
import static dev.brisk.processor.derive.Algebra.over;
import static dev.brisk.processor.derive.Algebra.plus;
import static dev.brisk.processor.derive.Algebra.times;
import static dev.brisk.processor.derive.Algebra.whole;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Type;
import java.util.List;

/**
 * The derivatives of the functions of {@link Math}. Where there is none, at a kink, the value is
 * PyTorch's: 0 for {@code abs} at 0, one half each for {@code max} and {@code min} of equal values.
 */
final class Partials {
  private Partials() {}

  /**
   * The product of an upstream derivative and the partial derivative of a function.
   *
   * @param seed the derivative of the result by the function's value
   * @param x the arguments
   * @param y the function's value
   * @param k the argument to derive by
   */
  static Expr of(MathFunction function, Expr seed, List<Expr> x, Expr y, int k) {
    Expr a = x.get(0);
    return switch (function) {
      case ABS -> times(seed, sign(a));
      case ACOS -> negate(over(seed, math(MathFunction.SQRT, minus(whole(1), square(a)))));
      case ASIN -> over(seed, math(MathFunction.SQRT, minus(whole(1), square(a))));
      case ATAN -> over(seed, plus(whole(1), square(a)));
      case CBRT -> over(seed, times(whole(3), square(y)));
      case COS -> negate(times(seed, math(MathFunction.SIN, a)));
      case COSH -> times(seed, math(MathFunction.SINH, a));
      case EXP -> times(seed, y);
      case EXPM1 -> times(seed, plus(y, whole(1)));
      case FMA -> k == 2 ? seed : times(seed, x.get(1 - k));
      case HYPOT -> times(seed, over(x.get(k), y));
      case LOG -> over(seed, a);
      case LOG10 -> over(seed, times(a, number(Math.log(10), Type.DOUBLE)));
      case LOG1P -> over(seed, plus(whole(1), a));
      case MAX -> selected(Operator.GREATER, seed, x.get(k), x.get(1 - k));
      case MIN -> selected(Operator.LESS, seed, x.get(k), x.get(1 - k));
      case POW -> k == 0 ? powerByBase(seed, a, x.get(1)) : powerByExponent(seed, a, x.get(1), y);
      case SIN -> times(seed, math(MathFunction.COS, a));
      case SINH -> times(seed, math(MathFunction.COSH, a));
      case SQRT -> over(seed, times(whole(2), y));
      case TAN -> times(seed, plus(whole(1), square(y)));
      case TANH -> times(seed, minus(whole(1), square(y)));
      case CEIL, FLOOR, FLOOR_DIV, FLOOR_MOD, RINT, ROUND, SIGNUM ->
          throw new IllegalArgumentException(function + " has no derivative");
    };
  }

  /** Whether the derivative is written with the function's own value. */
  static boolean usesValue(MathFunction function) {
    return switch (function) {
      case CBRT, EXP, EXPM1, HYPOT, POW, SQRT, TAN, TANH -> true;
      default -> false;
    };
  }

  private static Expr square(Expr a) {
    return times(a, a);
  }

  /** Like {@code Math.signum}, in terms of what a program may contain. */
  private static Expr sign(Expr a) {
    Expr below = Algebra.binary(Operator.LESS, a, whole(0));
    Expr above = Algebra.binary(Operator.GREATER, a, whole(0));
    return choose(above, whole(1), choose(below, whole(-1), whole(0)));
  }

  private static Expr selected(Operator wins, Expr seed, Expr mine, Expr other) {
    Expr isMine = Algebra.binary(wins, mine, other);
    Expr isTie = Algebra.binary(Operator.EQUAL, mine, other);
    Expr share = choose(isMine, whole(1), choose(isTie, number(0.5, mine.type()), whole(0)));
    return times(seed, share);
  }

  /** {@code b * a^(b - 1)}, and 0 for {@code b = 0}, also at {@code a = 0}. */
  private static Expr powerByBase(Expr seed, Expr a, Expr b) {
    if (b instanceof Expr.Constant constant && constant.value() instanceof Number number) {
      double exponent = number.doubleValue();
      if (exponent == 0) {
        return times(seed, whole(0));
      }
      if (exponent == 2) {
        return times(times(seed, whole(2)), a);
      }
      Expr lower = math(MathFunction.POW, a, number(exponent - 1, Type.DOUBLE));
      return times(times(seed, b), lower);
    }
    Expr isConstant = Algebra.binary(Operator.EQUAL, b, whole(0));
    Expr slope = times(b, math(MathFunction.POW, a, minus(b, whole(1))));
    return times(seed, choose(isConstant, whole(0), slope));
  }

  /** {@code a^b * log(a)}, and 0 at {@code a = 0} for {@code b >= 0}. */
  private static Expr powerByExponent(Expr seed, Expr a, Expr b, Expr y) {
    Expr isFlat =
        Algebra.binary(
            Operator.AND,
            Algebra.binary(Operator.EQUAL, a, whole(0)),
            Algebra.binary(Operator.GREATER_OR_EQUAL, b, whole(0)));
    return times(seed, choose(isFlat, whole(0), times(y, math(MathFunction.LOG, a))));
  }
}
