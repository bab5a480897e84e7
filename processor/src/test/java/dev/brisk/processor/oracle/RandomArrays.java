package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomFunction.Result;
import dev.brisk.processor.oracle.RandomScope.Extent;
import dev.brisk.processor.oracle.RandomScope.Matrix;
import dev.brisk.processor.oracle.RandomScope.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes random local arrays. */
final class RandomArrays {
  private final RandomStatements statements;
  private final RandomScope scope;
  private final RandomCode code;
  private final RandomExpressions expressions;

  RandomArrays(RandomStatements statements) {
    this.statements = statements;
    this.scope = statements.scope;
    this.code = statements.code;
    this.expressions = statements.expressions;
  }

  /** A new array, or another name for one. */
  void declaration() {
    int length = scope.random.nextInt(1, 5);
    switch (scope.random.nextInt(10)) {
      case 0 -> {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < length; i++) {
          values.add(expressions.tame(2));
        }
        declare("{" + String.join(", ", values) + "}", Extent.of(length), true);
      }
      case 1 -> {
        Optional<Vector> like = expressions.vector(true);
        String count = like.map(vector -> vector.name() + ".length").orElse("3");
        declare(
            "new " + scope.type + "[" + count + "]",
            like.map(Vector::extent).orElse(Extent.of(3)),
            true);
      }
      case 2 -> made(Result.VECTOR);
      case 3 -> made(Result.FIRST);
      case 4 -> {
        if (scope.has(Feature.COPIES)) {
          copy();
        } else {
          refill();
        }
      }
      case 5 -> {
        Optional<Vector> same = expressions.vector(true);
        same.ifPresent(vector -> declare(vector.name(), vector.extent(), vector.isLocal()));
      }
      case 6 -> {
        String name = scope.fresh("a");
        declare(name, "new " + scope.type + "[0]", Extent.anyLike(name), true);
      }
      default -> {
        declare("new " + scope.type + "[" + length + "]", Extent.of(length), true);
        if (scope.chance(0.5)) {
          refill();
        }
      }
    }
  }

  /** An array that begins as another one, whose own elements may change afterwards. */
  private void copy() {
    Optional<Vector> from = expressions.readable(true);
    if (from.isEmpty()) {
      store();
      return;
    }
    String name = from.get().name();
    int length = scope.random.nextInt(1, 5);
    switch (scope.random.nextInt(3)) {
      case 0 -> declare(name + ".clone()", from.get().extent(), true);
      case 1 -> declare("Arrays.copyOf(" + name + ", " + length + ")", Extent.of(length), true);
      default -> {
        String copy = scope.fresh("a");
        String created = "new " + scope.type + "[" + name + ".length]";
        declare(copy, created, from.get().extent(), true);
        code.line("System.arraycopy(" + name + ", 0, " + copy + ", 0, " + name + ".length);");
      }
    }
  }

  /** Sets a whole array, or a part of it, by a call. */
  void fill() {
    List<Vector> targets = scope.writableVectors();
    if (targets.isEmpty()) {
      store();
      return;
    }
    Vector vector = scope.any(targets);
    int length = vector.extent().fixed();
    String range = "";
    if (length > 0 && scope.chance(0.5)) {
      int from = scope.random.nextInt(length);
      range = from + ", " + scope.random.nextInt(from, length + 1) + ", ";
    }
    code.line("Arrays.fill(" + vector.name() + ", " + range + expressions.bounded(2) + ");");
  }

  private void declare(String value, Extent extent, boolean isLocal) {
    declare(scope.fresh("a"), value, extent, isLocal);
  }

  private void declare(String name, String value, Extent extent, boolean isLocal) {
    code.line(scope.type + "[] " + name + " = " + value + ";");
    scope.vectors.add(new Vector(name, extent, isLocal));
  }

  /** An array that a method gives. */
  private void made(Result result) {
    Optional<String> call = expressions.calls().any(result, 2);
    if (call.isPresent()) {
      String name = scope.fresh("a");
      declare(name, call.get(), Extent.like(name), true);
    } else {
      store();
    }
  }

  /** Sets or changes every element of an array. */
  void refill() {
    List<Vector> targets = scope.writableVectors();
    if (targets.isEmpty() || scope.loops >= RandomLoops.MOST) {
      statements.assignment();
      return;
    }
    Vector vector = scope.any(targets);
    String i = scope.fresh("i");
    code.open(String.format("for (int %1$s = 0; %1$s < %2$s; %1$s++)", i, vector.lengthText()));
    scope.withinLoop(
        () -> {
          scope.wholes.add(vector.extent().index(i));
          if (!scope.has(Feature.OVERWRITES)) {
            scope.vectors.remove(vector);
          }
          if (scope.chance(0.3)) {
            statements.statements();
          }
          String operator = scope.any(" = ", " = ", " += ", " -= ");
          code.line(vector.name() + "[" + i + "]" + operator + expressions.bounded(2) + ";");
        });
    code.close();
  }

  /** Sets or changes one element. */
  void store() {
    Optional<String> target = target();
    if (target.isEmpty()) {
      statements.assignment();
    } else if (scope.chance(0.3)) {
      code.line(target.get() + " = " + expressions.bounded(2) + ";");
    } else if (scope.has(Feature.OVERWRITES) && scope.chance(0.4)) {
      statements.change(target.get());
    } else if (scope.chance(0.2)) {
      code.open("if (" + statements.wholes.truth(1) + ")");
      code.line(target.get() + " += " + expressions.bounded(2) + ";");
      code.close();
    } else {
      code.line(target.get() + scope.any(" += ", " -= ") + expressions.bounded(2) + ";");
    }
  }

  /** An element that may be written. */
  private Optional<String> target() {
    List<Matrix> matrices = scope.writableMatrices();
    if (!matrices.isEmpty() && scope.chance(0.5)) {
      Optional<String> element = expressions.row(scope.any(matrices)).flatMap(expressions::element);
      if (element.isPresent()) {
        return element;
      }
    }
    List<Vector> vectors = scope.writableVectors();
    return vectors.isEmpty() ? Optional.empty() : expressions.element(scope.any(vectors));
  }

  /** An array of which each element comes from the one before. */
  void recurrence() {
    if (scope.loops >= RandomLoops.MOST) {
      statements.compound();
      return;
    }
    String h = scope.fresh("h");
    int length = scope.random.nextInt(2, 6);
    boolean isDownward = scope.chance(0.3);
    code.line(scope.type + "[] " + h + " = new " + scope.type + "[" + length + "];");
    String first = isDownward ? "[" + (length - 1) + "]" : "[0]";
    code.line(h + first + " = " + expressions.bounded(2) + ";");
    String i = scope.fresh("i");
    String loop =
        isDownward
            ? "for (int %1$s = %2$d - 2; %1$s >= 0; %1$s--)"
            : "for (int %1$s = 1; %1$s < %2$d; %1$s++)";
    code.open(String.format(loop, i, length));
    scope.withinLoop(
        () -> {
          int low = isDownward ? 0 : 1;
          scope.wholes.add(RandomScope.Whole.between(i, low, low + length - 2));
          if (scope.chance(0.4)) {
            statements.statements();
          }
          String before = h + "[" + i + (isDownward ? " + 1]" : " - 1]");
          String value = "Math.tanh(0.5f * " + before + " + " + expressions.wide(2).text() + ")";
          code.line(h + "[" + i + "] = " + (scope.isSingle() ? "(float) " : "") + value + ";");
        });
    code.close();
    scope.vectors.add(new Vector(h, Extent.of(length), true));
    scope.markRead(h);
  }
}
