package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import java.util.Optional;

/** Recognises a sigmoid: the primitive, and the ways in which people write it out. */
final class Sigmoids {
  private final Definitions program;

  Sigmoids(Definitions program) {
    this.program = program;
  }

  /** The x of {@code sigmoid(x)}, if the value is one. */
  Optional<Expr> argument(Expr unresolved) {
    Expr expr = program.resolved(unresolved);
    if (Calls.isOperation("sigmoid", expr)) {
      return Optional.of(((Expr.Call) expr).arguments().get(0));
    } else if (expr instanceof Expr.Binary quotient && quotient.operator() == Operator.DIVIDE) {
      return ofQuotient(quotient);
    } else if (expr instanceof Expr.Conditional choice) {
      return ofBoth(choice.then(), choice.otherwise());
    } else if (expr instanceof Expr.Read read) {
      return program
          .merge(read.variable())
          .flatMap(merge -> ofBoth(read(merge.then(), read), read(merge.otherwise(), read)));
    } else if (expr instanceof Expr.Element element) {
      return program.onlyStore(element.array()).map(Statement.Store::value).flatMap(this::argument);
    }
    return Optional.empty();
  }

  private static Expr read(Variable variable, Expr.Read like) {
    return new Expr.Read(variable, like.place());
  }

  /** {@code 1 / (1 + exp(-x))}, or {@code exp(x) / (1 + exp(x))}. */
  private Optional<Expr> ofQuotient(Expr.Binary quotient) {
    Optional<Expr> exponent = new OnePlusExp(program).exponent(quotient.right());
    if (exponent.isEmpty()) {
      return Optional.empty();
    }
    Expr dividend = program.resolved(quotient.left());
    if (OnePlusExp.isOne(dividend)) {
      return Optional.of(negative(exponent.get()));
    }
    return Calls.argument(MathFunction.EXP, dividend)
        .filter(above -> new Matching(program).isSame(above, exponent.get()));
  }

  private Expr negative(Expr expr) {
    return program.resolved(expr) instanceof Expr.Negate negated
        ? negated.operand()
        : new Expr.Negate(expr, expr.place());
  }

  /** The stable way: one form for each sign of x. */
  private Optional<Expr> ofBoth(Expr then, Expr otherwise) {
    return argument(then)
        .filter(
            x -> argument(otherwise).filter(y -> new Matching(program).isSame(x, y)).isPresent());
  }
}
