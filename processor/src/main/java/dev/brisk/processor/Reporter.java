package dev.brisk.processor;

import com.sun.source.util.Trees;
import dev.brisk.processor.diagnostic.Diagnostic;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.read.ElementPlace;
import dev.brisk.processor.read.TreePlace;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Prints problems at their places in the user's source. */
final class Reporter {
  private final Messager messager;
  private final Optional<Trees> trees;

  Reporter(Messager messager, Optional<Trees> trees) {
    this.messager = messager;
    this.trees = trees;
  }

  /** Prints all problems of one model, in their order. */
  void report(Diagnostics diagnostics) {
    diagnostics.all().forEach(this::report);
  }

  private void report(Diagnostic diagnostic) {
    Kind kind = diagnostic.isError() ? Kind.ERROR : Kind.WARNING;
    String message = diagnostic.message();
    if (diagnostic.place() instanceof ElementPlace place) {
      // Null stands for what a place does not have, here as in the Messager's other methods.
      messager.printMessage(
          kind,
          message,
          place.element(),
          place.annotation().orElse(null),
          place.value().orElse(null));
    } else if (diagnostic.place() instanceof TreePlace place && trees.isPresent()) {
      trees.get().printMessage(kind, message, place.tree(), place.unit());
    } else {
      messager.printMessage(kind, message);
    }
  }
}
