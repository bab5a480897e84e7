package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Recognises a softmax that is written out: exponentials, each divided by the sum of those same
 * exponentials over all indices.
 */
final class Softmaxes {
  private final Definitions program;

  Softmaxes(Definitions program) {
    this.program = program;
  }

  /**
   * Whether the value is one element of a softmax.
   *
   * @param at where it is used
   */
  boolean isElement(Expr unresolved, Statement at) {
    Expr expr = program.resolved(unresolved);
    return expr instanceof Expr.Element element
        ? isSoftmax(element.array(), at)
        : isShare(expr, array -> false);
  }

  /** Whether the array holds a softmax at a place where it is used. */
  boolean isSoftmax(Variable array, Statement at) {
    List<Statement.Store> stores = program.stores(array);
    if (stores.size() == 2) {
      return isSoftmaxInPlace(array, stores.get(0), stores.get(1), at);
    }
    return program
        .onlyStore(array)
        .filter(store -> isShare(store.value(), none -> false))
        .isPresent();
  }

  /** {@code p[i] = exp(x[i])}, and then {@code p[i] /= sum}. */
  private boolean isSoftmaxInPlace(
      Variable array, Statement.Store filled, Statement.Store divided, Statement at) {
    return !filled.accumulates()
        && !divided.accumulates()
        && program.isBefore(divided, at)
        && program.resolved(divided.value()) instanceof Expr.Binary quotient
        && program.resolved(quotient.left()) instanceof Expr.Element element
        && element.array().equals(array)
        && new Matching(program).isSame(element.indices(), divided.indices())
        && (isShare(quotient, array::equals)
            || isShare(
                new Expr.Binary(
                    quotient.operator(), filled.value(), quotient.right(), quotient.place()),
                array::equals));
  }

  /**
   * Whether the value is an exponential, divided by the sum of all.
   *
   * @param isUnchanged arrays whose elements are known to be the same for both
   */
  private boolean isShare(Expr unresolved, Predicate<Variable> isUnchanged) {
    if (!(program.resolved(unresolved) instanceof Expr.Binary quotient)
        || quotient.operator() != Operator.DIVIDE
        || !(program.resolved(quotient.right()) instanceof Expr.Read sum)
        || program.isPartial(sum)) {
      return false;
    }
    Optional<Definitions.Carried> total = program.carried(sum.variable());
    Optional<Expr> term = total.flatMap(this::term);
    if (term.isEmpty() || !isExponential(quotient.left())) {
      return false;
    }
    Statement.Loop loop = total.get().loop();
    return new Matching(
            program,
            Set.of(loop.index()),
            array -> isUnchanged.test(array) || isFilled(array, loop))
        .isSame(quotient.left(), term.get());
  }

  /** What a loop over all indices adds in each round to a sum that starts at 0. */
  private Optional<Expr> term(Definitions.Carried total) {
    Statement.Carry carry = total.carry();
    boolean isOverAll = isZero(total.loop().from()) && total.loop().step() == 1;
    Expr initial = program.resolved(read(carry.initial(), total));
    Expr next = program.resolved(read(carry.next(), total));
    if (!isOverAll
        || !isZero(initial)
        || !(next instanceof Expr.Binary sum)
        || sum.operator() != Operator.ADD) {
      return Optional.empty();
    }
    if (isRead(carry.variable(), sum.left())) {
      return Optional.of(sum.right());
    }
    return isRead(carry.variable(), sum.right()) ? Optional.of(sum.left()) : Optional.empty();
  }

  private static Expr read(Variable variable, Definitions.Carried where) {
    return new Expr.Read(variable, where.loop().place());
  }

  private static boolean isRead(Variable variable, Expr expr) {
    return expr instanceof Expr.Read read && read.variable().equals(variable);
  }

  private static boolean isZero(Expr expr) {
    return expr instanceof Expr.Constant constant
        && constant.value() instanceof Number number
        && number.doubleValue() == 0;
  }

  private boolean isExponential(Expr unresolved) {
    Expr expr = program.resolved(unresolved);
    if (expr instanceof Expr.Element element) {
      List<Statement.Store> stores = program.stores(element.array());
      return !stores.isEmpty()
          && !stores.get(0).accumulates()
          && isExponential(stores.get(0).value());
    }
    return Calls.argument(MathFunction.EXP, expr).isPresent();
  }

  /** Whether nothing stores to the array any more when the loop has begun, its own round aside. */
  private boolean isFilled(Variable array, Statement.Loop loop) {
    return array.kind() != Variable.Kind.LOCAL
        || program.onlyStore(array).isPresent()
        || program.stores(array).stream().allMatch(store -> program.isBefore(store, loop));
  }
}
