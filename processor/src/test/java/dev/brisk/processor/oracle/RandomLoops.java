package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Matrix;
import dev.brisk.processor.oracle.RandomScope.Named;
import dev.brisk.processor.oracle.RandomScope.Vector;
import dev.brisk.processor.oracle.RandomScope.Whole;
import java.util.List;
import java.util.Optional;

/** Writes random loops. */
final class RandomLoops {
  /** Loops around each other. */
  static final int MOST = 3;

  private static final List<String> THROUGH_ARRAY =
      List.of(
          "for (int %1$s = 0; %1$s < %2$s.length; %1$s++)",
          "for (int %1$s = 0; %1$s <= %2$s.length - 1; ++%1$s)",
          "for (int %1$s = 0; %2$s.length > %1$s; %1$s += 2)",
          "for (int %1$s = %2$s.length - 1; %1$s >= 0; %1$s--)",
          "for (var %1$s = 0; %1$s < %2$s.length; %1$s = %1$s + 1)");

  private final RandomStatements statements;
  private final RandomScope scope;
  private final RandomCode code;

  RandomLoops(RandomStatements statements) {
    this.statements = statements;
    this.scope = statements.scope;
    this.code = statements.code;
  }

  void loop() {
    if (scope.loops == MOST) {
      statements.compound();
      return;
    }
    if (scope.chance(0.2)) {
      forEach();
      return;
    }
    scope.within(
        () -> {
          if (scope.has(Feature.SEVERAL_INITIALISERS) && scope.chance(0.3)) {
            several();
          } else {
            scope.wholes.add(head(scope.fresh("i")));
          }
          scope.withinLoop(statements::statements);
        });
    code.close();
  }

  private void open(String head, Object... values) {
    code.open(String.format(head, values));
  }

  /** Opens a loop of two variables. */
  private void several() {
    String i = scope.fresh("i");
    String j = scope.fresh("j");
    int size = scope.random.nextInt(0, 5);
    switch (scope.random.nextInt(scope.has(Feature.SEVERAL_UPDATES) ? 0 : 1, 3)) {
      case 1 -> {
        open("for (int %1$s = 0, %2$s = %3$d; %1$s < %2$s; %1$s++)", i, j, size);
        scope.wholes.add(Whole.between(j, size, size));
      }
      case 0 -> {
        open("for (int %1$s = 0, %2$s = %3$d; %1$s < %3$d; %1$s++, %2$s--)", i, j, size);
        scope.wholes.add(Whole.between(j, Math.min(1, size), Math.max(1, size)));
      }
      default -> {
        Optional<Vector> vector = statements.expressions.vector(true);
        if (vector.isPresent() && vector.get().extent().fixed() == 0) {
          String array = vector.get().name();
          open("for (int %1$s = 0, %2$s = %3$s.length; %1$s < %2$s; %1$s++)", i, j, array);
          scope.wholes.add(vector.get().extent().index(i));
          scope.wholes.add(Whole.unknown(j, false));
          return;
        }
        open("for (int %1$s = %3$d, %2$s = 0; %1$s >= %2$s; %1$s--)", i, j, size);
        scope.wholes.add(Whole.between(j, 0, 0));
      }
    }
    scope.wholes.add(Whole.between(i, 0, Math.max(0, size)));
  }

  /** Opens a loop. */
  private Whole head(String i) {
    int size = scope.random.nextInt(0, 5);
    int step = scope.random.nextInt(2, 4);
    switch (scope.random.nextInt(10)) {
      case 0 -> {
        open("for (int %1$s = %2$d; %1$s >= 0; %1$s--)", i, size);
        return Whole.between(i, 0, size);
      }
      case 1 -> {
        open("for (int %1$s = 1; %1$s <= %2$d; %1$s++)", i, size);
        return Whole.between(i, 1, Math.max(1, size));
      }
      case 2 -> {
        open("for (int %1$s = 0; %1$s < 6; %1$s += %2$d)", i, step);
        return Whole.between(i, 0, 5);
      }
      case 3 -> {
        open("for (int %1$s = %2$d; %1$s > 0; %1$s -= %3$d)", i, size, step);
        return Whole.between(i, 1, Math.max(1, size));
      }
      case 4, 5 -> {
        Optional<Vector> vector = steadyVector();
        if (vector.isPresent()) {
          open(scope.any(THROUGH_ARRAY), i, vector.get().name());
          return vector.get().extent().index(i);
        }
      }
      case 6, 7 -> {
        Optional<Whole> bound = steadyBound();
        if (bound.isPresent()) {
          boolean isFull = scope.chance(0.5);
          String relation = isFull ? "<=" : "<";
          open("for (int %1$s = 0; %1$s %2$s %3$s; %1$s++)", i, relation, bound.get().name());
          return Whole.between(i, 0, Math.max(0, bound.get().high() - (isFull ? 0 : 1)));
        }
      }
      default -> {
        // As below.
      }
    }
    open("for (int %1$s = 0; %1$s < %2$d; %1$s++)", i, size);
    return Whole.between(i, 0, Math.max(0, size - 1));
  }

  /** An array that is the same one in each iteration. */
  private Optional<Vector> steadyVector() {
    if (!scope.matrices.isEmpty() && scope.chance(0.4)) {
      Matrix matrix = scope.any(scope.matrices);
      return scope.chance(0.5) ? Optional.of(matrix.outer()) : steadyRow(matrix);
    }
    return scope.vectors.isEmpty() ? Optional.empty() : Optional.of(scope.any(scope.vectors));
  }

  private Optional<Vector> steadyRow(Matrix matrix) {
    List<Whole> steady =
        scope.wholes.stream()
            .filter(whole -> !whole.isMutable() && matrix.rows().isRangeOf(whole))
            .toList();
    return steady.isEmpty() ? Optional.empty() : Optional.of(matrix.row(scope.any(steady).name()));
  }

  private Optional<Whole> steadyBound() {
    List<Whole> steady =
        scope.wholes.stream().filter(whole -> whole.isKnown() && !whole.isMutable()).toList();
    return steady.isEmpty() ? Optional.empty() : Optional.of(scope.any(steady));
  }

  private void forEach() {
    if (!scope.matrices.isEmpty() && scope.chance(0.4)) {
      forEachRow(scope.any(scope.matrices));
    } else if (!scope.wholeVectors.isEmpty() && scope.chance(0.3)) {
      String element = scope.fresh("e");
      open("for (int %s : %s)", element, scope.any(scope.wholeVectors).name());
      scope.withinLoop(
          () -> {
            scope.wholes.add(Whole.unknown(element, scope.chance(0.2)));
            statements.statements();
          });
      code.close();
    } else {
      forEachNumber();
    }
  }

  private void forEachNumber() {
    Optional<Vector> vector = statements.expressions.readable(true);
    if (vector.isEmpty()) {
      statements.compound();
      return;
    }
    String element = scope.fresh("e");
    open("for (%s %s : %s)", scope.type, element, vector.get().name());
    scope.withinLoop(
        () -> {
          scope.numbers.add(new Named(element, scope.chance(0.3)));
          statements.statements();
        });
    code.close();
  }

  private void forEachRow(Matrix matrix) {
    String row = scope.fresh("row");
    open("for (%s[] %s : %s)", scope.type, row, matrix.name());
    Vector alias = matrix.row("0");
    scope.withinLoop(
        () -> {
          scope.vectors.add(
              matrix.isRagged()
                  ? new Vector(row, RandomScope.Extent.anyLike(row), matrix.isLocal())
                  : new Vector(row, alias.extent(), matrix.isLocal()));
          statements.statements();
        });
    code.close();
  }
}
