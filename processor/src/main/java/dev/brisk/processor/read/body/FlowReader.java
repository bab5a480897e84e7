package dev.brisk.processor.read.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads branches, loops and returns into structured static single assignment. */
final class FlowReader {
  private final BodyReader body;
  private final ExpressionReader expressions;

  FlowReader(BodyReader body, ExpressionReader expressions) {
    this.body = body;
    this.expressions = expressions;
  }

  /** Whether a return stands somewhere in the statement, outside of loops. */
  boolean returns(StatementTree tree) {
    if (tree instanceof BlockTree block) {
      return block.getStatements().stream().anyMatch(this::returns);
    }
    if (tree instanceof IfTree branch) {
      return returns(branch.getThenStatement())
          || (branch.getElseStatement() != null && returns(branch.getElseStatement()));
    }
    return tree instanceof ReturnTree;
  }

  /** {@code return value;} */
  Optional<Expr> returned(ReturnTree tree) {
    if (tree.getExpression() == null) {
      return Optional.empty();
    }
    try {
      Expr value = expressions.read(tree.getExpression());
      return Optional.of(converted(value, tree));
    } catch (Refusal refusal) {
      body.report(refusal);
      throw Refusal.silent();
    }
  }

  /**
   * A returned value has the type of the method. A quotient of ints that is returned as an int gets
   * a name, as it does where it is assigned to one: the method says that the fraction is dropped.
   */
  private Expr converted(Expr value, Tree tree) {
    boolean isQuotient =
        value instanceof Expr.Binary binary && binary.operator() == Operator.DIVIDE;
    boolean isWhole = !value.type().isFloating();
    if (value.type().equals(body.result()) && !(isQuotient && isWhole)) {
      return value;
    }
    if (value.type().isArray() || body.result().isArray()) {
      throw Refusal.silent();
    }
    Variable variable = body.program().define("result", body.result(), value);
    return new Expr.Read(variable, body.place(tree));
  }

  /**
   * Reads a statement in which some paths return, and what follows on the others: {@code if (c)
   * return a; rest} as {@code if (c) return a; else rest}.
   */
  Optional<Expr> returning(StatementTree tree, List<? extends StatementTree> rest) {
    if (tree instanceof BlockTree block) {
      List<StatementTree> flat = new ArrayList<>(block.getStatements());
      flat.addAll(rest);
      return body.statements(flat);
    }
    IfTree branch = (IfTree) tree;
    Expr condition = expressions.truth(branch.getCondition());
    Alternative then = alternative(branch.getThenStatement(), rest);
    Alternative otherwise = alternative(branch.getElseStatement(), rest);
    if (then.value().isEmpty() || otherwise.value().isEmpty()) {
      throw Refusal.silent(); // A path without a return, which javac will report.
    }
    Type type = body.result();
    if (type.isArray()) {
      throw Refusal.because(Problem.ARRAY_REASSIGNED, body.place(tree), "the returned array");
    }
    Variable thenValue = body.program().variables().local("result", type);
    Variable otherValue = body.program().variables().version(thenValue);
    Variable merged = body.program().variables().version(thenValue);
    body.program()
        .add(
            new Statement.Branch(
                condition,
                ending(then, thenValue),
                ending(otherwise, otherValue),
                List.of(new Statement.Merge(merged, thenValue, otherValue)),
                body.place(tree)));
    return Optional.of(new Expr.Read(merged, body.place(tree)));
  }

  private record Alternative(Block block, Optional<Expr> value) {}

  private Alternative alternative(
      @Nullable StatementTree first, List<? extends StatementTree> rest) {
    List<StatementTree> statements = new ArrayList<>();
    if (first != null) {
      statements.add(first);
    }
    statements.addAll(rest);
    List<Optional<Expr>> value = new ArrayList<>();
    Block block =
        body.program()
            .block(
                () ->
                    body.within(body.scope().copy(), () -> value.add(body.statements(statements))));
    return new Alternative(block, value.get(0));
  }

  private static Block ending(Alternative alternative, Variable variable) {
    Expr value = alternative.value().orElseThrow();
    List<Statement> statements = new ArrayList<>(alternative.block().statements());
    statements.add(new Statement.Define(variable, value, value.place()));
    return new Block(statements);
  }

  /** {@code if (condition) then else otherwise}, without a return in it. */
  void branch(IfTree tree) {
    Expr condition = expressions.truth(tree.getCondition());
    Scope before = body.scope();
    Scope[] ends = new Scope[2];
    Block then = side(tree.getThenStatement(), ends, 0);
    Block otherwise =
        tree.getElseStatement() == null ? Block.EMPTY : side(tree.getElseStatement(), ends, 1);
    Scope thenEnd = ends[0];
    Scope otherEnd = ends[1] == null ? before : ends[1];
    List<Statement.Merge> merges = new ArrayList<>();
    Map<Local, Variable> merged = new LinkedHashMap<>();
    List<Statement> thenExtra = new ArrayList<>(then.statements());
    List<Statement> otherExtra = new ArrayList<>(otherwise.statements());
    for (Local local : thenEnd.locals()) {
      Optional<Expr> thenValue = thenEnd.value(local);
      Optional<Expr> otherValue = otherEnd.value(local);
      boolean outlives = before.find(local.name()).filter(local::equals).isPresent();
      if (!outlives || otherValue.isEmpty() || isSame(thenValue.get(), otherValue.get())) {
        continue;
      }
      Variable thenVariable = atom(local, thenValue.get(), thenExtra);
      Variable otherVariable = atom(local, otherValue.get(), otherExtra);
      Variable variable = local.nextVersion(body.program().variables());
      merges.add(new Statement.Merge(variable, thenVariable, otherVariable));
      merged.put(local, variable);
    }
    Place place = body.place(tree);
    body.program()
        .add(
            new Statement.Branch(
                condition, new Block(thenExtra), new Block(otherExtra), merges, place));
    merged.forEach((local, variable) -> before.set(local, new Expr.Read(variable, place)));
  }

  private Block side(StatementTree tree, Scope[] ends, int side) {
    return body.program()
        .block(() -> ends[side] = body.within(body.scope().copy(), () -> body.statement(tree)));
  }

  /** The variable that has the value; a constant gets one. */
  private Variable atom(Local local, Expr value, List<Statement> statements) {
    if (value instanceof Expr.Read read) {
      return read.variable();
    }
    Variable variable = local.nextVersion(body.program().variables());
    statements.add(new Statement.Define(variable, value, value.place()));
    return variable;
  }

  private static boolean isSame(Expr one, Expr other) {
    boolean sameVariable =
        one instanceof Expr.Read a
            && other instanceof Expr.Read b
            && a.variable().equals(b.variable());
    return one == other || sameVariable;
  }

  /** {@code for (int i = from; i < to; i++)}. */
  void loop(ForLoopTree tree) {
    Place place = body.place(tree);
    LoopHead head = LoopHead.of(tree).orElseThrow(() -> Unsupported.statement(tree, place));
    Set<String> assigned = AssignedNames.in(tree.getStatement());
    if (AssignedNames.in(tree.getCondition()).contains(head.index())
        || assigned.contains(head.index())) {
      throw Refusal.because(Problem.LOOP_INDEX_WRITTEN, place, head.index());
    }
    requireUnchanging(head.to(), assigned);
    Expr from = expressions.index(head.from());
    Expr to = expressions.index(head.to());
    Local index = new Local(head.index(), Type.INT, true);
    Variable counter = index.nextVersion(body.program().variables());
    loop(
        place,
        new Head(counter, from, head.relation(), to, head.step()),
        assigned,
        () -> {
          body.scope().declare(index);
          body.scope().set(index, new Expr.Read(counter, place));
          body.statement(tree.getStatement());
        });
  }

  /** A bound that the loop itself moves has no trip count to run backwards from. */
  private void requireUnchanging(ExpressionTree bound, Set<String> assigned) {
    for (String name : BoundNames.in(bound)) {
      boolean isOwnArray =
          body.scope()
              .find(name)
              .filter(local -> local.type().isArray())
              .flatMap(body.scope()::value)
              .filter(value -> value instanceof Expr.Read read && isLocal(read.variable()))
              .isPresent();
      if (assigned.contains(name) || isOwnArray) {
        throw Refusal.because(Problem.LOOP_BOUND_CHANGES, body.place(bound));
      }
    }
  }

  private static boolean isLocal(Variable array) {
    return array.kind() == Variable.Kind.LOCAL;
  }

  /** {@code for (double x : values)}. */
  void loop(EnhancedForLoopTree tree) {
    Place place = body.place(tree);
    Variable array = expressions.array(tree.getExpression());
    String name = tree.getVariable().getName().toString();
    Variable counter = body.program().variables().local("i", Type.INT);
    Local element = new Local(name, Type.of(array.type().element()), false);
    Expr none = new Expr.Constant(0, Type.INT, place);
    loop(
        place,
        new Head(counter, none, Operator.LESS, new Expr.Length(array, place), 1),
        AssignedNames.in(tree.getStatement()),
        () -> {
          Expr value = new Expr.Element(array, new Expr.Read(counter, place), place);
          Variable variable = element.nextVersion(body.program().variables());
          body.program().define(variable, value);
          body.scope().declare(element);
          body.scope().set(element, new Expr.Read(variable, place));
          body.statement(tree.getStatement());
        });
  }

  private record Head(Variable index, Expr from, Operator relation, Expr to, int step) {}

  private void loop(Place place, Head head, Set<String> assigned, Runnable reading) {
    Scope before = body.scope();
    Map<Local, Variable> initial = new LinkedHashMap<>();
    Map<Local, Variable> carried = new LinkedHashMap<>();
    Scope inside = before.copy();
    for (String name : assigned) {
      Optional<Local> local = before.find(name).filter(found -> before.value(found).isPresent());
      if (local.isPresent() && !local.get().type().isArray()) {
        initial.put(local.get(), variableOf(local.get(), before));
        Variable variable = local.get().nextVersion(body.program().variables());
        carried.put(local.get(), variable);
        inside.set(local.get(), new Expr.Read(variable, place));
      }
    }
    List<Statement.Carry> carries = new ArrayList<>();
    Block block =
        body.program()
            .block(
                () -> {
                  body.within(inside, () -> inside.within(reading));
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
  }

  private Variable variableOf(Local local, Scope scope) {
    Expr value = scope.value(local).orElseThrow();
    return value instanceof Expr.Read read
        ? read.variable()
        : body.program().define(local.nextVersion(body.program().variables()), value);
  }
}
