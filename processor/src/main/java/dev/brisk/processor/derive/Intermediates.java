package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Rebuild;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Gives a name to what the way back uses again. To the value of every function, so that it is not
 * computed twice: {@code a * exp(x)} becomes {@code exp = exp(x); a * exp}. And to a condition, or
 * the bound of a loop, that reads an array which may be overwritten before the way back comes
 * there.
 */
final class Intermediates {
  private final Activity activity;
  private final Variables variables;
  private final Set<Variable> restored;

  private Intermediates(Activity activity, Variables variables, Set<Variable> restored) {
    this.activity = activity;
    this.variables = variables;
    this.restored = restored;
  }

  /**
   * @param restored the arrays that are overwritten after they were read
   */
  static Program named(Program program, Set<Variable> restored) {
    Intermediates intermediates =
        new Intermediates(Activity.of(program), program.variables(), restored);
    return new Program(
        program.name(),
        program.parameters(),
        program.arguments(),
        program.sources(),
        intermediates.block(program.body()),
        program.result(),
        program.variables());
  }

  private Block block(Block block) {
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : block.statements()) {
      statements.add(statement(statement, statements));
    }
    return new Block(statements);
  }

  private Statement statement(Statement statement, List<Statement> before) {
    if (statement instanceof Statement.Define define) {
      Expr value =
          define.value() instanceof Expr.Call call
              ? arguments(call, before)
              : named(define.value(), false, before);
      return new Statement.Define(define.variable(), value, define.place());
    } else if (statement instanceof Statement.Allocate allocate) {
      List<Expr> lengths =
          allocate.lengths().stream().map(length -> fixed("length", length, before)).toList();
      return new Statement.Allocate(allocate.array(), lengths, allocate.place());
    } else if (statement instanceof Statement.Fill fill) {
      Expr.Call value = (Expr.Call) arguments(fill.value(), before);
      return new Statement.Fill(fill.array(), value, fill.place());
    } else if (statement instanceof Statement.Store store) {
      return new Statement.Store(
          store.array(),
          store.indices(),
          named(store.value(), false, before),
          store.accumulates(),
          store.place());
    } else if (statement instanceof Statement.Loop loop) {
      return new Statement.Loop(
          loop.index(),
          fixed("from", loop.from(), before),
          loop.relation(),
          fixed("to", loop.to(), before),
          loop.step(),
          loop.carries(),
          block(loop.body()),
          loop.place());
    } else if (statement instanceof Statement.Branch branch) {
      return new Statement.Branch(
          fixed("condition", branch.condition(), before),
          block(branch.then()),
          block(branch.otherwise()),
          branch.merges(),
          branch.place());
    }
    return statement;
  }

  /** The expression, which is evaluated once more on the way back, of the same value then. */
  private Expr fixed(String name, Expr expr, List<Statement> before) {
    boolean[] mayChange = {false};
    Walk.elements(expr, array -> mayChange[0] |= restored.contains(array));
    if (!mayChange[0]) {
      return expr;
    }
    Variable variable = variables.local(name, expr.type());
    before.add(new Statement.Define(variable, expr, expr.place()));
    return new Expr.Read(variable, expr.place());
  }

  private Expr arguments(Expr.Call call, List<Statement> before) {
    return Rebuild.of(call, operand -> named(operand, true, before));
  }

  /**
   * The expression, with names for calls within.
   *
   * @param isFactor whether the derivative of something else is a multiple of the value
   */
  private Expr named(Expr expr, boolean isFactor, List<Statement> before) {
    // What stands in a branch that may not be taken is left there.
    if (!activity.isActive(expr) || expr instanceof Expr.Conditional) {
      return expr;
    }
    if (expr instanceof Expr.Call call) {
      Expr inner = arguments(call, before);
      return isFactor || usesValue(call) ? define(call, inner, before) : inner;
    }
    boolean isProduct =
        expr instanceof Expr.Binary binary
            && (binary.operator() == Operator.MULTIPLY || binary.operator() == Operator.DIVIDE);
    return Rebuild.of(expr, operand -> named(operand, isFactor || isProduct, before));
  }

  private Expr define(Expr.Call call, Expr value, List<Statement> before) {
    Variable variable = variables.local(call.primitive().name(), value.type());
    before.add(new Statement.Define(variable, value, call.place()));
    return new Expr.Read(variable, call.place());
  }

  private static boolean usesValue(Expr.Call call) {
    return call.primitive().isMath()
        && MathFunction.named(call.primitive().name()).filter(Partials::usesValue).isPresent();
  }
}
