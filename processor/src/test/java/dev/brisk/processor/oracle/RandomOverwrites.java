package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Named;
import dev.brisk.processor.oracle.RandomScope.Vector;
import java.util.List;
import java.util.Optional;

/** Writes what people do to arrays in place: each replaces elements that were read before. */
final class RandomOverwrites {
  private final RandomStatements statements;
  private final RandomScope scope;
  private final RandomCode code;
  private final RandomExpressions expressions;

  RandomOverwrites(RandomStatements statements) {
    this.statements = statements;
    this.scope = statements.scope;
    this.code = statements.code;
    this.expressions = statements.expressions;
  }

  void statement() {
    Optional<Vector> vector = target();
    if (vector.isEmpty() || scope.loops > RandomLoops.MOST - 2) {
      statements.assignment();
      return;
    }
    switch (scope.random.nextInt(6)) {
      case 0 -> normalise(vector.get());
      case 1 -> steps(vector.get());
      case 2 -> swap(vector.get());
      case 3 -> sums(vector.get());
      case 4 -> scratch(vector.get());
      default -> mapped(vector.get());
    }
  }

  /** An array or a row. */
  private Optional<Vector> target() {
    if (!scope.writableMatrices().isEmpty() && scope.chance(0.4)) {
      return expressions.row(scope.any(scope.writableMatrices()));
    }
    List<Vector> vectors = scope.writableVectors();
    return vectors.isEmpty() ? Optional.empty() : Optional.of(scope.any(vectors));
  }

  private String each(Vector vector, String head) {
    String i = scope.fresh("i");
    code.open(head.replace("#", i).replace("@", vector.lengthText()));
    return i;
  }

  private void forEach(Vector vector, java.util.function.Consumer<String> body) {
    String i = each(vector, "for (int # = 0; # < @; #++)");
    scope.withinLoop(
        () -> {
          scope.wholes.add(vector.extent().index(i));
          body.accept(vector.name() + "[" + i + "]");
        });
    code.close();
  }

  private void mapped(Vector vector) {
    forEach(
        vector,
        element -> {
          if (scope.chance(0.3)) {
            statements.statements();
          }
          String value = "Math.tanh(" + element + " + " + expressions.wide(2).text() + ")";
          code.line(element + " = " + (scope.isSingle() ? "(float) " : "") + value + ";");
        });
  }

  private void normalise(Vector vector) {
    String sum = scope.fresh("v");
    code.line(scope.type + " " + sum + " = 0.5f;");
    forEach(vector, element -> code.line(sum + " += " + element + " * " + element + ";"));
    scope.numbers.add(new Named(sum, false));
    forEach(vector, element -> code.line(element + " /= " + sum + ";"));
  }

  /** A state that is replaced in each step, from a new one or from itself. */
  private void steps(Vector vector) {
    String t = scope.fresh("t");
    code.open(String.format("for (int %1$s = 0; %1$s < %2$d; %1$s++)", t, scope.random.nextInt(4)));
    scope.withinLoop(
        () -> {
          String next = scope.fresh("next");
          code.line(
              scope.type
                  + "[] "
                  + next
                  + " = new "
                  + scope.type
                  + "["
                  + vector.name()
                  + ".length];");
          Vector state = new Vector(next, vector.extent(), true);
          forEach(state, element -> code.line(element + " = " + expressions.bounded(2) + ";"));
          scope.vectors.add(state);
          if (scope.chance(0.3)) {
            statements.statements();
          }
          String i = each(vector, "for (int # = 0; # < @; #++)");
          code.line(
              String.format(
                  "%1$s[%2$s] = 0.5f * %1$s[%2$s] + %3$s[%2$s];", vector.name(), i, next));
          code.close();
        });
    code.close();
  }

  private void swap(Vector vector) {
    Optional<String> one = expressions.element(vector);
    Optional<String> other = expressions.element(vector);
    if (one.isEmpty() || other.isEmpty()) {
      statements.compound();
      return;
    }
    String kept = scope.fresh("t");
    code.line(scope.type + " " + kept + " = " + one.get() + ";");
    code.line(one.get() + " = " + other.get() + ";");
    code.line(other.get() + " = " + kept + ";");
  }

  /** Each element from the one before it, which has just been replaced. */
  private void sums(Vector vector) {
    boolean isDownward = scope.chance(0.4);
    String i =
        each(
            vector,
            isDownward ? "for (int # = @ - 2; # >= 0; #--)" : "for (int # = 1; # < @; #++)");
    String before = vector.name() + "[" + i + (isDownward ? " + 1]" : " - 1]");
    String element = vector.name() + "[" + i + "]";
    scope.withinLoop(
        () ->
            code.line(
                element
                    + " = 0.5f * "
                    + before
                    + " + "
                    + element
                    + " * "
                    + expressions.bounded(1)
                    + ";"));
    code.close();
  }

  /** An array that serves anew in each iteration. */
  private void scratch(Vector vector) {
    String t = scope.fresh("t");
    String sum = scope.fresh("v");
    code.line(scope.type + " " + sum + " = 0;");
    scope.numbers.add(new Named(sum, true));
    code.open(String.format("for (int %1$s = 0; %1$s < 3; %1$s++)", t));
    scope.withinLoop(
        () -> {
          scope.wholes.add(RandomScope.Whole.between(t, 0, 2));
          scope.vectors.remove(vector);
          forEach(vector, element -> code.line(element + " = " + expressions.bounded(2) + ";"));
          scope.vectors.add(vector);
          if (scope.chance(0.5)) {
            statements.statements();
          }
          forEach(vector, element -> code.line(sum + " += " + element + " * 0.5f;"));
        });
    code.close();
  }
}
