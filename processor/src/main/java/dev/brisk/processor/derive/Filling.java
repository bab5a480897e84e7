package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.List;

/** Sees where a new array need not be zeroed, since all of it is set before it is read. */
final class Filling {
  private Filling() {}

  /** Whether what follows the allocation in the block fills the array from end to end. */
  static boolean isComplete(Statement.Allocate allocate, Block block) {
    List<Statement> statements = block.statements();
    int at = statements.indexOf(allocate);
    for (Statement statement : statements.subList(at + 1, statements.size())) {
      boolean isFilled =
          statement instanceof Statement.Fill fill && fill.array().equals(allocate.array());
      if (isFilled || statement instanceof Statement.Loop loop && fills(loop, allocate)) {
        return true;
      }
      if (mentions(new Block(List.of(statement)), allocate.array())) {
        return false;
      }
    }
    return false;
  }

  private static boolean fills(Statement.Loop loop, Statement.Allocate allocate) {
    return !reads(loop.body(), allocate.array()) && fills(loop, allocate, List.of());
  }

  /**
   * @param counters the indices of the loops around, which run through the outer dimensions
   */
  private static boolean fills(
      Statement.Loop loop, Statement.Allocate allocate, List<Variable> counters) {
    List<Variable> inner = new ArrayList<>(counters);
    inner.add(loop.index());
    boolean isInnermost = inner.size() == allocate.lengths().size();
    return meetsAll(loop, allocate, counters)
        && loop.body().statements().stream()
            .anyMatch(
                statement ->
                    isInnermost
                        ? sets(statement, allocate.array(), inner)
                        : statement instanceof Statement.Loop next && fills(next, allocate, inner));
  }

  /** Whether the loop runs through all of a dimension. */
  private static boolean meetsAll(
      Statement.Loop loop, Statement.Allocate allocate, List<Variable> counters) {
    boolean endsWithArray =
        Algebra.isSame(loop.to(), allocate.lengths().get(counters.size()))
            || loop.to() instanceof Expr.Length length
                && length.array().equals(allocate.array())
                && isAt(length.indices(), counters);
    return loop.from() instanceof Expr.Constant from
        && from.value().equals(0)
        && loop.relation() == Operator.LESS
        && loop.step() == 1
        && endsWithArray;
  }

  private static boolean sets(Statement statement, Variable array, List<Variable> counters) {
    return statement instanceof Statement.Store store
        && store.array().equals(array)
        && !store.accumulates()
        && isAt(store.indices(), counters);
  }

  private static boolean isAt(List<Expr> indices, List<Variable> counters) {
    return Algebra.isSame(indices, counters.stream().map(Algebra::read).toList());
  }

  private static boolean mentions(Block block, Variable array) {
    boolean[] stores = {false};
    Walk.statements(
        block,
        statement ->
            stores[0] |= statement instanceof Statement.Store store && store.array().equals(array));
    return stores[0] || reads(block, array);
  }

  private static boolean reads(Block block, Variable array) {
    return Uses.in(block).of(array) > 0 || accumulates(block, array);
  }

  /** A sum reads the element that it adds to. */
  private static boolean accumulates(Block block, Variable array) {
    boolean[] accumulates = {false};
    Walk.statements(
        block,
        statement ->
            accumulates[0] |=
                statement instanceof Statement.Store store
                    && store.array().equals(array)
                    && store.accumulates());
    return accumulates[0];
  }
}
