package dev.brisk.processor.read.body;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads counted loops; what an iteration assigns is carried to the next. */
final class LoopReader {
  private final BodyReader body;
  private final ExpressionReader expressions;
  private final LoopExits exits;

  LoopReader(
      BodyReader body, ExpressionReader expressions, BranchReader branches, PathReader paths) {
    this.body = body;
    this.expressions = expressions;
    this.exits = new LoopExits(body, branches, paths);
  }

  /** {@code for (int i = from; i < to; i++)} from which no path returns. */
  void read(ForLoopTree tree) {
    leaving(tree, Path.ending(local -> false));
  }

  /** {@code for (double x : values)} from which no path returns. */
  void read(EnhancedForLoopTree tree) {
    leaving(tree, Path.ending(local -> false));
  }

  /**
   * Reads a loop.
   *
   * @param outer where control goes from it
   */
  void leaving(ForLoopTree tree, Path outer) {
    Place place = body.place(tree);
    LoopHead head =
        LoopHead.of(tree, this::constant).orElseThrow(() -> Unsupported.statement(tree, place));
    Set<String> assigned = AssignedNames.in(tree.getStatement());
    if (AssignedNames.in(tree.getCondition()).contains(head.index())
        || assigned.contains(head.index())) {
      throw Refusal.because(Problem.LOOP_INDEX_WRITTEN, place, head.index());
    }
    body.scope().within(() -> counted(tree, head, assigned, outer));
  }

  private void counted(ForLoopTree tree, LoopHead head, Set<String> assigned, Path outer) {
    Place place = body.place(tree);
    Local index = new Local(head.index(), Type.INT, true);
    Expr from = null;
    for (VariableTree variable : head.variables()) {
      if (variable.getName().contentEquals(head.index())) {
        from = expressions.index(variable.getInitializer());
      } else {
        body.declare(variable);
      }
    }
    requireUnchanging(head.to(), assigned);
    Expr to = expressions.index(head.to());
    Variable counter = index.nextVersion(body.program().variables());
    loop(
        place,
        new Head(counter, from, head.relation(), to, head.step()),
        tree.getStatement(),
        () -> {
          body.scope().declare(index);
          body.scope().set(index, new Expr.Read(counter, place));
        },
        outer);
  }

  /** The value of a compile-time constant; 0 of all else. */
  private int constant(ExpressionTree tree) {
    boolean isName = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
    if (!isName && !(tree instanceof LiteralTree)) {
      return 0;
    }
    return expressions.read(tree) instanceof Expr.Constant constant
            && constant.value() instanceof Integer value
        ? value
        : 0;
  }

  /** A bound that the loop itself moves has no trip count to run backwards from. */
  private void requireUnchanging(ExpressionTree bound, Set<String> assigned) {
    for (String name : BoundNames.in(bound)) {
      boolean isOwnArray =
          body.scope()
              .find(name)
              .filter(local -> local.type().isArray())
              .flatMap(body.scope()::value)
              .flatMap(ArrayPath::of)
              .filter(path -> path.array().kind() == Variable.Kind.LOCAL)
              .isPresent();
      if (assigned.contains(name) || isOwnArray) {
        throw Refusal.because(Problem.LOOP_BOUND_CHANGES, body.place(bound));
      }
    }
  }

  /** Reads a loop, {@code for (double x : values)} or {@code for (double[] row : rows)}. */
  void leaving(EnhancedForLoopTree tree, Path outer) {
    Place place = body.place(tree);
    String name = tree.getVariable().getName().toString();
    Variable counter = body.program().variables().local("i", Type.INT);
    ArrayPath array = expressions.array(tree.getExpression()).kept(name, body.program());
    Type declared =
        NewArrayReader.parsed(String.valueOf(tree.getVariable().getType()))
            .orElse(array.type().at(1));
    Local element = new Local(name, declared, false);
    Expr none = new Expr.Constant(0, Type.INT, place);
    loop(
        place,
        new Head(counter, none, Operator.LESS, array.length(place), 1),
        tree.getStatement(),
        () -> {
          Expr value = array.element(new Expr.Read(counter, place), place);
          body.scope().declare(element);
          body.scope().set(element, element.type().isArray() ? value : defined(element, value));
        },
        outer);
  }

  /** The element's own type, or a wider one that is written. */
  private static Type elementType(VariableTree variable, ArrayPath array) {
    return NewArrayReader.parsed(String.valueOf(variable.getType())).orElse(array.type().at(1));
  }

  private Expr defined(Local local, Expr value) {
    Variable variable = local.nextVersion(body.program().variables());
    return new Expr.Read(body.program().define(variable, value), value.place());
  }

  private record Head(Variable index, Expr from, Operator relation, Expr to, int step) {}

  /**
   * @param start declares what each iteration starts with
   */
  private void loop(Place place, Head head, StatementTree round, Runnable start, Path outer) {
    LoopExits.Ending ending = exits.of(round, place, outer);
    Scope before = body.scope();
    Map<Local, Variable> initial = new LinkedHashMap<>();
    Map<Local, Variable> carried = new LinkedHashMap<>();
    Scope inside = before.copy();
    Set<Local> changing = new LinkedHashSet<>(assigned(round));
    changing.addAll(ending.state());
    for (Local local : changing) {
      initial.put(local, variableOf(local, before));
      Variable variable = local.nextVersion(body.program().variables());
      carried.put(local, variable);
      inside.set(local, new Expr.Read(variable, place));
    }
    List<Statement.Carry> carries = new ArrayList<>();
    Block block =
        body.program()
            .block(
                () -> {
                  body.within(
                      inside,
                      () ->
                          inside.within(
                              () -> exits.read(round, ending, start, carried::containsKey, place)));
                  for (Local local : carried.keySet()) {
                    Variable next = variableOf(local, inside);
                    carries.add(new Statement.Carry(carried.get(local), initial.get(local), next));
                  }
                });
    body.program()
        .add(
            new Statement.Loop(
                head.index(),
                head.from(),
                head.relation(),
                head.to(),
                head.step(),
                List.copyOf(carries),
                block,
                place));
    carried.forEach((local, variable) -> before.set(local, new Expr.Read(variable, place)));
    exits.after(ending, outer, place);
  }

  /** The scalars from outside that an iteration assigns. */
  private List<Local> assigned(StatementTree round) {
    List<Local> locals = new ArrayList<>();
    for (String name : AssignedNames.in(round)) {
      body.scope()
          .find(name)
          .filter(local -> body.scope().value(local).isPresent() && !local.type().isArray())
          .ifPresent(locals::add);
    }
    return locals;
  }

  private Variable variableOf(Local local, Scope scope) {
    Expr value = scope.value(local).orElseThrow();
    return value instanceof Expr.Read read
        ? read.variable()
        : body.program().define(local.nextVersion(body.program().variables()), value);
  }
}
