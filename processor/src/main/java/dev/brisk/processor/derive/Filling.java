package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.List;

/** Sees where a new array need not be zeroed, since a loop sets all of it before it is read. */
final class Filling {
  private Filling() {}

  /** Whether what follows the allocation in the block fills the array from end to end. */
  static boolean isComplete(Statement.Allocate allocate, Block block) {
    List<Statement> statements = block.statements();
    int at = statements.indexOf(allocate);
    for (Statement statement : statements.subList(at + 1, statements.size())) {
      if (statement instanceof Statement.Loop loop && fills(loop, allocate)) {
        return true;
      }
      if (mentions(new Block(List.of(statement)), allocate.array())) {
        return false;
      }
    }
    return false;
  }

  private static boolean fills(Statement.Loop loop, Statement.Allocate allocate) {
    boolean meetsAll =
        loop.from() instanceof Expr.Constant from
            && from.value().equals(0)
            && loop.relation() == Operator.LESS
            && loop.step() == 1
            && (Algebra.isSame(loop.to(), allocate.length())
                || loop.to() instanceof Expr.Length length
                    && length.array().equals(allocate.array()));
    boolean sets =
        loop.body().statements().stream()
            .anyMatch(
                statement ->
                    statement instanceof Statement.Store store
                        && store.array().equals(allocate.array())
                        && !store.accumulates()
                        && store.index() instanceof Expr.Read index
                        && index.variable().equals(loop.index()));
    return meetsAll && sets && !reads(loop.body(), allocate.array());
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
