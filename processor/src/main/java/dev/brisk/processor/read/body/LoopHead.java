package dev.brisk.processor.read.body;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.brisk.processor.program.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The head of a counted loop, {@code for (int index = from; index relation to; index += step)}.
 *
 * @param variables that are declared in the head, the index among them
 * @param step not 0, and of the direction that the relation needs
 */
record LoopHead(
    String index, List<VariableTree> variables, Operator relation, ExpressionTree to, int step) {

  /**
   * The head of the loop, if it counts.
   *
   * @param constant the value of an expression that is a constant; else 0
   */
  static Optional<LoopHead> of(ForLoopTree loop, ToIntFunction<ExpressionTree> constant) {
    List<VariableTree> variables = new ArrayList<>();
    for (StatementTree initializer : loop.getInitializer()) {
      if (initializer instanceof VariableTree variable && variable.getInitializer() != null) {
        variables.add(variable);
      }
    }
    if (variables.size() < loop.getInitializer().size() || loop.getUpdate().size() != 1) {
      return Optional.empty();
    }
    ExpressionTree update = loop.getUpdate().get(0).getExpression();
    return variables.stream()
        .filter(variable -> isInt(variable.getType()))
        .map(variable -> variable.getName().toString())
        .filter(name -> step(name, update, constant) != 0)
        .findFirst()
        .flatMap(
            name ->
                bound(name, loop.getCondition())
                    .map(
                        bound ->
                            new LoopHead(
                                name,
                                variables,
                                bound.relation(),
                                bound.to(),
                                step(name, update, constant))))
        .filter(LoopHead::counts);
  }

  private static boolean isInt(Tree type) {
    return type == null || type.toString().equals("int") || type.toString().equals("var");
  }

  private boolean counts() {
    boolean isUpward = relation == Operator.LESS || relation == Operator.LESS_OR_EQUAL;
    return isUpward == step > 0;
  }

  private record Bound(Operator relation, ExpressionTree to) {}

  /** {@code index < to} or {@code to > index}. */
  private static Optional<Bound> bound(String index, ExpressionTree tree) {
    if (!(tree instanceof BinaryTree condition)) {
      return Optional.empty();
    }
    Optional<Operator> relation = Operators.of(condition.getKind()).filter(Operator::isOrdering);
    if (isNamed(condition.getLeftOperand(), index)) {
      return relation.map(found -> new Bound(found, condition.getRightOperand()));
    }
    return isNamed(condition.getRightOperand(), index)
        ? relation.map(found -> new Bound(turned(found), condition.getLeftOperand()))
        : Optional.empty();
  }

  private static Operator turned(Operator relation) {
    return switch (relation) {
      case LESS -> Operator.GREATER;
      case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
      case GREATER -> Operator.LESS;
      case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
      default -> throw new IllegalArgumentException(relation.symbol());
    };
  }

  /** What the update adds to the index; 0 if it is no such update. */
  static int step(String index, ExpressionTree update, ToIntFunction<ExpressionTree> constant) {
    if (update instanceof UnaryTree unary && isNamed(unary.getExpression(), index)) {
      return switch (unary.getKind()) {
        case POSTFIX_INCREMENT, PREFIX_INCREMENT -> 1;
        case POSTFIX_DECREMENT, PREFIX_DECREMENT -> -1;
        default -> 0;
      };
    }
    if (update instanceof CompoundAssignmentTree assignment
        && isNamed(assignment.getVariable(), index)) {
      return switch (assignment.getKind()) {
        case PLUS_ASSIGNMENT -> constant.applyAsInt(assignment.getExpression());
        case MINUS_ASSIGNMENT -> -constant.applyAsInt(assignment.getExpression());
        default -> 0;
      };
    }
    if (update instanceof AssignmentTree assignment
        && isNamed(assignment.getVariable(), index)
        && assignment.getExpression() instanceof BinaryTree sum
        && isNamed(sum.getLeftOperand(), index)) {
      return switch (sum.getKind()) {
        case PLUS -> constant.applyAsInt(sum.getRightOperand());
        case MINUS -> -constant.applyAsInt(sum.getRightOperand());
        default -> 0;
      };
    }
    return 0;
  }

  private static boolean isNamed(ExpressionTree tree, String name) {
    return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals(name);
  }
}
