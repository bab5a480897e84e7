package dev.brisk.processor.read.body;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names of the locals that a piece of source assigns. */
final class AssignedNames extends TreeScanner<@Nullable Void, Set<String>> {
  private AssignedNames() {}

  static Set<String> in(Tree tree) {
    Set<String> names = new LinkedHashSet<>();
    new AssignedNames().scan(tree, names);
    return names;
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, Set<String> names) {
    add(tree.getVariable(), names);
    return super.visitAssignment(tree, names);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, Set<String> names) {
    add(tree.getVariable(), names);
    return super.visitCompoundAssignment(tree, names);
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, Set<String> names) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          add(tree.getExpression(), names);
      default -> {
        // Other unary operators assign nothing.
      }
    }
    return super.visitUnary(tree, names);
  }

  private static void add(ExpressionTree target, Set<String> names) {
    if (target instanceof IdentifierTree identifier) {
      names.add(identifier.getName().toString());
    }
  }
}
