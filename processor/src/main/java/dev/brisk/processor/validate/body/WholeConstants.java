package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Scalar;
import java.util.Optional;

/** Computes expressions of integer constants, as Java does. */
final class WholeConstants {
  private WholeConstants() {}

  /** The value, if it is known. */
  static Optional<Long> of(Expr expr) {
    if (expr.type().isArray() || expr.type().isFloating() || !expr.type().element().isNumeric()) {
      return Optional.empty();
    }
    Optional<Long> exact = Optional.empty();
    if (expr instanceof Expr.Constant constant && constant.value() instanceof Number number) {
      exact = Optional.of(number.longValue());
    } else if (expr instanceof Expr.Negate negated) {
      exact = of(negated.operand()).map(value -> -value);
    } else if (expr instanceof Expr.Binary binary) {
      exact =
          of(binary.left()).flatMap(left -> of(binary.right()).flatMap(r -> of(binary, left, r)));
    }
    boolean isInt = expr.type().element() == Scalar.INT;
    return exact.map(value -> isInt ? value.intValue() : value);
  }

  private static Optional<Long> of(Expr.Binary binary, long left, long right) {
    return switch (binary.operator()) {
      case ADD -> Optional.of(left + right);
      case SUBTRACT -> Optional.of(left - right);
      case MULTIPLY -> Optional.of(left * right);
      case DIVIDE -> right == 0 ? Optional.empty() : Optional.of(left / right);
      case REMAINDER -> right == 0 ? Optional.empty() : Optional.of(left % right);
      default -> Optional.empty();
    };
  }
}
