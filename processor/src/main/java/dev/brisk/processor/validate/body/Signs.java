package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves of a value that it is never below 0, or never above: of squares, absolute values, their
 * sums and products. What cannot be proved may have either sign.
 */
final class Signs {
  private static final Set<String> NEVER_BELOW_ZERO =
      Set.of("abs", "cosh", "exp", "hypot", "sqrt", "sigmoid", "softplus", "relu");

  private final Definitions program;

  Signs(Definitions program) {
    this.program = program;
  }

  boolean isNeverBelowZero(Expr expr) {
    return holds(expr, 1, Map.of());
  }

  boolean isNeverAboveZero(Expr expr) {
    return holds(expr, -1, Map.of());
  }

  /**
   * Whether {@code sign * expr >= 0}.
   *
   * @param assumed the signs of carried scalars, which are shown round by round
   */
  private boolean holds(Expr unresolved, int sign, Map<Variable, Integer> assumed) {
    Expr expr = program.resolved(unresolved);
    if (expr instanceof Expr.Constant constant && constant.value() instanceof Number number) {
      return sign * number.doubleValue() >= 0;
    } else if (expr instanceof Expr.Negate negated) {
      return holds(negated.operand(), -sign, assumed);
    } else if (expr instanceof Expr.Conditional conditional) {
      return holds(conditional.then(), sign, assumed)
          && holds(conditional.otherwise(), sign, assumed);
    } else if (expr instanceof Expr.Binary binary) {
      return switch (binary.operator()) {
        case ADD -> holds(binary.left(), sign, assumed) && holds(binary.right(), sign, assumed);
        case SUBTRACT ->
            holds(binary.left(), sign, assumed) && holds(binary.right(), -sign, assumed);
        case MULTIPLY, DIVIDE -> productHolds(binary, sign, assumed);
        default -> false;
      };
    } else if (expr instanceof Expr.Call call) {
      return callHolds(call, sign, assumed);
    } else if (expr instanceof Expr.Read read) {
      return variableHolds(read, sign, assumed);
    }
    return false;
  }

  private boolean callHolds(Expr.Call call, int sign, Map<Variable, Integer> assumed) {
    if (NEVER_BELOW_ZERO.contains(call.primitive().name())) {
      return sign > 0;
    }
    boolean isLarger = Calls.argument(MathFunction.MAX, call).isPresent();
    boolean isSmaller = Calls.argument(MathFunction.MIN, call).isPresent();
    boolean oneIsEnough = isLarger ? sign > 0 : sign < 0;
    return (isLarger || isSmaller)
        && (oneIsEnough
            ? call.arguments().stream().anyMatch(each -> holds(each, sign, assumed))
            : call.arguments().stream().allMatch(each -> holds(each, sign, assumed)));
  }

  /** A variable of one of two branches, or one that a loop changes. */
  private boolean variableHolds(Expr.Read read, int sign, Map<Variable, Integer> assumed) {
    Variable variable = read.variable();
    Optional<Statement.Merge> merge = program.merge(variable);
    if (merge.isPresent()) {
      return holds(read(merge.get().then(), read), sign, assumed)
          && holds(read(merge.get().otherwise(), read), sign, assumed);
    }
    Optional<Definitions.Carried> carried = program.carried(variable);
    if (carried.isEmpty() || assumed.containsKey(variable)) {
      return Integer.valueOf(sign).equals(assumed.get(variable));
    }
    Map<Variable, Integer> more = new HashMap<>(assumed);
    more.put(variable, sign);
    Statement.Carry carry = carried.get().carry();
    return holds(read(carry.initial(), read), sign, assumed)
        && holds(read(carry.next(), read), sign, more);
  }

  private static Expr read(Variable variable, Expr.Read like) {
    return new Expr.Read(variable, like.place());
  }

  /** Of a product the factors that stand in it twice, squares, say nothing. */
  private boolean productHolds(Expr.Binary product, int sign, Map<Variable, Integer> assumed) {
    List<Expr> factors = new ArrayList<>();
    int left = sign * factors(product, factors);
    for (Expr factor : factors) {
      if (holds(factor, 1, assumed)) {
        continue;
      }
      if (!holds(factor, -1, assumed)) {
        return false;
      }
      left = -left;
    }
    return left > 0;
  }

  /**
   * Collects the factors of a product, without pairs of the same value.
   *
   * @return the sign that stands before them
   */
  private int factors(Expr expr, List<Expr> factors) {
    if (expr instanceof Expr.Negate negated) {
      return -factors(negated.operand(), factors);
    } else if (expr instanceof Expr.Binary binary
        && (binary.operator() == Operator.MULTIPLY || binary.operator() == Operator.DIVIDE)) {
      return factors(binary.left(), factors) * factors(binary.right(), factors);
    }
    boolean isSecond = factors.removeIf(factor -> isSameValue(factor, expr));
    if (!isSecond) {
      factors.add(expr);
    }
    return 1;
  }

  /** Whether two factors of one product read the same variable or the same element. */
  private boolean isSameValue(Expr one, Expr other) {
    if (one instanceof Expr.Element x && other instanceof Expr.Element y) {
      return x.array().equals(y.array()) && new Matching(program).isSame(x.indices(), y.indices());
    }
    return one instanceof Expr.Read x
        && other instanceof Expr.Read y
        && x.variable().equals(y.variable());
  }
}
