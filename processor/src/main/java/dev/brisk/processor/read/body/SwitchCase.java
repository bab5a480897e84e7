package dev.brisk.processor.read.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way through a switch.
 *
 * @param labels the values that take it
 * @param isDefault whether all others take it too
 * @param value of a switch expression, where it is written without a yield
 */
record SwitchCase(
    Tree tree,
    List<ExpressionTree> labels,
    boolean isDefault,
    Optional<ExpressionTree> value,
    List<? extends StatementTree> statements) {

  /** The ways in source order; labels that share one are together. */
  static List<SwitchCase> of(List<? extends CaseTree> trees) {
    List<SwitchCase> cases = new ArrayList<>();
    List<ExpressionTree> labels = new ArrayList<>();
    boolean isDefault = false;
    for (CaseTree tree : trees) {
      labels.addAll(tree.getExpressions());
      isDefault |= tree.getExpressions().isEmpty();
      boolean isArrow = tree.getCaseKind() == CaseTree.CaseKind.RULE;
      boolean isLast = tree == trees.get(trees.size() - 1);
      if (isArrow || isLast || !tree.getStatements().isEmpty()) {
        cases.add(of(tree, List.copyOf(labels), isDefault));
        labels.clear();
        isDefault = false;
      }
    }
    return cases;
  }

  private static SwitchCase of(CaseTree tree, List<ExpressionTree> labels, boolean isDefault) {
    if (tree.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      return new SwitchCase(tree, labels, isDefault, Optional.empty(), tree.getStatements());
    }
    if (tree.getBody() instanceof ExpressionTree value) {
      return new SwitchCase(tree, labels, isDefault, Optional.of(value), List.of());
    }
    List<StatementTree> body = List.of((StatementTree) tree.getBody());
    return new SwitchCase(tree, labels, isDefault, Optional.empty(), body);
  }

  /** Whether a path through it leaves what is around the switch. */
  boolean leaves() {
    Set<Exit> exits = Exits.of(statements);
    exits.remove(Exit.BREAK);
    return !exits.isEmpty();
  }

  /** Whether a path through it ends the switch by a break. */
  boolean breaks() {
    return Exits.of(statements).contains(Exit.BREAK);
  }

  /** Whether control goes on from its end into the next one. */
  boolean fallsThrough() {
    boolean isGroup = ((CaseTree) tree).getCaseKind() == CaseTree.CaseKind.STATEMENT;
    return isGroup && reachesEnd(statements);
  }

  private static boolean reachesEnd(List<? extends StatementTree> statements) {
    return statements.isEmpty() || reachesEnd(statements.get(statements.size() - 1));
  }

  /** Whether the statement can complete (JLS 14.22). */
  private static boolean reachesEnd(StatementTree tree) {
    if (tree instanceof BlockTree block) {
      return reachesEnd(block.getStatements());
    } else if (tree instanceof IfTree branch) {
      return branch.getElseStatement() == null
          || reachesEnd(branch.getThenStatement())
          || reachesEnd(branch.getElseStatement());
    } else if (tree instanceof SwitchTree choice) {
      List<SwitchCase> cases = of(choice.getCases());
      return cases.stream().noneMatch(SwitchCase::isDefault)
          || cases.stream().anyMatch(SwitchCase::reachesEndOfSwitch);
    }
    return !(tree instanceof BreakTree
        || tree instanceof ContinueTree
        || tree instanceof ReturnTree
        || tree instanceof YieldTree
        || tree instanceof ThrowTree);
  }

  private boolean reachesEndOfSwitch() {
    return breaks() || reachesEnd(statements);
  }
}
