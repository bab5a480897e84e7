package dev.brisk.processor.read.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.YieldTree;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Type;
import java.util.List;
import java.util.function.Predicate;

/**
 * Brings the paths through a statement together at its end, if what follows would else be read once
 * for each: a truth value says whether a path has left, and what follows is for those that have
 * not.
 */
final class JoinReader {
  private final BodyReader body;
  private final BranchReader branches;
  private final PathReader paths;

  JoinReader(BodyReader body, BranchReader branches, PathReader paths) {
    this.body = body;
    this.branches = branches;
    this.paths = paths;
  }

  /**
   * Whether to join. A single statement is rather repeated, and arrays have no value to stand for
   * one that is not returned yet.
   */
  static boolean isWorthIt(StatementTree tree, List<? extends StatementTree> rest, Path path) {
    boolean givesArray = path.value().filter(value -> value.type().isArray()).isPresent();
    return rest.size() > 1 && !givesArray && ends(tree) > 1;
  }

  /** On how many paths the end of the statement is reached, or of a switch that it leaves. */
  private static int ends(StatementTree tree) {
    if (tree instanceof BlockTree block) {
      return ends(block.getStatements());
    } else if (tree instanceof IfTree branch) {
      StatementTree otherwise = branch.getElseStatement();
      return ends(branch.getThenStatement()) + (otherwise == null ? 1 : ends(otherwise));
    } else if (tree instanceof SwitchTree choice) {
      List<SwitchCase> cases = SwitchCase.of(choice.getCases());
      int leaving =
          cases.stream()
              .filter(SwitchCase::leaves)
              .mapToInt(each -> Math.max(ends(each.statements()), each.breaks() ? 1 : 0))
              .sum();
      boolean others =
          cases.stream().noneMatch(SwitchCase::isDefault)
              || !cases.stream().allMatch(SwitchCase::leaves);
      return leaving + (others ? 1 : 0);
    }
    boolean leaves =
        tree instanceof ReturnTree
            || tree instanceof YieldTree
            || tree instanceof BreakTree
            || tree instanceof ContinueTree;
    return leaves ? 0 : 1;
  }

  private static int ends(List<? extends StatementTree> trees) {
    int most = 1;
    for (StatementTree tree : trees) {
      most = Math.min(most * ends(tree), Short.MAX_VALUE);
    }
    return most;
  }

  /** Reads the statement, and what follows it once. */
  void read(StatementTree tree, Path path) {
    Place place = body.place(tree);
    Local left = new Local("left", Type.BOOLEAN, false);
    body.scope().set(left, Zero.of(Type.BOOLEAN, place));
    path.value().ifPresent(value -> setIfOpen(value, place));
    Predicate<Local> known = body.scope().known();
    List<Local> open =
        body.scope().names().values().stream()
            .filter(local -> !local.type().isArray() && !local.type().isRecord())
            .toList();
    Runnable leaving =
        () -> {
          body.scope().set(left, new Expr.Constant(true, Type.BOOLEAN, place));
          // Nobody reads them on this path, but on the others they have values.
          open.forEach(local -> setIfOpen(local, place));
        };
    paths.leaving(tree, path.joining(leaving, known.or(path.outlives()).or(left::equals)));
    Expr hasLeft = body.scope().value(left).orElseThrow();
    branches.read(hasLeft, place, path.outlives(), () -> {}, path.onward());
  }

  private void setIfOpen(Local local, Place place) {
    if (body.scope().value(local).isEmpty()) {
      body.scope().set(local, Zero.of(local.type(), place));
    }
  }
}
