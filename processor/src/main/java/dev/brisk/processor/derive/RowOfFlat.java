package dev.brisk.processor.derive;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import java.util.List;

/** The row that an index of a flat array lies in: {@code user} of {@code user * 32 + k}. */
final class RowOfFlat {
  private RowOfFlat() {}

  /**
   * The row of an index, by a division where its form does not show it.
   *
   * @param width the number of elements of a row
   */
  static Expr of(Expr index, int width, List<Code.For> loops) {
    if (isStart(index, width)) {
      return ((Expr.Binary) index).left();
    }
    if (index instanceof Expr.Binary sum && sum.operator() == Operator.ADD) {
      if (isStart(sum.left(), width) && isColumn(sum.right(), width, loops)) {
        return ((Expr.Binary) sum.left()).left();
      }
      if (isStart(sum.right(), width) && isColumn(sum.left(), width, loops)) {
        return ((Expr.Binary) sum.right()).left();
      }
    }
    return Algebra.binary(Operator.DIVIDE, index, Algebra.whole(width));
  }

  private static boolean isStart(Expr expr, int width) {
    return expr instanceof Expr.Binary product
        && product.operator() == Operator.MULTIPLY
        && isWhole(product.right(), width, width);
  }

  private static boolean isColumn(Expr expr, int width, List<Code.For> loops) {
    if (expr instanceof Expr.Read read) {
      return loops.stream()
          .anyMatch(loop -> loop.index().equals(read.variable()) && isWithin(loop, width));
    }
    return isWhole(expr, 0, width - 1);
  }

  /** Whether the loop counts within [0, width), upwards or downwards. */
  private static boolean isWithin(Code.For loop, int width) {
    return switch (loop.relation()) {
      case LESS -> isWhole(loop.from(), 0, width) && isWhole(loop.to(), 0, width);
      case GREATER_OR_EQUAL -> isWhole(loop.from(), -1, width - 1) && isWhole(loop.to(), 0, width);
      default -> false;
    };
  }

  private static boolean isWhole(Expr expr, int least, int most) {
    return expr instanceof Expr.Constant constant
        && constant.value() instanceof Integer value
        && least <= value
        && value <= most;
  }
}
