package dev.brisk.processor.read.body;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Type;
import java.util.Optional;

/** Arithmetic of lengths: with numbers where they are known, else an expression. */
record Whole(Expr expr) {
  static Whole of(int value, Place place) {
    return new Whole(new Expr.Constant(value, Type.INT, place));
  }

  /** The number, where it is known. */
  Optional<Integer> value() {
    return expr instanceof Expr.Constant constant && constant.value() instanceof Integer number
        ? Optional.of(number)
        : Optional.empty();
  }

  Whole plus(Whole other) {
    return combined(Operator.ADD, other);
  }

  Whole minus(Whole other) {
    return combined(Operator.SUBTRACT, other);
  }

  Whole times(Whole other) {
    return combined(Operator.MULTIPLY, other);
  }

  /** The quotient without its fraction; of a division by 0 the expression. */
  Whole over(Whole other) {
    return combined(Operator.DIVIDE, other);
  }

  private Whole combined(Operator operator, Whole other) {
    Optional<Integer> left = value();
    Optional<Integer> right = other.value();
    boolean isNumber =
        left.isPresent()
            && right.isPresent()
            && !(operator == Operator.DIVIDE && right.get().equals(0));
    return isNumber
        ? of(computed(operator, left.get(), right.get()), expr.place())
        : new Whole(new Expr.Binary(operator, expr, other.expr, expr.place()));
  }

  private static int computed(Operator operator, int left, int right) {
    return switch (operator) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      default -> left / right;
    };
  }
}
