package dev.brisk.processor.validate.body;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Scalar;
import java.util.Optional;

/** A logarithm is not taken of an element of a softmax, which is rounded to 0. */
final class LogOfSoftmaxRule implements BodyRule {
  /** Less than this times the largest element is 0, as a logit. */
  private static final int FAR_IN_DOUBLE = 750;

  private static final int FAR_IN_FLOAT = 110;

  @Override
  public void check(Definitions program, Diagnostics diagnostics) {
    Softmaxes softmaxes = new Softmaxes(program);
    for (Guarded guarded : Guarded.in(program)) {
      Optional<Expr> logged = Calls.argument(MathFunction.LOG, guarded.call());
      if (logged.isPresent()
          && softmaxes.isElement(logged.get(), guarded.statement())
          && !guarded.isAsked(logged.get(), program)) {
        Scalar precision = logged.get().type().element();
        diagnostics.add(
            Problem.LOG_OF_SOFTMAX,
            guarded.call().place(),
            precision == Scalar.FLOAT ? FAR_IN_FLOAT : FAR_IN_DOUBLE,
            precision.keyword());
      }
    }
  }
}
