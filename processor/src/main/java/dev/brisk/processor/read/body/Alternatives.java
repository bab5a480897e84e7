package dev.brisk.processor.read.body;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes one value of two of which only one is to be computed. */
final class Alternatives {
  private final ProgramBuilder program;

  Alternatives(ProgramBuilder program) {
    this.program = program;
  }

  /** What an alternative needs to be computed first, and its value. */
  record Alternative(Block block, Expr value) {
    boolean isPlain() {
      return block.statements().isEmpty();
    }
  }

  Alternative read(Supplier<Expr> reading) {
    Expr[] value = new Expr[1];
    Block block = program.block(() -> value[0] = reading.get());
    return new Alternative(block, value[0]);
  }

  /** {@code condition ? then : otherwise}. */
  Expr choose(Expr condition, Alternative then, Alternative otherwise, Type type, Place place) {
    return then.isPlain() && otherwise.isPlain()
        ? new Expr.Conditional(condition, then.value(), otherwise.value(), type, place)
        : merge(condition, then, otherwise, type, place);
  }

  /** {@code left && right} or {@code left || right}. */
  Expr logical(Operator operator, Expr left, Alternative right, Place place) {
    if (right.isPlain()) {
      return new Expr.Binary(operator, left, right.value(), place);
    }
    Expr decided = new Expr.Constant(operator == Operator.OR, Type.BOOLEAN, place);
    Alternative shortcut = new Alternative(Block.EMPTY, decided);
    return operator == Operator.AND
        ? merge(left, right, shortcut, Type.BOOLEAN, place)
        : merge(left, shortcut, right, Type.BOOLEAN, place);
  }

  private Expr merge(
      Expr condition, Alternative then, Alternative otherwise, Type type, Place place) {
    Variable thenValue = program.variables().local("value", type);
    Variable otherValue = program.variables().version(thenValue);
    Variable merged = program.variables().version(thenValue);
    program.add(
        new Statement.Branch(
            condition,
            ending(then, thenValue),
            ending(otherwise, otherValue),
            List.of(new Statement.Merge(merged, thenValue, otherValue)),
            place));
    return new Expr.Read(merged, place);
  }

  private static Block ending(Alternative alternative, Variable variable) {
    List<Statement> statements = new ArrayList<>(alternative.block().statements());
    Expr value = alternative.value();
    statements.add(new Statement.Define(variable, value, value.place()));
    return new Block(statements);
  }
}
