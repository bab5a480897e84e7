package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Scalar;
import dev.brisk.processor.oracle.RandomScope.Vector;
import dev.brisk.processor.oracle.RandomScope.Whole;
import java.util.List;

/** Writes random statements. */
final class RandomStatements {
  private final RandomScope scope;
  private final RandomExpressions expressions;
  private final StringBuilder code;
  private int budget;

  RandomStatements(RandomScope scope, StringBuilder code, int budget) {
    this.scope = scope;
    this.expressions = new RandomExpressions(scope);
    this.code = code;
    this.budget = budget;
  }

  /** Statements up to the end of the budget; some of them may return. */
  void body() {
    while (budget > 0) {
      if (scope.chance(0.06)) {
        line(0, "if (" + expressions.truth(2) + ") {");
        scope.within(() -> line(1, "return " + expressions.bounded(3) + ";"));
        line(0, "}");
      }
      statement(0, 0);
    }
  }

  private void line(int indent, String text) {
    code.append("    ").append("  ".repeat(indent)).append(text).append('\n');
  }

  /**
   * One statement, or a few that belong together.
   *
   * @param loops around it
   */
  private void statement(int indent, int loops) {
    budget--;
    switch (scope.random.nextInt(20)) {
      case 0, 1, 2 -> declaration(indent);
      case 3, 4, 5 -> assignment(indent);
      case 6, 7 -> compound(indent);
      case 8 -> exchange(indent);
      case 9, 10 -> branch(indent, loops);
      case 11, 12, 13 -> loop(indent, loops);
      case 14 -> newVector(indent, loops);
      case 15, 16 -> store(indent);
      case 17 -> whole(indent);
      case 18 -> late(indent);
      default -> recurrence(indent, loops);
    }
  }

  private void block(int indent, int loops) {
    scope.within(
        () -> {
          int statements = scope.random.nextInt(1, 4);
          for (int i = 0; i < statements; i++) {
            statement(indent, loops);
          }
        });
  }

  private void declaration(int indent) {
    String name = scope.fresh("v");
    line(indent, scope.type + " " + name + " = " + expressions.number(3) + ";");
    scope.scalars.add(new Scalar(name, true));
  }

  private void assignment(int indent) {
    List<Scalar> targets = scope.mutableScalars();
    if (targets.isEmpty()) {
      declaration(indent);
      return;
    }
    String name = scope.any(targets).name();
    String value = scope.chance(0.25) ? expressions.number(1) : expressions.bounded(3);
    line(indent, name + " = " + value + ";");
  }

  private void compound(int indent) {
    List<Scalar> targets = scope.mutableScalars();
    if (targets.isEmpty()) {
      declaration(indent);
      return;
    }
    String name = scope.any(targets).name();
    switch (scope.random.nextInt(7)) {
      case 0, 1, 2 -> line(indent, name + " += " + expressions.wide(2).text() + ";");
      case 3 -> line(indent, name + " -= " + expressions.bounded(2) + ";");
      case 4 -> line(indent, name + " *= " + expressions.bounded(2) + ";");
      case 5 -> line(indent, name + " /= 1.5f + " + expressions.bounded(1) + " * 0.25f;");
      default -> line(indent, name + " = " + name + " + " + expressions.bounded(2) + ";");
    }
  }

  private void exchange(int indent) {
    List<Scalar> targets = scope.mutableScalars();
    if (targets.size() < 2) {
      declaration(indent);
      return;
    }
    String one = scope.any(targets).name();
    String other = scope.any(targets).name();
    String kept = scope.fresh("t");
    line(indent, scope.type + " " + kept + " = " + one + ";");
    line(indent, one + " = " + (scope.chance(0.5) ? other : expressions.bounded(1)) + ";");
    line(indent, other + " = " + kept + ";");
    scope.scalars.add(new Scalar(kept, scope.chance(0.5)));
  }

  private void branch(int indent, int loops) {
    line(indent, "if (" + expressions.truth(2) + ") {");
    block(indent + 1, loops);
    if (scope.chance(0.3)) {
      line(indent, "} else if (" + expressions.truth(1) + ") {");
      block(indent + 1, loops);
    }
    if (scope.chance(0.6)) {
      line(indent, "} else {");
      block(indent + 1, loops);
    }
    line(indent, "}");
  }

  private void loop(int indent, int loops) {
    if (loops == 3) {
      compound(indent);
      return;
    }
    if (scope.chance(0.2)) {
      forEach(indent, loops);
      return;
    }
    String i = scope.fresh("i");
    Whole index = head(indent, i);
    scope.within(
        () -> {
          scope.wholes.add(index);
          if (scope.chance(0.3)) {
            store(indent + 1);
          }
          block(indent + 1, loops + 1);
        });
    line(indent, "}");
  }

  private Whole head(int indent, String i) {
    List<Whole> outer = scope.wholes.stream().filter(whole -> whole.low() <= whole.high()).toList();
    int size = scope.random.nextInt(0, 5);
    switch (scope.random.nextInt(9)) {
      case 0 -> {
        line(indent, "for (int " + i + " = " + size + "; " + i + " >= 0; " + i + "--) {");
        return new Whole(i, 0, size, "", false);
      }
      case 1 -> {
        line(indent, "for (int " + i + " = 1; " + i + " <= " + size + "; " + i + "++) {");
        return new Whole(i, 1, Math.max(1, size), "", false);
      }
      case 2 -> {
        int step = scope.random.nextInt(2, 4);
        String loop = "for (int %1$s = 0; %1$s < 6; %1$s += %2$d) {";
        line(indent, String.format(loop, i, step));
        return new Whole(i, 0, 5, "", false);
      }
      case 3 -> {
        int step = scope.random.nextInt(2, 4);
        String loop = "for (int %1$s = %2$d; %1$s > 0; %1$s -= %3$d) {";
        line(indent, String.format(loop, i, size, step));
        return new Whole(i, 1, Math.max(1, size), "", false);
      }
      case 4 -> {
        String loop = "for (int %1$s = 0; %1$s < vs.length; %1$s++) {";
        line(indent, String.format(loop, i));
        return new Whole(i, 0, -1, "vs", false);
      }
      case 5, 6 -> {
        if (!outer.isEmpty()) {
          Whole bound = scope.any(outer);
          boolean isFull = scope.chance(0.5);
          String relation = isFull ? " <= " : " < ";
          line(
              indent,
              "for (int " + i + " = 0; " + i + relation + bound.name() + "; " + i + "++) {");
          return new Whole(i, 0, Math.max(0, bound.high() - (isFull ? 0 : 1)), "", false);
        }
      }
      default -> {
        // As below.
      }
    }
    line(indent, "for (int " + i + " = 0; " + i + " < " + size + "; " + i + "++) {");
    return new Whole(i, 0, Math.max(0, size - 1), "", false);
  }

  private void forEach(int indent, int loops) {
    Vector vector = expressions.read();
    String element = scope.fresh("e");
    line(indent, "for (" + scope.type + " " + element + " : " + vector.name() + ") {");
    scope.within(
        () -> {
          scope.scalars.add(new Scalar(element, scope.chance(0.3)));
          block(indent + 1, loops + 1);
        });
    line(indent, "}");
  }

  private void newVector(int indent, int loops) {
    String name = scope.fresh("a");
    String opening = scope.type + "[] " + name + " = ";
    int length = scope.random.nextInt(1, 5);
    Vector vector = new Vector(name, length, "", true);
    switch (scope.random.nextInt(7)) {
      case 0 -> {
        StringBuilder values = new StringBuilder(expressions.number(2));
        for (int i = 1; i < length; i++) {
          values.append(", ").append(expressions.number(2));
        }
        line(indent, opening + "{" + values + "};");
      }
      case 1 -> {
        vector = new Vector(name, 0, "vs", true);
        line(indent, opening + "new " + scope.type + "[vs.length];");
      }
      case 2 -> {
        Vector from = expressions.read();
        vector = new Vector(name, from.length(), from.asLongAs(), true);
        line(indent, opening + "mapped(" + from.name() + ", " + expressions.number(1) + ");");
      }
      case 3 -> {
        Vector same = scope.any(scope.vectors);
        vector = new Vector(name, same.length(), same.asLongAs(), same.isLocal());
        line(indent, opening + same.name() + ";");
        scope.vectors.add(vector);
        return;
      }
      case 4 -> {
        vector = new Vector(name, 4, "", true);
        line(indent, opening + "new " + scope.type + "[4];");
        scope.vectors.add(vector);
        rows(indent, loops, vector);
        return;
      }
      default -> line(indent, opening + "new " + scope.type + "[" + length + "];");
    }
    scope.vectors.add(vector);
    if (scope.chance(0.5) && loops < 3) {
      filled(indent, loops, vector);
    }
  }

  /** Sets or adds to every element of a matrix of two rows. */
  private void rows(int indent, int loops, Vector vector) {
    if (loops > 1) {
      return;
    }
    String i = scope.fresh("i");
    String j = scope.fresh("j");
    line(indent, String.format("for (int %1$s = 0; %1$s < 2; %1$s++) {", i));
    line(indent + 1, String.format("for (int %1$s = 0; %1$s < 2; %1$s++) {", j));
    scope.within(
        () -> {
          scope.wholes.add(new Whole(i, 0, 1, "", false));
          scope.wholes.add(new Whole(j, 0, 1, "", false));
          if (scope.chance(0.3)) {
            block(indent + 2, loops + 2);
          }
          String element = vector.name() + "[" + i + " * 2 + " + j + "]";
          String operator = scope.chance(0.6) ? " = " : " += ";
          line(indent + 2, element + operator + expressions.bounded(2) + ";");
        });
    line(indent + 1, "}");
    line(indent, "}");
  }

  /** Sets or adds to every element. */
  private void filled(int indent, int loops, Vector vector) {
    String i = scope.fresh("i");
    String loop = "for (int %1$s = 0; %1$s < %2$s; %1$s++) {";
    line(indent, String.format(loop, i, vector.lengthText()));
    scope.within(
        () -> {
          int high = vector.length() - 1;
          scope.wholes.add(new Whole(i, 0, high, vector.asLongAs(), false));
          List<Vector> hidden = List.copyOf(scope.vectors);
          scope.vectors.remove(vector);
          if (scope.chance(0.3)) {
            block(indent + 1, loops + 1);
          }
          String operator = scope.chance(0.7) ? " = " : scope.chance(0.5) ? " += " : " -= ";
          line(indent + 1, vector.name() + "[" + i + "]" + operator + expressions.bounded(2) + ";");
          scope.vectors.clear();
          scope.vectors.addAll(hidden);
        });
    line(indent, "}");
  }

  private void store(int indent) {
    List<Vector> targets = scope.localVectors();
    if (targets.isEmpty()) {
      assignment(indent);
      return;
    }
    Vector vector = scope.any(targets);
    String element = vector.name() + "[" + expressions.index(vector) + "]";
    switch (scope.random.nextInt(scope.isStatic ? 1 : 0, 8)) {
      case 0 -> line(indent, "addTo(" + vector.name() + ", " + expressions.number(1) + ");");
      case 2 -> line(indent, element + " = " + expressions.bounded(2) + ";");
      case 1 -> line(indent, element + " -= " + expressions.bounded(2) + ";");
      case 3 -> {
        line(indent, "if (" + expressions.truth(1) + ") {");
        line(indent + 1, element + " += " + expressions.bounded(2) + ";");
        line(indent, "}");
      }
      default -> line(indent, element + " += " + expressions.bounded(2) + ";");
    }
  }

  private void whole(int indent) {
    switch (scope.random.nextInt(6)) {
      case 0 -> {
        String name = scope.fresh("n");
        line(indent, "int " + name + " = " + expressions.whole() + ";");
        scope.wholes.add(new Whole(name, 0, -1, "", true));
      }
      case 1 -> {
        String name = scope.fresh("n");
        line(indent, "int " + name + " = (int) (3 * " + expressions.bounded(1) + ");");
        scope.wholes.add(new Whole(name, 0, -1, "", true));
      }
      case 2 -> {
        String name = scope.fresh("b");
        line(indent, "boolean " + name + " = " + expressions.truth(2) + ";");
        scope.truths.add(name);
      }
      default -> {
        List<Whole> counters = scope.wholes.stream().filter(Whole::isMutable).toList();
        if (counters.isEmpty()) {
          assignment(indent);
        } else {
          String name = scope.any(counters).name();
          line(
              indent, scope.chance(0.5) ? name + "++;" : name + " += " + expressions.whole() + ";");
        }
      }
    }
  }

  /** Changes a whole number, in the range that is known of it. */
  private void count(int indent) {
    List<Whole> counters = scope.wholes.stream().filter(Whole::isMutable).toList();
    if (counters.isEmpty()) {
      assignment(indent);
      return;
    }
    Whole counter = scope.any(counters);
    String name = counter.name();
    if (counter.high() >= counter.low()) {
      line(indent, name + " = " + inFour() + ";");
    } else {
      line(indent, scope.chance(0.5) ? name + "++;" : name + " += " + expressions.whole() + ";");
    }
  }

  /** A whole number in {@code [0, 3]}. */
  private String inFour() {
    return "Math.floorMod(" + expressions.whole() + ", 4)";
  }

  /** A local that both branches give its first value. */
  private void late(int indent) {
    String name = scope.fresh("v");
    line(indent, scope.type + " " + name + ";");
    line(indent, "if (" + expressions.truth(1) + ") {");
    line(indent + 1, name + " = " + expressions.number(2) + ";");
    line(indent, "} else {");
    line(indent + 1, name + " = " + expressions.number(2) + ";");
    line(indent, "}");
    scope.scalars.add(new Scalar(name, true));
  }

  /** An array of which each element comes from the one before. */
  private void recurrence(int indent, int loops) {
    if (loops == 3) {
      compound(indent);
      return;
    }
    String h = scope.fresh("h");
    String i = scope.fresh("i");
    int length = scope.random.nextInt(2, 6);
    boolean isDownward = scope.chance(0.3);
    line(indent, scope.type + "[] " + h + " = new " + scope.type + "[" + length + "];");
    String first = isDownward ? "[" + (length - 1) + "]" : "[0]";
    line(indent, h + first + " = " + expressions.bounded(2) + ";");
    String loop =
        isDownward
            ? "for (int %1$s = %2$d - 2; %1$s >= 0; %1$s--) {"
            : "for (int %1$s = 1; %1$s < %2$d; %1$s++) {";
    line(indent, String.format(loop, i, length));
    scope.within(
        () -> {
          int low = isDownward ? 0 : 1;
          int high = isDownward ? length - 2 : length - 1;
          scope.wholes.add(new Whole(i, low, high, "", false));
          if (scope.chance(0.4)) {
            block(indent + 1, loops + 1);
          }
          String before = h + "[" + i + (isDownward ? " + 1]" : " - 1]");
          String value = "0.5f * " + before + " + " + expressions.wide(2).text();
          String narrowed =
              scope.isSingle() ? "(float) Math.tanh(" + value + ")" : "Math.tanh(" + value + ")";
          line(indent + 1, h + "[" + i + "] = " + narrowed + ";");
        });
    line(indent, "}");
    scope.vectors.add(new Vector(h, length, "", true));
    scope.read.add(h);
  }
}
