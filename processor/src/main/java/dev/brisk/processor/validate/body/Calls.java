package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import java.util.Optional;

/** Tells calls of primitives apart by their names, which these rules speak of. */
final class Calls {
  private static final String OPS = "dev.brisk.ops.Ops";
  private static final String LOSSES = "dev.brisk.ops.Losses";

  private Calls() {}

  /** The argument of the function of {@link Math}, if the expression is a call of it. */
  static Optional<Expr> argument(MathFunction function, Expr expr) {
    return expr instanceof Expr.Call call
            && call.primitive().isMath()
            && call.primitive().name().equals(function.methodName())
        ? Optional.of(call.arguments().get(0))
        : Optional.empty();
  }

  static boolean isOperation(String name, Expr expr) {
    return is(OPS, name, expr);
  }

  static boolean isLoss(String name, Expr expr) {
    return is(LOSSES, name, expr);
  }

  private static boolean is(String owner, String name, Expr expr) {
    return expr instanceof Expr.Call call
        && call.primitive().owner().equals(owner)
        && call.primitive().name().equals(name);
  }
}
