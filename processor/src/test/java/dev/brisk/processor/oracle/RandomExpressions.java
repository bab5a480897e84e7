package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomFunction.Result;
import dev.brisk.processor.oracle.RandomScope.Extent;
import dev.brisk.processor.oracle.RandomScope.Matrix;
import dev.brisk.processor.oracle.RandomScope.Vector;
import dev.brisk.processor.oracle.RandomScope.Whole;
import java.util.List;
import java.util.Optional;

/** Writes random expressions, smooth ones for the most part and none that grows fast. */
final class RandomExpressions {
  private static final List<String> LITERALS =
      List.of("0.5", "1.25", "0.3", "2.0", "1.0", "0.75", "0.1", "0.0");

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
  private final RandomWholes wholes;
  private final RandomCalls calls;
  private final RandomOperations operations;

  RandomExpressions(RandomScope scope) {
    this.scope = scope;
    this.wholes = new RandomWholes(scope, this);
    this.calls = new RandomCalls(scope, this);
    this.operations = new RandomOperations(scope, this);
  }

  RandomWholes wholes() {
    return wholes;
  }

  RandomCalls calls() {
    return calls;
  }

  RandomOperations operations() {
    return operations;
  }

  /**
   * An expression.
   *
   * @param isWide whether it is a {@code double} in a program of {@code float}s
   */
  record Text(String text, boolean isWide) {}

  /** A number of the program's type. */
  String number(int depth) {
    return narrowed(wide(depth));
  }

  private String narrowed(Text number) {
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

  /** A number that is bounded however often it is computed from itself. */
  String tame(int depth) {
    if (scope.loops == 0) {
      return number(depth);
    }
    return scope.chance(0.7) ? bounded(depth) : "0.5f * " + leaf().text() + " + " + bounded(depth);
  }

  /** A number of the program's type or wider. */
  Text wide(int depth) {
    if (depth <= 0) {
      return leaf();
    }
    return switch (scope.random.nextInt(16)) {
      case 0, 1 -> binary(wide(depth - 1), "+", wide(depth - 1));
      case 2 -> binary(wide(depth - 1), "-", wide(depth - 1));
      case 3 -> binary(wide(depth - 1), "*", new Text(bounded(depth - 1), false));
      case 4 -> binary(leaf(), "*", leaf());
      case 5 -> negated(wide(depth - 1));
      case 6, 7 -> {
        String operand = parenthesized(wide(depth - 1));
        yield new Text(scope.any(SMOOTH).replace("#", operand), scope.isSingle());
      }
      case 8 -> smoothOfTwo(depth);
      case 9 -> conditional(depth);
      case 10 -> kinked(depth);
      case 11, 12 -> calls.any(Result.NUMBER, depth).map(this::narrow).orElseGet(this::leaf);
      case 13 -> scope.has(Feature.SWITCHES) ? choice(depth) : leaf();
      case 14 -> scope.has(Feature.VECTOR_OPERATIONS) ? ofVectors(depth) : leaf();
      default -> leaf();
    };
  }

  private Text ofVectors(int depth) {
    return operations.number(depth).map(this::narrow).orElseGet(this::leaf);
  }

  private Text narrow(String text) {
    return new Text(text, false);
  }

  private static Text negated(Text operand) {
    return new Text("-(" + operand.text() + ")", operand.isWide());
  }

  private Text smoothOfTwo(int depth) {
    String template = scope.any(SMOOTH_OF_TWO);
    Text one = wide(depth - 1);
    Text other = wide(depth - 1);
    String text = template.replace("#", parenthesized(one)).replace("@", parenthesized(other));
    boolean isWide = one.isWide() || other.isWide() || template.contains(".");
    return new Text("(" + text + ")", isWide && scope.isSingle());
  }

  private Text conditional(int depth) {
    Text then = wide(depth - 1);
    Text otherwise = wide(depth - 1);
    String text =
        "(" + wholes.truth(depth - 1) + " ? " + then.text() + " : " + otherwise.text() + ")";
    return new Text(text, then.isWide() || otherwise.isWide());
  }

  /** One of three numbers, one of them by a block. */
  private Text choice(int depth) {
    Text first = wide(depth - 1);
    Text second = leaf();
    Text last = wide(depth - 1);
    String kept = scope.fresh("y");
    String block =
        scope.chance(0.4)
            ? "{ "
                + scope.type
                + " "
                + kept
                + " = "
                + narrowed(second)
                + "; yield "
                + kept
                + " * "
                + kept
                + "; }"
            : second.text() + ";";
    String text =
        String.format(
            "(switch (%s) { case 0%s -> %s; case 1 -> %s default -> %s; })",
            wholes.whole(), scope.any("", ", 3", ", -1"), first.text(), block, last.text());
    return new Text(text, first.isWide() || second.isWide() || last.isWide());
  }

  private Text kinked(int depth) {
    Text one = wide(depth - 1);
    Text other = wide(depth - 1);
    boolean isWide = one.isWide() || other.isWide();
    String pair = "(" + one.text() + ", " + other.text() + ")";
    return switch (scope.random.nextInt(8)) {
      case 0 -> new Text("Math.max" + pair, isWide);
      case 1 -> new Text("Math.min" + pair, isWide);
      case 2 -> new Text("Math.abs(" + one.text() + ")", one.isWide());
      case 3 -> new Text("Math.max(0, " + one.text() + ")", one.isWide());
      case 4 -> new Text("Losses.huber(" + one.text() + ", " + other.text() + ", 0.7f)", isWide);
      case 5 -> new Text("Losses.logCosh" + pair, isWide);
      case 6 -> crossEntropy();
      default -> new Text("Losses.squared" + pair, isWide);
    };
  }

  /** A loss of an array as a whole. */
  private Text crossEntropy() {
    Optional<Vector> vector = readable(false);
    if (vector.isEmpty()) {
      return leaf();
    }
    String label = "Math.floorMod(" + wholes.whole() + ", " + vector.get().lengthText() + ")";
    return new Text(
        "Losses.softmaxCrossEntropy(" + vector.get().name() + ", " + label + ")", false);
  }

  /** An array or a row, which is read from here on. */
  Optional<Vector> readable(boolean mayBeNone) {
    Optional<Vector> vector = vector(mayBeNone);
    vector.filter(Vector::isLocal).ifPresent(read -> scope.markRead(read.name()));
    return vector;
  }

  /** An array or a row. */
  Optional<Vector> vector(boolean mayBeNone) {
    if (!scope.matrices.isEmpty() && scope.chance(0.4)) {
      Matrix matrix = scope.any(scope.matrices);
      if (matrix.isLocal()) {
        scope.markRead(matrix.name());
      }
      Optional<Vector> row = row(matrix);
      if (row.isPresent() && (mayBeNone || !row.get().extent().mayBeNone())) {
        return row;
      }
    }
    List<Vector> fitting =
        scope.vectors.stream().filter(known -> mayBeNone || !known.extent().mayBeNone()).toList();
    return fitting.isEmpty() ? Optional.empty() : Optional.of(scope.any(fitting));
  }

  /** A row of the matrix, of which the text means the same as long as it can be seen. */
  Optional<Vector> row(Matrix matrix) {
    if (!matrix.isRagged()) {
      return index(matrix.outer()).map(matrix::row);
    }
    List<Whole> steady =
        scope.wholes.stream()
            .filter(whole -> !whole.isMutable() && matrix.rows().isRangeOf(whole))
            .toList();
    if (steady.isEmpty() || scope.chance(0.2)) {
      boolean hasRow = matrix.rows().fixed() > 0 || !matrix.rows().mayBeNone();
      return hasRow ? Optional.of(matrix.row("0")) : Optional.empty();
    }
    return Optional.of(matrix.row(scope.any(steady).name()));
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
    if (choice < 5 && !scope.numbers.isEmpty()) {
      return new Text(scope.any(scope.numbers).name(), false);
    }
    if (choice < 8) {
      Optional<String> element = readable(true).flatMap(this::element);
      if (element.isPresent()) {
        return new Text(element.get(), false);
      }
    }
    if (choice == 8) {
      String scale = scope.isSingle() ? "0.25f" : "0.25";
      return new Text("(" + scale + " * " + wholes.small() + ")", false);
    }
    String literal = scope.any(LITERALS);
    return new Text(scope.isSingle() ? literal + "f" : literal, false);
  }

  /** An element of the array, if one is known to exist. */
  Optional<String> element(Vector vector) {
    return index(vector).map(index -> vector.name() + "[" + index + "]");
  }

  /** An index that is in the range of the array. */
  Optional<String> index(Vector vector) {
    Extent extent = vector.extent();
    List<Whole> fitting = scope.wholes.stream().filter(extent::isRangeOf).toList();
    if (!fitting.isEmpty() && scope.chance(0.75)) {
      return Optional.of(scope.any(fitting).name());
    }
    if (extent.mayBeNone()) {
      return fitting.isEmpty() ? Optional.empty() : Optional.of(scope.any(fitting).name());
    }
    if (extent.fixed() > 0 && scope.chance(0.4)) {
      return Optional.of(Integer.toString(scope.random.nextInt(extent.fixed())));
    }
    return Optional.of(wholes.below(vector));
  }
}
