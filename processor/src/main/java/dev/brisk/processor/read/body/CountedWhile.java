package dev.brisk.processor.read.body;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A while loop that counts, {@code while (i < n) { ...; i++; }}, and could be a for loop.
 *
 * @param head of that for loop
 * @param update the statement that ends the body
 */
record CountedWhile(String head, String update) {

  /** The loop, if its last statement counts what its condition asks for. */
  static Optional<CountedWhile> of(WhileLoopTree loop, MethodTree method) {
    if (!(loop.getStatement() instanceof BlockTree block)
        || !(((ParenthesizedTree) loop.getCondition()).getExpression()
            instanceof BinaryTree condition)) {
      return Optional.empty();
    }
    List<? extends StatementTree> body = block.getStatements();
    if (body.isEmpty() || !(body.get(body.size() - 1) instanceof ExpressionStatementTree last)) {
      return Optional.empty();
    }
    ExpressionTree update = last.getExpression();
    return Stream.of(condition.getLeftOperand(), condition.getRightOperand())
        .filter(IdentifierTree.class::isInstance)
        .map(ExpressionTree::toString)
        .filter(name -> LoopHead.step(name, update, CountedWhile::literal) != 0)
        .filter(
            name ->
                body.stream()
                    .limit(body.size() - 1)
                    .noneMatch(statement -> AssignedNames.in(statement).contains(name)))
        .findFirst()
        .flatMap(name -> Declarations.first(name, method))
        .map(
            index ->
                new CountedWhile(
                    "for (int "
                        + index.getName()
                        + " = "
                        + index.getInitializer()
                        + "; "
                        + condition
                        + "; "
                        + update
                        + ")",
                    last.toString()));
  }

  private static int literal(ExpressionTree tree) {
    return tree instanceof LiteralTree literal && literal.getValue() instanceof Integer value
        ? value
        : 0;
  }

  /** Finds where a local gets its first value. */
  private static final class Declarations extends TreeScanner<@Nullable VariableTree, String> {
    static Optional<VariableTree> first(String name, MethodTree method) {
      return Optional.ofNullable(new Declarations().scan(method.getBody(), name));
    }

    @Override
    public @Nullable VariableTree visitVariable(VariableTree tree, String name) {
      return tree.getName().contentEquals(name) && tree.getInitializer() != null ? tree : null;
    }

    @Override
    public @Nullable VariableTree reduce(@Nullable VariableTree one, @Nullable VariableTree other) {
      return one == null ? other : one;
    }
  }
}
