package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Extent;
import dev.brisk.processor.oracle.RandomScope.Vector;
import java.util.List;
import java.util.Optional;

/** Writes random local arrays of whole numbers. */
final class RandomKeys {
  private final RandomStatements statements;
  private final RandomScope scope;
  private final RandomCode code;

  RandomKeys(RandomStatements statements) {
    this.statements = statements;
    this.scope = statements.scope;
    this.code = statements.code;
  }

  void statement() {
    List<Vector> written = scope.wholeVectors.stream().filter(Vector::isLocal).toList();
    if (written.isEmpty() || scope.chance(0.4)) {
      declaration();
      return;
    }
    Vector vector = scope.any(written);
    Optional<String> element = statements.expressions.element(vector);
    if (element.isEmpty()) {
      statements.compound();
    } else if (scope.loops < RandomLoops.MOST && scope.chance(0.4)) {
      refill(vector);
    } else {
      code.line(element.get() + scope.any(" = ", " += ") + statements.wholes.whole() + ";");
    }
  }

  private void declaration() {
    String name = scope.fresh("c");
    String value =
        switch (scope.random.nextInt(3)) {
          case 0 -> "{" + statements.wholes.whole() + ", " + statements.wholes.whole() + ", 1}";
          default -> "new int[3]";
        };
    code.line("int[] " + name + " = " + value + ";");
    scope.wholeVectors.add(new Vector(name, Extent.of(3), true));
  }

  private void refill(Vector vector) {
    String i = scope.fresh("i");
    code.open(String.format("for (int %1$s = 0; %1$s < %2$s.length; %1$s++)", i, vector.name()));
    scope.withinLoop(
        () -> {
          scope.wholes.add(vector.extent().index(i));
          String operator = scope.any(" = ", " += ");
          code.line(vector.name() + "[" + i + "]" + operator + statements.wholes.whole() + ";");
        });
    code.close();
  }
}
