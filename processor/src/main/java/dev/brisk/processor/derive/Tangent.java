package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.in;
import static dev.brisk.processor.derive.Algebra.number;
import static dev.brisk.processor.derive.Algebra.read;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The derivative of a loss along a direction of its parameters, forward mode: a program again, so
 * that its own {@link Gradient} is the product of the Hessian with the direction. Pearlmutter,
 * "Fast Exact Multiplication by the Hessian", 1994, the other way round.
 *
 * <p>Beside each statement that defines a value stands one that defines its tangent, before it
 * where the tangent is made of what the statement overwrites.
 */
public final class Tangent {
  private final Activity activity;
  private final Tangents tangents;
  private final TangentExpressions expressions;
  private final TangentFills fills;

  private Tangent(Program loss, Diagnostics diagnostics) {
    this.activity = Activity.of(loss);
    this.tangents = new Tangents(loss, activity);
    this.expressions = new TangentExpressions(activity, tangents, loss.variables(), diagnostics);
    this.fills = new TangentFills(tangents, expressions, loss.variables(), diagnostics);
  }

  /**
   * A program whose result is the derivative.
   *
   * @param program which takes the directions after its own arguments
   * @param directions by the parameters that the loss depends on, in their order
   */
  public record Directed(Program program, Map<Variable, Variable> directions) {}

  /** What has no second derivative is told to the diagnostics. */
  public static Directed of(Program loss, Diagnostics diagnostics) {
    // With names for the values of functions that their derivatives are made of.
    Program named = Intermediates.named(loss, Set.of());
    return new Tangent(named, diagnostics).directed(named);
  }

  private Directed directed(Program loss) {
    Block body = side(loss.body(), List.of()).block();
    List<Variable> arguments = new ArrayList<>(loss.arguments());
    arguments.addAll(tangents.directions().values());
    Program program =
        new Program(
            loss.name(),
            loss.parameters(),
            arguments,
            loss.sources(),
            body,
            tangents.of(loss.result()),
            loss.variables());
    return new Directed(program, tangents.directions());
  }

  /** A block, and the tangents of what it hands over at its end. */
  private record Side(Block block, List<Variable> tangents) {}

  private Side side(Block block, List<Variable> handedOver) {
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : block.statements()) {
      statement(statement, statements);
    }
    List<Variable> atEnd =
        handedOver.stream().map(variable -> tangents.orZero(variable, statements)).toList();
    return new Side(new Block(statements), atEnd);
  }

  private void statement(Statement statement, List<Statement> out) {
    if (statement instanceof Statement.Define define) {
      define(define, out);
    } else if (statement instanceof Statement.Allocate allocate) {
      out.add(allocate);
      if (activity.isActive(allocate.array())) {
        out.add(
            new Statement.Allocate(
                tangents.of(allocate.array()), allocate.lengths(), Place.NOWHERE));
      }
    } else if (statement instanceof Statement.Fill fill) {
      out.add(fill);
      if (activity.isActive(fill.array())) {
        fills.fill(fill, out);
      }
    } else if (statement instanceof Statement.Store store) {
      store(store, out);
    } else if (statement instanceof Statement.Loop loop) {
      loop(loop, out);
    } else if (statement instanceof Statement.Branch branch) {
      branch(branch, out);
    } else {
      out.add(statement);
    }
  }

  private void define(Statement.Define define, List<Statement> out) {
    Variable variable = define.variable();
    if (!activity.isActive(variable)) {
      out.add(define);
      return;
    }
    boolean isCall = define.value() instanceof Expr.Call;
    if (isCall) {
      // The tangent may be made of the value, and arguments have names of their own.
      out.add(define);
    }
    Expr value =
        isCall
            ? expressions.ofCall((Expr.Call) define.value(), read(variable), Optional.of(out))
            : expressions.of(define.value(), Optional.of(out)).orElseThrow();
    Variable tangent = tangents.of(variable);
    out.add(new Statement.Define(tangent, in(tangent.type(), value), Place.NOWHERE));
    if (!isCall) {
      out.add(define);
    }
  }

  private void store(Statement.Store store, List<Statement> out) {
    if (activity.isActive(store.array())) {
      Variable tangent = tangents.of(store.array());
      Optional<Expr> value = expressions.of(store.value(), Optional.of(out));
      if (value.isPresent() || !store.accumulates()) {
        Expr stored =
            value.isPresent()
                ? in(tangent.type().at(store.indices().size()), value.get())
                : number(0, tangent.type());
        out.add(
            new Statement.Store(
                tangent, store.indices(), stored, store.accumulates(), Place.NOWHERE));
      }
    }
    out.add(store);
  }

  private void loop(Statement.Loop loop, List<Statement> out) {
    List<Statement.Carry> active =
        loop.carries().stream().filter(carry -> activity.isActive(carry.variable())).toList();
    Side body = side(loop.body(), active.stream().map(Statement.Carry::next).toList());
    List<Statement.Carry> carries = new ArrayList<>(loop.carries());
    for (int k = 0; k < active.size(); k++) {
      carries.add(
          new Statement.Carry(
              tangents.of(active.get(k).variable()),
              tangents.orZero(active.get(k).initial(), out),
              body.tangents().get(k)));
    }
    out.add(
        new Statement.Loop(
            loop.index(),
            loop.from(),
            loop.relation(),
            loop.to(),
            loop.step(),
            carries,
            body.block(),
            loop.place()));
  }

  private void branch(Statement.Branch branch, List<Statement> out) {
    List<Statement.Merge> active =
        branch.merges().stream().filter(merge -> activity.isActive(merge.variable())).toList();
    Side then = side(branch.then(), active.stream().map(Statement.Merge::then).toList());
    Side otherwise =
        side(branch.otherwise(), active.stream().map(Statement.Merge::otherwise).toList());
    List<Statement.Merge> merges = new ArrayList<>(branch.merges());
    for (int k = 0; k < active.size(); k++) {
      merges.add(
          new Statement.Merge(
              tangents.of(active.get(k).variable()),
              then.tangents().get(k),
              otherwise.tangents().get(k)));
    }
    out.add(
        new Statement.Branch(
            branch.condition(), then.block(), otherwise.block(), merges, branch.place()));
  }
}
