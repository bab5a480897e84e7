package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names on whose values the bound of a loop depends. Only the source tells: a helper
 * method in the bound is read once, where Java calls it before every round.
 */
final class BoundNames extends TreeScanner<@Nullable Void, Set<String>> {
  private BoundNames() {}

  static Set<String> in(ExpressionTree bound) {
    Set<String> names = new LinkedHashSet<>();
    new BoundNames().scan(bound, names);
    return names;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, Set<String> names) {
    names.add(tree.getName().toString());
    return null;
  }

  /** The length of an array stays, whatever becomes of its elements; fields stay as well. */
  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, Set<String> names) {
    return null;
  }

  /** The name of the method is no variable. */
  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Set<String> names) {
    return scan(tree.getArguments(), names);
  }
}
