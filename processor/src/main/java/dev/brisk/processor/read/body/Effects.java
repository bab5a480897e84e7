package dev.brisk.processor.read.body;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What the statements that an expression needs before it do beside giving its value. */
final class Effects {
  private Effects() {}

  /** An array that the block writes and did not make itself. */
  static Optional<Variable> on(Block block) {
    Set<Variable> own = new HashSet<>();
    Set<Variable> written = new LinkedHashSet<>();
    Walk.statements(
        block,
        statement -> {
          if (statement instanceof Statement.Allocate allocate) {
            own.add(allocate.array());
          } else if (statement instanceof Statement.Store store) {
            written.add(store.array());
          }
        });
    written.removeAll(own);
    return written.stream().findFirst();
  }
}
