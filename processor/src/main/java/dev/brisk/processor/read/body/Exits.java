package dev.brisk.processor.read.body;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the ways in which control leaves a statement, other than at its end. */
final class Exits extends TreeScanner<@Nullable Void, Set<Exit>> {
  private Exits() {}

  /** The exits that lead out of the statement. */
  static Set<Exit> of(Tree tree) {
    Set<Exit> exits = EnumSet.noneOf(Exit.class);
    new Exits().scan(tree, exits);
    return exits;
  }

  /** The exits that lead out of one of the statements. */
  static Set<Exit> of(Iterable<? extends Tree> trees) {
    Set<Exit> exits = EnumSet.noneOf(Exit.class);
    new Exits().scan(trees, exits);
    return exits;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, Set<Exit> exits) {
    exits.add(Exit.BREAK);
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, Set<Exit> exits) {
    exits.add(Exit.CONTINUE);
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, Set<Exit> exits) {
    exits.add(Exit.RETURN);
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, Set<Exit> exits) {
    exits.add(Exit.YIELD);
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, Set<Exit> exits) {
    return loop(tree.getStatement(), exits);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, Set<Exit> exits) {
    return loop(tree.getStatement(), exits);
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, Set<Exit> exits) {
    return loop(tree.getStatement(), exits);
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, Set<Exit> exits) {
    return loop(tree.getStatement(), exits);
  }

  private static @Nullable Void loop(Tree body, Set<Exit> exits) {
    Set<Exit> inner = of(body);
    inner.remove(Exit.BREAK);
    inner.remove(Exit.CONTINUE);
    exits.addAll(inner);
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, Set<Exit> exits) {
    Set<Exit> inner = of(tree.getCases());
    inner.remove(Exit.BREAK);
    exits.addAll(inner);
    return null;
  }

  /** Control leaves a switch expression by its value alone. */
  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Set<Exit> exits) {
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Set<Exit> exits) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Set<Exit> exits) {
    return null;
  }
}
