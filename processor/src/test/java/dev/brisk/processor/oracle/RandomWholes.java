package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomFunction.Result;
import dev.brisk.processor.oracle.RandomScope.Named;
import dev.brisk.processor.oracle.RandomScope.Vector;
import dev.brisk.processor.oracle.RandomScope.Whole;
import java.util.List;
import java.util.Optional;

/** Writes random expressions of whole numbers, and conditions. */
final class RandomWholes {
  private static final List<String> RELATIONS = List.of("<", "<=", ">", ">=");

  private final RandomScope scope;
  private final RandomExpressions numbers;

  RandomWholes(RandomScope scope, RandomExpressions numbers) {
    this.scope = scope;
    this.numbers = numbers;
  }

  /** Any {@code int}. */
  String whole() {
    String operand = operand();
    return switch (scope.random.nextInt(12)) {
      case 0 -> operand + " + " + scope.random.nextInt(1, 4);
      case 1 -> operand + " - 1";
      case 2 -> operand + " * 2";
      case 3 -> operand + " / 2";
      case 4 -> scope.any("Math.min(", "Math.max(") + operand + ", " + operand() + ")";
      case 5 -> scope.has(Feature.BITS) ? bits(operand) : operand + " % 3";
      case 6 -> scope.has(Feature.LONGS) ? "(int) (" + big() + ")" : operand;
      case 7 -> scope.has(Feature.SWITCHES) ? choice(operand) : operand;
      case 9 -> scope.has(Feature.STEPS) ? step(operand) : operand;
      case 8 ->
          scope.chance(0.3) ? "(" + truth(0) + " ? " + operand + " : " + operand() + ")" : operand;
      default -> operand;
    };
  }

  /** A whole number of a few digits at the most. */
  String small() {
    List<Whole> known = scope.wholes.stream().filter(Whole::isKnown).toList();
    if (!known.isEmpty() && scope.chance(0.5)) {
      return scope.any(known).name();
    }
    if (scope.has(Feature.LONGS) && scope.chance(0.3)) {
      return "(" + big() + " % 7)";
    }
    return "(" + parenthesized(whole()) + " % 5)";
  }

  /** An index of an array that has elements. */
  String below(Vector vector) {
    int length = vector.extent().fixed();
    if (scope.has(Feature.BITS) && Integer.bitCount(length) == 1 && scope.chance(0.4)) {
      return parenthesized(whole()) + " & " + (length - 1);
    }
    if (scope.has(Feature.LONGS) && length > 0 && scope.chance(0.2)) {
      return "(int) Math.abs(" + big() + " % " + length + ")";
    }
    return "Math.floorMod(" + whole() + ", " + vector.lengthText() + ")";
  }

  private String operand() {
    if (!scope.wholeVectors.isEmpty() && scope.chance(0.2)) {
      Optional<String> element = numbers.element(scope.any(scope.wholeVectors));
      if (element.isPresent()) {
        return element.get();
      }
    }
    if (scope.chance(0.1)) {
      Optional<String> call = numbers.calls().any(Result.WHOLE, 1);
      if (call.isPresent()) {
        return call.get();
      }
    }
    if (!scope.wholes.isEmpty() && scope.chance(0.8)) {
      return scope.any(scope.wholes).name();
    }
    Optional<Vector> vector = scope.chance(0.3) ? numbers.vector(true) : Optional.empty();
    return vector
        .map(array -> array.name() + ".length")
        .orElseGet(() -> Integer.toString(scope.random.nextInt(5)));
  }

  private String bits(String operand) {
    return switch (scope.random.nextInt(8)) {
      case 0 -> "(" + operand + " & " + operand() + ")";
      case 1 -> "(" + operand + " | " + scope.random.nextInt(8) + ")";
      case 2 -> "(" + operand + " ^ " + operand() + ")";
      case 3 -> "~" + operand;
      case 4 -> "(" + operand + " << " + scope.random.nextInt(3) + ")";
      case 5 -> "(" + operand + " >> " + operand() + ")";
      case 6 -> "(" + operand + " >>> 29)";
      default -> "(" + operand + " & 3)";
    };
  }

  /** What jumps where a number passes a whole one. */
  private String step(String operand) {
    String number = "3 * " + numbers.bounded(1);
    return scope.any(
        "(int) Math.floor(" + number + ")",
        "(int) Math.ceil(" + number + ")",
        "(int) Math.round(" + number + ")",
        "(int) Math.signum(" + number + ")",
        "(int) Math.rint(0.5 * " + operand + ")");
  }

  private String choice(String operand) {
    return String.format(
        "(switch (%s) { case %d -> %s; case 2, 5 -> 1; default -> %s; })",
        operand, scope.random.nextInt(2), operand(), operand());
  }

  /** Any {@code long}. */
  String big() {
    if (scope.longs.isEmpty()) {
      return "(" + operand() + " * 1_000_000_007L)";
    }
    String operand = scope.any(scope.longs).name();
    if (scope.has(Feature.BITS) && scope.chance(0.5)) {
      return switch (scope.random.nextInt(5)) {
        case 0 -> "(" + operand + " ^ (" + operand + " >>> " + scope.random.nextInt(1, 40) + "))";
        case 1 -> "(" + operand + " << " + operand() + ")";
        case 2 -> "(" + operand + " & 0xffL)";
        case 3 -> "(" + operand + " >> 3)";
        default -> "(~" + operand + " | " + operand() + ")";
      };
    }
    return switch (scope.random.nextInt(6)) {
      case 0 -> "(" + operand + " * 31 + " + operand() + ")";
      case 1 -> "(" + operand + " / 3)";
      case 2 -> "(" + operand + " % 1_000_003L)";
      case 3 -> "(" + operand + " - " + scope.any(scope.longs).name() + ")";
      default -> operand;
    };
  }

  /** A condition. */
  String truth(int depth) {
    return switch (scope.random.nextInt(depth > 0 ? 12 : 8)) {
      case 0, 1 -> numbers.wide(depth - 1).text() + relation() + numbers.wide(depth - 1).text();
      case 2 -> whole() + relation() + whole();
      case 3 -> "(" + whole() + ") % 2 == " + scope.random.nextInt(2);
      case 4, 5 ->
          scope.truths.isEmpty()
              ? numbers.wide(0).text() + relation() + numbers.wide(0).text()
              : scope.any(scope.truths).name();
      case 6 -> whole() + (scope.chance(0.5) ? " != " : " == ") + whole();
      case 7 -> scope.has(Feature.LONGS) ? big() + relation() + big() : "true";
      case 8 -> "(" + truth(depth - 1) + " && " + truth(depth - 1) + ")";
      case 9 -> "(" + truth(depth - 1) + " || " + truth(depth - 1) + ")";
      case 10 -> scope.has(Feature.BITS) ? bitsOfTruth(depth) : truth(depth - 1);
      default -> "!(" + truth(depth - 1) + ")";
    };
  }

  /** Without a shortcut: both sides are always computed. */
  private String bitsOfTruth(int depth) {
    String operator = scope.any(" & ", " | ", " ^ ");
    return "((" + truth(depth - 1) + ")" + operator + "(" + truth(depth - 1) + "))";
  }

  private String relation() {
    return " " + scope.any(RELATIONS) + " ";
  }

  private static String parenthesized(String operand) {
    boolean isName = operand.chars().allMatch(Character::isJavaIdentifierPart);
    return isName ? operand : "(" + operand + ")";
  }

  /** A truth value that may be assigned. */
  Optional<Named> mutableTruth() {
    List<Named> mutable = scope.truths.stream().filter(Named::isMutable).toList();
    return mutable.isEmpty() ? Optional.empty() : Optional.of(scope.any(mutable));
  }
}
