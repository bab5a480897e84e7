package dev.brisk.processor.read;

import dev.brisk.processor.program.Program;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the methods of a model compute.
 *
 * @param metrics in source order
 */
public record ModelPrograms(Program loss, List<Program> metrics) {
  /** The loss, then the metrics. */
  public List<Program> all() {
    return Stream.concat(Stream.of(loss), metrics.stream()).toList();
  }
}
