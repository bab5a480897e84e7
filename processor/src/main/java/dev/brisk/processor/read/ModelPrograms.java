package dev.brisk.processor.read;

import dev.brisk.processor.program.Program;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the methods of a model compute.
 *
 * @param metrics in source order
 * @param predictions in source order; a result that is an array is one that the program makes
 */
public record ModelPrograms(Program loss, List<Program> metrics, List<Program> predictions) {
  /** The loss, then the metrics, then the predictions. */
  public List<Program> all() {
    return Stream.of(List.of(loss), metrics, predictions).flatMap(List::stream).toList();
  }
}
