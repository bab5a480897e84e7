package dev.brisk.processor.batch;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Optional;

/**
 * Statements of a routine that belong together.
 *
 * @param product that they are, if they are one; else they are done example by example
 */
record Piece(Optional<Product> product, List<Code> statements) {
  boolean mentions(Variable variable) {
    return statements.stream()
        .anyMatch(
            statement ->
                Reads.mentions(statement, variable)
                    || statement instanceof Code.Allocate allocate
                        && allocate.array().equals(variable));
  }
}
