package dev.brisk.processor.validate.body;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Scalar;
import java.util.Optional;

/** A logarithm is not taken of a sigmoid, nor of 1 less a sigmoid: both are rounded to 0. */
final class LogOfSigmoidRule implements BodyRule {
  @Override
  public void check(Definitions program, Diagnostics diagnostics) {
    Sigmoids sigmoids = new Sigmoids(program);
    Signs signs = new Signs(program);
    for (Guarded guarded : Guarded.in(program)) {
      Optional<Expr> logged = Calls.argument(MathFunction.LOG, guarded.call());
      logged
          .flatMap(sigmoids::argument)
          .filter(x -> !signs.isNeverBelowZero(x) && !guarded.isAsked(logged.get(), program))
          .ifPresent(x -> report(guarded, logged.get(), Form.SIGMOID, diagnostics));
      Optional<Expr> complement = complement(guarded.call(), program);
      complement
          .flatMap(sigmoids::argument)
          .filter(x -> !signs.isNeverAboveZero(x) && !guarded.isAsked(complement.get(), program))
          .ifPresent(x -> report(guarded, complement.get(), Form.COMPLEMENT, diagnostics));
    }
  }

  /** The s of {@code log(1 - s)} or {@code log1p(-s)}. */
  private static Optional<Expr> complement(Expr.Call call, Definitions program) {
    Optional<Expr> difference =
        Calls.argument(MathFunction.LOG, call)
            .map(program::resolved)
            .filter(
                expr ->
                    expr instanceof Expr.Binary binary
                        && binary.operator() == Operator.SUBTRACT
                        && OnePlusExp.isOne(program.resolved(binary.left())))
            .map(expr -> ((Expr.Binary) expr).right());
    return difference.or(
        () ->
            Calls.argument(MathFunction.LOG1P, call)
                .map(program::resolved)
                .filter(Expr.Negate.class::isInstance)
                .map(expr -> ((Expr.Negate) expr).operand()));
  }

  /**
   * What is taken the logarithm of.
   *
   * @param farInDouble an x for which it is 0
   * @param farInFloat the same, in single precision
   * @param stable the argument of {@code Ops.logSigmoid} that gives the same
   */
  private record Form(String text, int farInDouble, int farInFloat, int slope, String stable) {
    static final Form SIGMOID = new Form("sigmoid(x)", -750, -110, 1, "x");
    static final Form COMPLEMENT = new Form("1 - sigmoid(x)", 40, 20, -1, "-x");
  }

  private static void report(Guarded guarded, Expr sigmoid, Form form, Diagnostics diagnostics) {
    Scalar precision = sigmoid.type().element();
    int far = precision == Scalar.FLOAT ? form.farInFloat() : form.farInDouble();
    diagnostics.add(
        Problem.LOG_OF_SIGMOID,
        guarded.call().place(),
        form.text(),
        far,
        precision.keyword(),
        form.slope() * far,
        form.slope(),
        form.stable());
  }
}
