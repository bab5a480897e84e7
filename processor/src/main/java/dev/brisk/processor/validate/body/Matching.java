package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether two expressions are one formula. The second may be written over indices of loops, which
 * then stand for whatever the first has in their places, everywhere the same.
 */
final class Matching {
  private final Definitions program;
  private final Set<Variable> indices;
  private final Predicate<Variable> isUnchanged;
  private final Map<Variable, Expr> meanings = new HashMap<>();

  /** Matches what is computed from the same variables, and from arrays that nothing changes. */
  Matching(Definitions program) {
    this(program, Set.of(), array -> array.kind() != Variable.Kind.LOCAL);
  }

  /**
   * @param indices those of the second expression
   * @param isUnchanged whether the elements of an array are the same for both
   */
  Matching(Definitions program, Set<Variable> indices, Predicate<Variable> isUnchanged) {
    this.program = program;
    this.indices = new HashSet<>(indices);
    this.isUnchanged = isUnchanged;
  }

  boolean isSame(Expr one, Expr other) {
    Expr a = program.resolved(one);
    Expr b = program.resolved(other);
    if (b instanceof Expr.Read read && indices.contains(read.variable())) {
      Expr meaning = meanings.putIfAbsent(read.variable(), a);
      return meaning == null || new Matching(program).isSame(a, meaning);
    }
    if (a instanceof Expr.Element x
        && b instanceof Expr.Element y
        && x.array().equals(y.array())
        && isUnchanged.test(x.array())) {
      return isSame(x.indices(), y.indices());
    }
    return isSameForm(a, b) || isStored(a, b);
  }

  /** Whether all of the expressions have the same values, in their order. */
  boolean isSame(List<Expr> some, List<Expr> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!isSame(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSameForm(Expr a, Expr b) {
    if (a instanceof Expr.Read x && b instanceof Expr.Read y) {
      return x.variable().equals(y.variable());
    } else if (a instanceof Expr.Constant x && b instanceof Expr.Constant y) {
      return x.value().equals(y.value())
          || (x.value() instanceof Number m
              && y.value() instanceof Number n
              && m.doubleValue() == n.doubleValue());
    } else if (a instanceof Expr.ConstantField x && b instanceof Expr.ConstantField y) {
      return x.owner().equals(y.owner()) && x.name().equals(y.name());
    } else if (a instanceof Expr.Length x && b instanceof Expr.Length y) {
      return x.array().equals(y.array());
    }
    return Objects.equals(operation(a), operation(b)) && haveSameOperands(a, b);
  }

  /** What an expression does with its operands; a value of its own for those that have none. */
  private static Object operation(Expr expr) {
    if (expr instanceof Expr.Binary binary) {
      return binary.operator();
    } else if (expr instanceof Expr.Call call) {
      return call.primitive();
    } else if (expr instanceof Expr.Cast cast) {
      return cast.type();
    } else if (expr instanceof Expr.Negate || expr instanceof Expr.Conditional) {
      return expr.getClass();
    }
    return expr;
  }

  private boolean haveSameOperands(Expr a, Expr b) {
    for (int i = 0; i < a.operands().size(); i++) {
      if (!isSame(a.operands().get(i), b.operands().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** An element of an array that is stored at one place is what is computed there. */
  private boolean isStored(Expr a, Expr b) {
    if (a instanceof Expr.Element element) {
      Optional<Statement.Store> store = program.onlyStore(element.array());
      if (store.isPresent()) {
        return isSame(store.get().value(), b);
      }
    }
    if (b instanceof Expr.Element element) {
      Optional<Statement.Store> store = program.onlyStore(element.array());
      if (store.isPresent()) {
        for (Expr index : store.get().indices()) {
          if (index instanceof Expr.Read read) {
            indices.add(read.variable());
          }
        }
        return isSame(a, store.get().value());
      }
    }
    return false;
  }
}
