package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomOperations.Made;
import dev.brisk.processor.oracle.RandomScope.Extent;
import dev.brisk.processor.oracle.RandomScope.Vector;
import java.util.Optional;

/** Writes arrays that operations on vectors give. */
final class RandomLayers {
  private final RandomStatements statements;
  private final RandomScope scope;
  private final RandomCode code;
  private final RandomOperations operations;

  RandomLayers(RandomStatements statements) {
    this.statements = statements;
    this.scope = statements.scope;
    this.code = statements.code;
    this.operations = statements.expressions.operations();
  }

  /** The layers that a network begins with, each of the one before, in no loop and no branch. */
  void network() {
    Made layer = new Made("xs", Extent.of(4));
    int count = scope.random.nextInt(1, 5);
    for (int i = 0; i < count; i++) {
      Made next = operations.layer(layer);
      layer = new Made(declare(next), next.extent());
    }
  }

  /** A new array by one operation, or by some within each other. */
  void layer() {
    Optional<Made> made = operations.vector(scope.random.nextInt(1, 4));
    if (made.isEmpty()) {
      statements.assignment();
      return;
    }
    declare(made.get());
  }

  private String declare(Made made) {
    String name = scope.fresh("a");
    code.line(scope.type + "[] " + name + " = " + made.text() + ";");
    scope.vectors.add(new Vector(name, made.extent(), true));
    // The derivative of the operation reads it.
    scope.markRead(name);
    return name;
  }

  /** A state that each step replaces by a layer of it. */
  void recurrence() {
    if (scope.isStatic || !scope.has(Feature.OVERWRITES) || scope.loops >= RandomLoops.MOST - 1) {
      layer();
      return;
    }
    String state = scope.fresh("h");
    code.line(scope.type + "[] " + state + " = new " + scope.type + "[3];");
    Vector vector = new Vector(state, Extent.of(3), true);
    String t = scope.fresh("t");
    code.open(String.format("for (int %1$s = 0; %1$s < %2$d; %1$s++)", t, scope.random.nextInt(4)));
    scope.withinLoop(
        () -> {
          scope.vectors.add(vector);
          if (scope.chance(0.3)) {
            statements.statements();
          }
          String next = scope.fresh("next");
          String input = operations.ofLength(3, 1);
          code.line(
              String.format(
                  "%1$s[] %2$s = Ops.tanh(Ops.affine(square, %3$s, %4$s));",
                  scope.type, next, input, state));
          code.line(String.format("System.arraycopy(%s, 0, %s, 0, 3);", next, state));
        });
    code.close();
    scope.vectors.add(vector);
    scope.markRead(state);
  }
}
