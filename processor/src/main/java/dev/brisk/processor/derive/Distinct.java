package dev.brisk.processor.derive;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proves that an element is another one in every iteration of the loops around it: each loop counts
 * through a dimension of its own, or two count through rows and columns of a flat array.
 */
final class Distinct {
  private final List<Code.For> loops;

  /** What has different values in different iterations, or may have. */
  private final Set<Variable> changing = new HashSet<>();

  private Distinct(List<Code.For> loops) {
    this.loops = loops;
    loops.forEach(loop -> changing.add(loop.index()));
    if (!loops.isEmpty()) {
      changing.addAll(Reads.written(loops.get(0).body()));
    }
  }

  /**
   * Whether no two iterations meet the same element.
   *
   * @param loops around the element, from the outermost
   */
  static boolean isEach(List<Expr> indices, List<Code.For> loops) {
    Distinct distinct = new Distinct(loops);
    return indices.stream().allMatch(distinct::isKnown)
        && (distinct.countsDimensions(indices) || distinct.countsRows(indices));
  }

  /** Whether an index is made of what cannot change but by the loops. */
  private boolean isKnown(Expr index) {
    boolean[] known = {true};
    Walk.expressions(
        index,
        part -> {
          known[0] &= !(part instanceof Expr.Call);
          if (part instanceof Expr.Element element) {
            known[0] &= element.array().kind() == Variable.Kind.ARGUMENT;
          }
        });
    return known[0];
  }

  private boolean countsDimensions(List<Expr> indices) {
    return loops.stream()
        .allMatch(loop -> indices.stream().anyMatch(index -> counts(index, loop.index())));
  }

  /** Whether the expression is another for each value of the variable, whatever else changes. */
  private boolean counts(Expr expr, Variable counter) {
    if (expr instanceof Expr.Read read) {
      return read.variable().equals(counter);
    }
    if (!(expr instanceof Expr.Binary binary)) {
      return false;
    }
    return switch (binary.operator()) {
      case ADD, SUBTRACT ->
          counts(binary.left(), counter) && isFixed(binary.right())
              || isFixed(binary.left()) && counts(binary.right(), counter);
      case MULTIPLY -> counts(binary.left(), counter) && isPositive(binary.right());
      default -> false;
    };
  }

  /** Whether a flat index is {@code start + row * width + column}, with a column within the row. */
  private boolean countsRows(List<Expr> indices) {
    if (loops.size() != 2 || indices.size() != 1) {
      return false;
    }
    Code.For rows = loops.get(0);
    Code.For columns = loops.get(1);
    int counted = 0;
    for (Expr term : terms(indices.get(0), new ArrayList<>())) {
      boolean isRow =
          term instanceof Expr.Binary product
              && product.operator() == Operator.MULTIPLY
              && counts(product.left(), rows.index())
              && isWithin(columns, product.right());
      boolean isColumn = term instanceof Expr.Read read && read.variable().equals(columns.index());
      if (isRow || isColumn) {
        counted++;
      } else if (!isFixed(term)) {
        return false;
      }
    }
    return counted == 2;
  }

  /** Whether the loop counts columns of a row of that width, which is the same for all rows. */
  private boolean isWithin(Code.For columns, Expr width) {
    boolean startsAtZero = columns.from() instanceof Expr.Constant from && from.value().equals(0);
    return isFixed(width)
        && startsAtZero
        && columns.relation() == Operator.LESS
        && Algebra.isSame(columns.to(), width);
  }

  private static List<Expr> terms(Expr sum, List<Expr> terms) {
    if (sum instanceof Expr.Binary binary && binary.operator() == Operator.ADD) {
      terms(binary.left(), terms);
      terms(binary.right(), terms);
    } else {
      terms.add(sum);
    }
    return terms;
  }

  private boolean isFixed(Expr expr) {
    boolean[] fixed = {true};
    Walk.reads(expr, variable -> fixed[0] &= !changing.contains(variable));
    return fixed[0];
  }

  private static boolean isPositive(Expr expr) {
    return expr instanceof Expr.Constant constant
        && constant.value() instanceof Integer value
        && value > 0;
  }
}
