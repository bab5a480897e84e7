package dev.brisk.processor.read.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads statements of which some leave what is around them before its end. What follows such a
 * statement goes to the paths that do not leave: {@code if (c) return a; rest} is read as {@code if
 * (c) return a; else rest}.
 */
final class PathReader {
  private final BodyReader body;
  private final ExpressionReader expressions;
  private final BranchReader branches;
  private final LoopReader loops;
  private final SwitchReader switches;
  private final JoinReader joins;

  PathReader(BodyReader body, ExpressionReader expressions) {
    this.body = body;
    this.expressions = expressions;
    this.branches = new BranchReader(body);
    this.loops = new LoopReader(body, expressions, branches, this);
    this.switches = new SwitchReader(body, expressions, branches, this);
    this.joins = new JoinReader(body, branches, this);
  }

  /**
   * Reads the body of the method.
   *
   * @return the value that it returns; empty for a void method
   */
  Optional<Expr> method(List<? extends StatementTree> trees) {
    Optional<Local> result = body.returned();
    Path path = Path.giving(result).with(Exit.RETURN, tree -> returned((ReturnTree) tree));
    read(trees, path);
    return result.flatMap(body.scope()::value);
  }

  /** {@code return value;} */
  void returned(ReturnTree tree) {
    if (tree.getExpression() != null) {
      Local result = body.returned().orElseThrow(Refusal::silent);
      Expr value = expressions.assigned(tree.getExpression(), result.type());
      body.scope().set(result, converted(value, result.type(), tree));
    }
  }

  /**
   * A returned value has the type of the method. A quotient of ints that is returned as an int gets
   * a name, as it does where it is assigned to one: the method says that the fraction is dropped.
   */
  private Expr converted(Expr value, Type type, Tree tree) {
    boolean isQuotient =
        value instanceof Expr.Binary binary && binary.operator() == Operator.DIVIDE;
    boolean isWhole = !value.type().isFloating();
    if (value.type().equals(type) && !(isQuotient && isWhole)) {
      return value;
    }
    if (value.type().isArray() || type.isArray()) {
      throw Refusal.silent();
    }
    Variable variable = body.program().define("result", type, value);
    return new Expr.Read(variable, body.place(tree));
  }

  /** Reads statements, and what follows them on each path. */
  void read(List<? extends StatementTree> trees, Path path) {
    for (int i = 0; i < trees.size(); i++) {
      StatementTree tree = trees.get(i);
      if (Exits.of(tree).isEmpty()) {
        body.statement(tree);
        continue;
      }
      Map<String, Local> names = body.scope().names();
      List<? extends StatementTree> rest = trees.subList(i + 1, trees.size());
      Path next = path.onwardTo(() -> body.scope().within(names, () -> read(rest, path)));
      try {
        if (JoinReader.isWorthIt(tree, rest, path)) {
          joins.read(tree, next);
        } else {
          leaving(tree, next);
        }
      } catch (Refusal refusal) {
        body.report(refusal);
      }
      return;
    }
    path.onward().run();
  }

  /** Reads one statement that some paths leave. */
  void leaving(StatementTree tree, Path path) {
    if (tree instanceof ReturnTree) {
      path.leave(Exit.RETURN, tree);
    } else if (tree instanceof YieldTree) {
      path.leave(Exit.YIELD, tree);
    } else if (tree instanceof BreakTree jump) {
      requireUnlabelled(jump, jump.getLabel());
      path.leave(Exit.BREAK, tree);
    } else if (tree instanceof ContinueTree jump) {
      requireUnlabelled(jump, jump.getLabel());
      path.leave(Exit.CONTINUE, tree);
    } else if (tree instanceof BlockTree block) {
      body.scope().within(() -> read(block.getStatements(), path));
    } else if (tree instanceof IfTree branch) {
      leaving(branch, path);
    } else if (tree instanceof SwitchTree choice) {
      switches.leaving(choice, path);
    } else if (tree instanceof ForLoopTree loop) {
      loops.leaving(loop, path);
    } else if (tree instanceof EnhancedForLoopTree loop) {
      loops.leaving(loop, path);
    } else {
      body.report(body.unsupported(tree));
      path.onward().run();
    }
  }

  private void requireUnlabelled(StatementTree tree, Object label) {
    if (label != null) {
      throw Unsupported.statement(tree, body.place(tree));
    }
  }

  private void leaving(IfTree tree, Path path) {
    branches.read(
        expressions.truth(tree.getCondition()),
        body.place(tree),
        path.outlives(),
        () -> alone(tree.getThenStatement(), path),
        tree.getElseStatement() == null
            ? path.onward()
            : () -> alone(tree.getElseStatement(), path));
  }

  private void alone(StatementTree tree, Path path) {
    read(List.of(tree), path);
  }

  /** {@code if (condition) then else otherwise}, from which no path leaves. */
  void branch(IfTree tree) {
    Scope before = body.scope();
    branches.read(
        expressions.truth(tree.getCondition()),
        body.place(tree),
        before.known(),
        () -> body.statement(tree.getThenStatement()),
        () -> {
          if (tree.getElseStatement() != null) {
            body.statement(tree.getElseStatement());
          }
        });
  }

  LoopReader loops() {
    return loops;
  }

  SwitchReader switches() {
    return switches;
  }
}
