package dev.brisk.processor.read.body;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.brisk.processor.program.Operator;
import java.util.Optional;

/**
 * The head of a counted loop, {@code for (int index = from; index relation to; index += step)}.
 *
 * @param step not 0, and of the direction that the relation needs
 */
record LoopHead(String index, ExpressionTree from, Operator relation, ExpressionTree to, int step) {

  /** The head of the loop, if it counts. */
  static Optional<LoopHead> of(ForLoopTree loop) {
    if (loop.getInitializer().size() != 1
        || !(loop.getInitializer().get(0) instanceof VariableTree index)
        || index.getInitializer() == null
        || !index.getType().toString().equals("int")
        || !(loop.getCondition() instanceof BinaryTree condition)
        || loop.getUpdate().size() != 1) {
      return Optional.empty();
    }
    String name = index.getName().toString();
    int step = step(name, loop.getUpdate().get(0));
    Optional<Operator> relation = relation(condition.getKind());
    boolean counts =
        isNamed(condition.getLeftOperand(), name)
            && relation.isPresent()
            && step != 0
            && isUpward(relation.get()) == step > 0;
    return counts
        ? Optional.of(
            new LoopHead(
                name, index.getInitializer(), relation.get(), condition.getRightOperand(), step))
        : Optional.empty();
  }

  private static boolean isUpward(Operator relation) {
    return relation == Operator.LESS || relation == Operator.LESS_OR_EQUAL;
  }

  private static Optional<Operator> relation(Tree.Kind kind) {
    return switch (kind) {
      case LESS_THAN -> Optional.of(Operator.LESS);
      case LESS_THAN_EQUAL -> Optional.of(Operator.LESS_OR_EQUAL);
      case GREATER_THAN -> Optional.of(Operator.GREATER);
      case GREATER_THAN_EQUAL -> Optional.of(Operator.GREATER_OR_EQUAL);
      default -> Optional.empty();
    };
  }

  /** What the update adds to the index; 0 if it is no such update. */
  private static int step(String index, ExpressionStatementTree update) {
    ExpressionTree expression = update.getExpression();
    if (expression instanceof UnaryTree unary && isNamed(unary.getExpression(), index)) {
      return switch (unary.getKind()) {
        case POSTFIX_INCREMENT, PREFIX_INCREMENT -> 1;
        case POSTFIX_DECREMENT, PREFIX_DECREMENT -> -1;
        default -> 0;
      };
    }
    if (expression instanceof CompoundAssignmentTree assignment
        && isNamed(assignment.getVariable(), index)) {
      return switch (assignment.getKind()) {
        case PLUS_ASSIGNMENT -> literal(assignment.getExpression());
        case MINUS_ASSIGNMENT -> -literal(assignment.getExpression());
        default -> 0;
      };
    }
    if (expression instanceof AssignmentTree assignment
        && isNamed(assignment.getVariable(), index)
        && assignment.getExpression() instanceof BinaryTree sum
        && isNamed(sum.getLeftOperand(), index)) {
      return switch (sum.getKind()) {
        case PLUS -> literal(sum.getRightOperand());
        case MINUS -> -literal(sum.getRightOperand());
        default -> 0;
      };
    }
    return 0;
  }

  private static int literal(ExpressionTree tree) {
    return tree instanceof LiteralTree literal && literal.getValue() instanceof Integer value
        ? value
        : 0;
  }

  private static boolean isNamed(ExpressionTree tree, String name) {
    return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals(name);
  }
}
