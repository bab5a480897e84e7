package dev.brisk.processor.derive;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The part of an array that an index {@code (i + offset) * width + column} lies in, for a loop
 * index {@code i}; or {@code i + offset} alone, a row of one element.
 *
 * @param width of a row; empty for one element
 * @param column the loop index that runs through the row, if one does
 */
record Row(int offset, Optional<Expr> width, Optional<Variable> column) {

  /**
   * The row of an index, if it has this form, with a width that does not change while the loop runs
   * and a column that is proved to lie in [0, width).
   *
   * @param loops around the access
   */
  static Optional<Row> of(Expr index, Statement.Loop loop, List<Statement.Loop> loops) {
    return of(index, loop.index(), loops)
        .filter(row -> row.width.isEmpty() || isUnchanged(row.width.get(), loop));
  }

  private static boolean isUnchanged(Expr expr, Statement.Loop loop) {
    boolean[] unchanged = {true};
    Set<Variable> own = Need.defined(loop.body());
    Walk.reads(expr, variable -> unchanged[0] &= !own.contains(variable));
    Walk.expressions(expr, part -> unchanged[0] &= !(part instanceof Expr.Element));
    return unchanged[0];
  }

  private static Optional<Row> of(Expr index, Variable loopIndex, List<Statement.Loop> loops) {
    OptionalInt plain = offset(index, loopIndex);
    if (plain.isPresent()) {
      return Optional.of(new Row(plain.getAsInt(), Optional.empty(), Optional.empty()));
    }
    if (!(index instanceof Expr.Binary binary)) {
      return Optional.empty();
    }
    if (binary.operator() == Operator.MULTIPLY) {
      // A width of zero would make all rows one.
      return start(binary, loopIndex).flatMap(row -> row.at(Algebra.whole(0), loops));
    }
    return binary.operator() == Operator.ADD && binary.left() instanceof Expr.Binary product
        ? start(product, loopIndex).flatMap(row -> row.at(binary.right(), loops))
        : Optional.empty();
  }

  /** The row that begins at {@code (i + offset) * width}. */
  private static Optional<Row> start(Expr.Binary product, Variable loopIndex) {
    OptionalInt offset = offset(product.left(), loopIndex);
    return product.operator() == Operator.MULTIPLY && offset.isPresent()
        ? Optional.of(new Row(offset.getAsInt(), Optional.of(product.right()), Optional.empty()))
        : Optional.empty();
  }

  private Optional<Row> at(Expr column, List<Statement.Loop> loops) {
    Expr columns = width.orElseThrow();
    if (column instanceof Expr.Constant constant
        && constant.value() instanceof Integer at
        && columns instanceof Expr.Constant all
        && all.value() instanceof Integer count) {
      return 0 <= at && at < count ? Optional.of(this) : Optional.empty();
    }
    if (column instanceof Expr.Read read) {
      for (Statement.Loop loop : loops) {
        boolean runsThroughRow =
            loop.index().equals(read.variable())
                && loop.from() instanceof Expr.Constant from
                && from.value().equals(0)
                && loop.relation() == Operator.LESS
                && Algebra.isSame(loop.to(), columns);
        if (runsThroughRow) {
          return Optional.of(new Row(offset, width, Optional.of(loop.index())));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether different offsets mean different elements. */
  boolean isComparable(Row other) {
    return width.isEmpty() == other.width.isEmpty()
        && (width.isEmpty() || Algebra.isSame(width.get(), other.width.get()));
  }

  /** The {@code c} of {@code i + c}. */
  static OptionalInt offset(Expr index, Variable loopIndex) {
    if (index instanceof Expr.Read read && read.variable().equals(loopIndex)) {
      return OptionalInt.of(0);
    }
    if (index instanceof Expr.Binary binary
        && binary.left() instanceof Expr.Read read
        && read.variable().equals(loopIndex)
        && binary.right() instanceof Expr.Constant constant
        && constant.value() instanceof Integer offset) {
      if (binary.operator() == Operator.ADD) {
        return OptionalInt.of(offset);
      } else if (binary.operator() == Operator.SUBTRACT) {
        return OptionalInt.of(-offset);
      }
    }
    return OptionalInt.empty();
  }
}
