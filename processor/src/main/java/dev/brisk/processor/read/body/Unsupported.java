package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import java.util.Locale;

/** Says of what the language lacks what it is called and what to write instead. */
final class Unsupported {
  private Unsupported() {}

  static Refusal expression(ExpressionTree tree, Place place) {
    return switch (tree.getKind()) {
      case ASSIGNMENT,
          PLUS_ASSIGNMENT,
          MINUS_ASSIGNMENT,
          MULTIPLY_ASSIGNMENT,
          DIVIDE_ASSIGNMENT,
          REMAINDER_ASSIGNMENT,
          LEFT_SHIFT_ASSIGNMENT,
          RIGHT_SHIFT_ASSIGNMENT,
          UNSIGNED_RIGHT_SHIFT_ASSIGNMENT,
          AND_ASSIGNMENT,
          XOR_ASSIGNMENT,
          OR_ASSIGNMENT,
          PREFIX_INCREMENT,
          PREFIX_DECREMENT,
          POSTFIX_INCREMENT,
          POSTFIX_DECREMENT ->
          expression(
              place,
              "the assignment `" + tree + "` inside an expression",
              "Write it as a statement of its own, before or after");
      case LAMBDA_EXPRESSION, MEMBER_REFERENCE ->
          expression(place, "a lambda or method reference", "Write a for loop over the elements");
      case NEW_CLASS ->
          expression(
              place, "the new object `" + tree + "`", "Keep its values in locals or in arrays");
      case NEW_ARRAY ->
          expression(
              place,
              "a new array inside an expression",
              "Declare it first, `double[] values = new double[n];`");
      case TYPE_CAST ->
          expression(place, "the cast `" + tree + "`", "Cast to int, long, float or double");
      case STRING_LITERAL, CHAR_LITERAL, NULL_LITERAL ->
          expression(place, "the value `" + tree + "`", "Compute with numbers alone");
      default ->
          expression(place, "`" + tree + "`", "Write it with the operations that are supported");
    };
  }

  /** What an expression does beside giving its value. */
  static Refusal effect(String what, Place place) {
    return expression(place, what + " expression", "Write a switch statement in its place");
  }

  /** A label of a switch that is no number. */
  static Refusal label(ExpressionTree tree, Place place) {
    return statement(
        place,
        "the label `" + tree + "` of a switch",
        "Number the cases, `static final int FIRST = 0;`, and switch on an int");
  }

  /** A while loop that could be a for loop. */
  static Refusal counted(CountedWhile loop, Place place) {
    return statement(
        place,
        "a while loop",
        "Write `" + loop.head() + "`, without `" + loop.update() + "` at the end of its body");
  }

  /** The statements of a case that do not end by leaving the switch. */
  static Refusal fallingThrough(Place place) {
    return statement(
        place,
        "a case that falls through into the next",
        "End it with `break;`, or write `case 0 -> ...`");
  }

  private static Refusal expression(Place place, String what, String instead) {
    return Refusal.because(Problem.UNSUPPORTED_EXPRESSION, place, what, instead);
  }

  static Refusal statement(StatementTree tree, Place place) {
    return switch (tree.getKind()) {
      case WHILE_LOOP, DO_WHILE_LOOP ->
          statement(
              place,
              "a while loop",
              "Write a counted loop, `for (int i = 0; i < n; i++)`, with the number of rounds it"
                  + " needs at the most, and `break` where it is done");
      case FOR_LOOP ->
          statement(
              place,
              "a for loop that does not count",
              "Write `for (int i = from; i < to; i += step)` with an int index and a constant step");
      case BREAK, CONTINUE, LABELED_STATEMENT ->
          statement(
              place,
              "a label",
              "Write the inner loop as a method of its own that returns early, or keep in a boolean"
                  + " that the outer loop is to be left");
      case TRY, THROW ->
          statement(
              place,
              "`" + tree.getKind().name().toLowerCase(Locale.ROOT) + "`",
              "Check the examples before training");
      case CLASS -> statement(place, "a local class", "Declare it outside of the method");
      case ASSERT, SYNCHRONIZED ->
          statement(
              place, "`" + tree.getKind().name().toLowerCase(Locale.ROOT) + "`", "Leave it out");
      default -> statement(place, "this statement", "Write it with assignments and loops");
    };
  }

  private static Refusal statement(Place place, String what, String instead) {
    return Refusal.because(Problem.UNSUPPORTED_STATEMENT, place, what, instead);
  }
}
