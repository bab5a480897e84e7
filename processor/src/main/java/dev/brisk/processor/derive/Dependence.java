package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.HashSet;
import java.util.Set;

/** Whether iterations of a loop hand derivatives to each other through arrays. */
final class Dependence {
  private Dependence() {}

  /**
   * Whether an array from outside of the loop is both written and read in it, or written twice, so
   * that the order of its iterations matters on the way back.
   */
  static boolean isBetweenIterations(
      Statement.Loop loop, Activity activity, Overwrites overwrites) {
    Block body = loop.body();
    Set<Variable> own = Need.allocated(body);
    Set<Variable> written = new HashSet<>();
    Set<Variable> read = new HashSet<>();
    boolean[] writtenTwice = {false};
    Walk.statements(
        body,
        statement -> {
          for (Expr expr : Walk.expressionsOf(statement)) {
            Walk.reads(expr, read::add);
          }
          if (statement instanceof Statement.Store store && !own.contains(store.array())) {
            written.add(store.array());
            writtenTwice[0] |=
                activity.isActive(store.array()) && !overwrites.isWrittenOnce(store.array());
          }
        });
    written.removeIf(array -> !activity.isActive(array));
    written.retainAll(read);
    return writtenTwice[0] || !written.isEmpty();
  }
}
