package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Vector;
import dev.brisk.processor.oracle.RandomScope.Whole;
import java.util.List;

/** Writes random expressions, smooth ones for the most part and none that grows fast. */
final class RandomExpressions {
  private static final List<String> LITERALS =
      List.of("0.5", "1.25", "0.3", "2.0", "1.0", "0.75", "0.1", "0.0");
  private static final List<String> RELATIONS = List.of("<", "<=", ">", ">=");

  /** Functions of one number, of which {@code #} stands for the text. */
  private static final List<String> SMOOTH =
      List.of(
          "Math.tanh(#)",
          "Math.sin(#)",
          "Math.cos(#)",
          "Math.atan(#)",
          "Math.exp(Math.tanh(#))",
          "Math.exp(-(# * #))",
          "Math.log(1.5 + Math.sin(#))",
          "Math.log1p(# * #)",
          "Math.log10(1.2 + # * #)",
          "Math.sqrt(1.1 + # * #)",
          "Math.cbrt(3 + Math.sin(#))",
          "Math.expm1(0.5 * Math.sin(#))",
          "Math.pow(1.5 + Math.sin(#), 2.5)",
          "Math.pow(Math.cos(#), 2)",
          "Math.pow(Math.sin(#), 3)",
          "Math.asin(0.5 * Math.sin(#))",
          "Math.acos(0.5 * Math.cos(#))",
          "Math.sinh(Math.sin(#))",
          "Math.cosh(Math.sin(#))",
          "Math.tan(0.5 * Math.tanh(#))",
          "(1 / (1 + Math.exp(-(#))))");

  /** Functions of two numbers, {@code #} and {@code @}. */
  private static final List<String> SMOOTH_OF_TWO =
      List.of(
          "# / (1.5 + Math.sin(@))",
          "Math.hypot(#, 1.2 + @ * @)",
          "Math.pow(1.5 + Math.sin(#), Math.tanh(@))",
          "Math.tanh(#) * Math.tanh(@)",
          "Math.exp(-(# * #)) * @",
          "# / (1 + @ * @)",
          "(# - @) * 0.5");

  private final RandomScope scope;

  RandomExpressions(RandomScope scope) {
    this.scope = scope;
  }

  /**
   * An expression.
   *
   * @param isWide whether it is a {@code double} in a program of {@code float}s
   */
  record Text(String text, boolean isWide) {}

  /** A number of the program's type. */
  String number(int depth) {
    Text number = wide(depth);
    return number.isWide() ? "(" + scope.type + ") (" + number.text() + ")" : number.text();
  }

  /** A number between -1 and 1, or so. */
  String bounded(int depth) {
    String inner = wide(depth).text();
    String text =
        switch (scope.random.nextInt(4)) {
          case 0 -> "Math.sin(" + inner + ")";
          case 1 -> "Math.atan(" + inner + ")";
          default -> "Math.tanh(" + inner + ")";
        };
    return scope.isSingle() ? "(float) " + text : text;
  }

  /** A number of the program's type or wider. */
  Text wide(int depth) {
    if (depth <= 0) {
      return leaf();
    }
    switch (scope.random.nextInt(14)) {
      case 0, 1 -> {
        return binary(wide(depth - 1), "+", wide(depth - 1));
      }
      case 2 -> {
        return binary(wide(depth - 1), "-", wide(depth - 1));
      }
      case 3, 4 -> {
        return binary(wide(depth - 1), "*", wide(depth - 1));
      }
      case 5 -> {
        Text operand = wide(depth - 1);
        return new Text("-(" + operand.text() + ")", operand.isWide());
      }
      case 6, 7 -> {
        String operand = parenthesized(wide(depth - 1));
        return new Text(scope.any(SMOOTH).replace("#", operand), scope.isSingle());
      }
      case 8 -> {
        return smoothOfTwo(depth);
      }
      case 9 -> {
        Text then = wide(depth - 1);
        Text otherwise = wide(depth - 1);
        String text = "(" + truth(depth - 1) + " ? " + then.text() + " : " + otherwise.text() + ")";
        return new Text(text, then.isWide() || otherwise.isWide());
      }
      case 10 -> {
        return kinked(depth);
      }
      case 11 -> {
        return call(depth);
      }
      default -> {
        return leaf();
      }
    }
  }

  private Text smoothOfTwo(int depth) {
    Text one = wide(depth - 1);
    Text other = wide(depth - 1);
    if (scope.chance(0.2)) {
      String text = "Math.fma(" + one.text() + ", 0.5f, " + other.text() + ")";
      return new Text(text, one.isWide() || other.isWide());
    }
    String text =
        scope
            .any(SMOOTH_OF_TWO)
            .replace("#", parenthesized(one))
            .replace("@", parenthesized(other));
    return new Text("(" + text + ")", scope.isSingle());
  }

  private Text kinked(int depth) {
    Text one = wide(depth - 1);
    Text other = wide(depth - 1);
    boolean isWide = one.isWide() || other.isWide();
    return switch (scope.random.nextInt(8)) {
      case 0 -> new Text("Math.max(" + one.text() + ", " + other.text() + ")", isWide);
      case 1 -> new Text("Math.min(" + one.text() + ", " + other.text() + ")", isWide);
      case 2 -> new Text("Math.abs(" + one.text() + ")", one.isWide());
      case 3 -> new Text("Math.max(0, " + one.text() + ")", one.isWide());
      case 4 -> new Text("Losses.huber(" + one.text() + ", " + other.text() + ", 0.7f)", isWide);
      case 5 -> new Text("Losses.logCosh(" + one.text() + ", " + other.text() + ")", isWide);
      case 6 -> crossEntropy();
      default -> new Text("Losses.squared(" + one.text() + ", " + other.text() + ")", isWide);
    };
  }

  /** A loss of an array as a whole. */
  private Text crossEntropy() {
    if (scope.vectors.isEmpty()) {
      return leaf();
    }
    Vector vector = read();
    String label = "Math.floorMod(" + whole() + ", " + vector.lengthText() + ")";
    return new Text("Losses.softmaxCrossEntropy(" + vector.name() + ", " + label + ")", false);
  }

  /** An array, which is read from here on. */
  Vector read() {
    Vector vector = scope.any(scope.vectors);
    if (vector.isLocal()) {
      scope.read.add(vector.name());
    }
    return vector;
  }

  private Text call(int depth) {
    if (scope.functions.isEmpty()) {
      return leaf();
    }
    String text =
        scope.any(scope.functions) + "(" + number(depth - 1) + ", " + number(depth - 1) + ")";
    return new Text(text, false);
  }

  private static Text binary(Text left, String operator, Text right) {
    return new Text(
        "(" + left.text() + " " + operator + " " + right.text() + ")",
        left.isWide() || right.isWide());
  }

  private static String parenthesized(Text operand) {
    boolean isName = operand.text().chars().allMatch(Character::isJavaIdentifierPart);
    return isName ? operand.text() : "(" + operand.text() + ")";
  }

  private Text leaf() {
    int choice = scope.random.nextInt(10);
    if (choice < 5 && !scope.scalars.isEmpty()) {
      return new Text(scope.any(scope.scalars).name(), false);
    }
    if (choice < 8 && !scope.vectors.isEmpty()) {
      Vector vector = read();
      return new Text(vector.name() + "[" + index(vector) + "]", false);
    }
    if (choice == 8 && !scope.wholes.isEmpty()) {
      String whole = scope.any(scope.wholes).name();
      return new Text("(" + (scope.isSingle() ? "0.25f" : "0.25") + " * " + whole + ")", false);
    }
    String literal = scope.any(LITERALS);
    return new Text(scope.isSingle() ? literal + "f" : literal, false);
  }

  /** An index that is in the range of the array. */
  String index(Vector vector) {
    List<Whole> fitting = scope.wholes.stream().filter(whole -> isIndex(whole, vector)).toList();
    if (!fitting.isEmpty() && scope.chance(0.75)) {
      return scope.any(fitting).name();
    }
    if (vector.length() > 0 && scope.chance(0.4)) {
      return Integer.toString(scope.random.nextInt(vector.length()));
    }
    return "Math.floorMod(" + whole() + ", " + vector.lengthText() + ")";
  }

  static boolean isIndex(Whole whole, Vector vector) {
    if (vector.length() == 0) {
      return whole.indexOf().equals(vector.asLongAs());
    }
    return whole.low() >= 0 && whole.low() <= whole.high() && whole.high() < vector.length();
  }

  /** Any whole number. */
  String whole() {
    String operand =
        scope.wholes.isEmpty()
            ? Integer.toString(scope.random.nextInt(5))
            : scope.any(scope.wholes).name();
    return switch (scope.random.nextInt(6)) {
      case 0 -> operand + " + " + scope.random.nextInt(1, 4);
      case 1 -> operand + " - 1";
      case 2 -> operand + " * 2";
      case 3 -> operand + " / 2";
      default -> operand;
    };
  }

  /** A condition. */
  String truth(int depth) {
    return switch (scope.random.nextInt(depth > 0 ? 9 : 6)) {
      case 0, 1 -> wide(depth - 1).text() + relation() + wide(depth - 1).text();
      case 2 -> whole() + relation() + whole();
      case 3 -> "(" + whole() + ") % 2 == " + scope.random.nextInt(2);
      case 4 ->
          scope.truths.isEmpty()
              ? wide(0).text() + relation() + wide(0).text()
              : scope.any(scope.truths);
      case 5 -> whole() + (scope.chance(0.5) ? " != " : " == ") + whole();
      case 6 -> "(" + truth(depth - 1) + " && " + truth(depth - 1) + ")";
      case 7 -> "(" + truth(depth - 1) + " || " + truth(depth - 1) + ")";
      default -> "!(" + truth(depth - 1) + ")";
    };
  }

  private String relation() {
    return " " + scope.any(RELATIONS) + " ";
  }
}
