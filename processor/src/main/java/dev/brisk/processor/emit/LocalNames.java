package dev.brisk.processor.emit;

import dev.brisk.processor.program.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names for the variables of one method: the user's own, numbered where two would meet. */
final class LocalNames {
  private final Map<Variable, String> names = new HashMap<>();
  private final Deque<Set<String>> scopes = new ArrayDeque<>();

  LocalNames() {
    scopes.push(new HashSet<>());
  }

  /** Names the variable in the current scope. */
  String declare(Variable variable) {
    String name = fresh(variable.name());
    names.put(variable, name);
    return name;
  }

  /** The name of a declared variable. */
  String of(Variable variable) {
    String name = names.get(variable);
    if (name == null) {
      throw new IllegalArgumentException(variable + " is not declared");
    }
    return name;
  }

  /** A name that no other in scope has. */
  String fresh(String wanted) {
    String name = wanted;
    for (int number = 2; isTaken(name); number++) {
      name = wanted + number;
    }
    scopes.element().add(name);
    return name;
  }

  /** Writes a block, whose names end with it. */
  void within(Runnable block) {
    scopes.push(new HashSet<>());
    block.run();
    scopes.pop();
  }

  private boolean isTaken(String name) {
    return scopes.stream().anyMatch(scope -> scope.contains(name));
  }
}
