package dev.brisk.processor.read.body;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Brings two ways of control together again: what they leave in one local becomes one value. */
final class BranchReader {
  private final BodyReader body;

  BranchReader(BodyReader body) {
    this.body = body;
  }

  /**
   * {@code if (condition) then else otherwise}.
   *
   * @param outlives the locals whose values matter after it
   */
  void read(
      Expr condition, Place place, Predicate<Local> outlives, Runnable then, Runnable otherwise) {
    Scope before = body.scope();
    Side one = side(then);
    Side other = side(otherwise);
    List<Statement.Merge> merges = new ArrayList<>();
    Map<Local, Expr> after = new LinkedHashMap<>();
    for (Local local : one.end().locals()) {
      Optional<Expr> oneValue = one.end().value(local);
      Optional<Expr> otherValue = other.end().value(local);
      if (!outlives.test(local) || otherValue.isEmpty()) {
        continue;
      }
      if (isSame(oneValue.get(), otherValue.get())) {
        after.put(local, oneValue.get());
        continue;
      }
      if (local.type().isArray()) {
        throw Refusal.because(Problem.ARRAY_REASSIGNED, place, local.name());
      }
      Variable oneVariable = variable(local, oneValue.get(), one.statements());
      Variable otherVariable = variable(local, otherValue.get(), other.statements());
      Variable variable = local.nextVersion(body.program().variables());
      merges.add(new Statement.Merge(variable, oneVariable, otherVariable));
      after.put(local, new Expr.Read(variable, place));
    }
    body.program()
        .add(
            new Statement.Branch(
                condition,
                new Block(one.statements()),
                new Block(other.statements()),
                merges,
                place));
    after.forEach(before::set);
  }

  private record Side(List<Statement> statements, Scope end) {}

  private Side side(Runnable reading) {
    Scope inner = body.scope().copy();
    Block block = body.program().block(() -> body.within(inner, reading));
    return new Side(new ArrayList<>(block.statements()), inner);
  }

  /** The variable that has the value; what is not in one yet gets one. */
  private Variable variable(Local local, Expr value, List<Statement> statements) {
    if (value instanceof Expr.Read read && read.type().equals(local.type())) {
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
}
