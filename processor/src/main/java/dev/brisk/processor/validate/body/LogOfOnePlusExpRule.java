package dev.brisk.processor.validate.body;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Scalar;
import java.util.Optional;

/** A softplus is not written as {@code log(1 + exp(x))} where x may be large. */
final class LogOfOnePlusExpRule implements BodyRule {
  private static final int TOO_LARGE_FOR_DOUBLE = 710;
  private static final int TOO_LARGE_FOR_FLOAT = 89;

  @Override
  public void check(Definitions program, Diagnostics diagnostics) {
    Signs signs = new Signs(program);
    for (Guarded guarded : Guarded.in(program)) {
      exponent(guarded.call(), program)
          .filter(x -> !signs.isNeverAboveZero(x) && !guarded.isAsked(x, program))
          .ifPresent(x -> report(guarded, diagnostics));
    }
  }

  /** The x of {@code log(1 + exp(x))} or {@code log1p(exp(x))}. */
  private static Optional<Expr> exponent(Expr.Call call, Definitions program) {
    return Calls.argument(MathFunction.LOG, call)
        .flatMap(new OnePlusExp(program)::exponent)
        .or(
            () ->
                Calls.argument(MathFunction.LOG1P, call)
                    .map(program::resolved)
                    .flatMap(expr -> Calls.argument(MathFunction.EXP, expr)));
  }

  private static void report(Guarded guarded, Diagnostics diagnostics) {
    Scalar precision = guarded.call().arguments().get(0).type().element();
    diagnostics.add(
        Problem.LOG_OF_ONE_PLUS_EXP,
        guarded.call().place(),
        precision == Scalar.FLOAT ? TOO_LARGE_FOR_FLOAT : TOO_LARGE_FOR_DOUBLE,
        precision.keyword());
  }
}
