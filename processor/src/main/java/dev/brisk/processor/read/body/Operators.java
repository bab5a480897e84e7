package dev.brisk.processor.read.body;

import com.sun.source.tree.Tree;
import dev.brisk.processor.program.Operator;
import java.util.Optional;

/** The operators of the language among those of Java. */
final class Operators {
  private Operators() {}

  /** The operator of a binary expression. */
  static Optional<Operator> of(Tree.Kind kind) {
    return switch (kind) {
      case MULTIPLY -> Optional.of(Operator.MULTIPLY);
      case DIVIDE -> Optional.of(Operator.DIVIDE);
      case REMAINDER -> Optional.of(Operator.REMAINDER);
      case PLUS -> Optional.of(Operator.ADD);
      case MINUS -> Optional.of(Operator.SUBTRACT);
      case LEFT_SHIFT -> Optional.of(Operator.SHIFT_LEFT);
      case RIGHT_SHIFT -> Optional.of(Operator.SHIFT_RIGHT);
      case UNSIGNED_RIGHT_SHIFT -> Optional.of(Operator.SHIFT_RIGHT_UNSIGNED);
      case LESS_THAN -> Optional.of(Operator.LESS);
      case LESS_THAN_EQUAL -> Optional.of(Operator.LESS_OR_EQUAL);
      case GREATER_THAN -> Optional.of(Operator.GREATER);
      case GREATER_THAN_EQUAL -> Optional.of(Operator.GREATER_OR_EQUAL);
      case EQUAL_TO -> Optional.of(Operator.EQUAL);
      case NOT_EQUAL_TO -> Optional.of(Operator.NOT_EQUAL);
      case AND -> Optional.of(Operator.BITWISE_AND);
      case XOR -> Optional.of(Operator.BITWISE_XOR);
      case OR -> Optional.of(Operator.BITWISE_OR);
      case CONDITIONAL_AND -> Optional.of(Operator.AND);
      case CONDITIONAL_OR -> Optional.of(Operator.OR);
      default -> Optional.empty();
    };
  }

  /** The operator that a compound assignment applies, {@code ADD} for {@code +=}. */
  static Optional<Operator> ofAssignment(Tree.Kind kind) {
    return switch (kind) {
      case MULTIPLY_ASSIGNMENT -> Optional.of(Operator.MULTIPLY);
      case DIVIDE_ASSIGNMENT -> Optional.of(Operator.DIVIDE);
      case REMAINDER_ASSIGNMENT -> Optional.of(Operator.REMAINDER);
      case PLUS_ASSIGNMENT -> Optional.of(Operator.ADD);
      case MINUS_ASSIGNMENT -> Optional.of(Operator.SUBTRACT);
      case LEFT_SHIFT_ASSIGNMENT -> Optional.of(Operator.SHIFT_LEFT);
      case RIGHT_SHIFT_ASSIGNMENT -> Optional.of(Operator.SHIFT_RIGHT);
      case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> Optional.of(Operator.SHIFT_RIGHT_UNSIGNED);
      case AND_ASSIGNMENT -> Optional.of(Operator.BITWISE_AND);
      case XOR_ASSIGNMENT -> Optional.of(Operator.BITWISE_XOR);
      case OR_ASSIGNMENT -> Optional.of(Operator.BITWISE_OR);
      default -> Optional.empty();
    };
  }
}
