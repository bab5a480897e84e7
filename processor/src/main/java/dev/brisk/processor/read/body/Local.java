package dev.brisk.processor.read.body;

import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import org.jspecify.annotations.Nullable;

/** A local variable or an argument as the user declares it; each assignment makes a version. */
final class Local {
  private final String name;
  private final Type type;
  private final boolean isLoopIndex;
  private @Nullable Variable latest;

  Local(String name, Type type, boolean isLoopIndex) {
    this.name = name;
    this.type = type;
    this.isLoopIndex = isLoopIndex;
  }

  String name() {
    return name;
  }

  Type type() {
    return type;
  }

  /** Whether it counts a loop, whose head alone may change it. */
  boolean isLoopIndex() {
    return isLoopIndex;
  }

  /** The variable of the next value it takes. */
  Variable nextVersion(Variables variables) {
    latest = latest == null ? variables.local(name, type) : variables.version(latest);
    return latest;
  }
}
