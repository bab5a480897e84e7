package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.choose;
import static dev.brisk.processor.derive.Algebra.in;
import static dev.brisk.processor.derive.Algebra.math;
import static dev.brisk.processor.derive.Algebra.minus;
import static dev.brisk.processor.derive.Algebra.negate;
import static dev.brisk.processor.derive.Algebra.over;
import static dev.brisk.processor.derive.Algebra.plus;
import static dev.brisk.processor.derive.Algebra.read;
import static dev.brisk.processor.derive.Algebra.times;
import static dev.brisk.processor.derive.Algebra.whole;

import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.List;
import java.util.Optional;

/**
 * The derivatives of expressions along a direction, made of what has derivatives itself. In a
 * branch of a conditional expression nothing can be computed beforehand.
 */
final class TangentExpressions {
  private final Activity activity;
  private final Tangents tangents;
  private final Variables variables;
  private final Diagnostics diagnostics;

  TangentExpressions(
      Activity activity, Tangents tangents, Variables variables, Diagnostics diagnostics) {
    this.activity = activity;
    this.tangents = tangents;
    this.variables = variables;
    this.diagnostics = diagnostics;
  }

  /**
   * The derivative of a scalar.
   *
   * @param before where statements may stand that compute something first, if they may
   * @return empty if it is 0, as the expression does not depend on the parameters
   */
  Optional<Expr> of(Expr expr, Optional<List<Statement>> before) {
    return activity.isActive(expr) ? Optional.of(active(expr, before)) : Optional.empty();
  }

  private Expr active(Expr expr, Optional<List<Statement>> before) {
    if (expr instanceof Expr.Read variable) {
      return read(tangents.of(variable.variable()));
    } else if (expr instanceof Expr.Element element) {
      return Algebra.element(tangents.of(element.array()), element.indices());
    } else if (expr instanceof Expr.Negate negated) {
      return negate(active(negated.operand(), before));
    } else if (expr instanceof Expr.Cast cast) {
      return in(cast.type(), active(cast.operand(), before));
    } else if (expr instanceof Expr.Binary binary) {
      return ofBinary(binary, before);
    } else if (expr instanceof Expr.Conditional conditional) {
      return choose(
          conditional.condition(),
          orZero(conditional.then(), Optional.empty()),
          orZero(conditional.otherwise(), Optional.empty()));
    } else if (expr instanceof Expr.Call call) {
      return ofCall(call, before.isPresent() ? named(call, before.get()) : call, before);
    }
    throw new IllegalArgumentException(expr + " has no derivative");
  }

  private Expr orZero(Expr expr, Optional<List<Statement>> before) {
    return of(expr, before).orElseGet(() -> whole(0));
  }

  private Expr ofBinary(Expr.Binary binary, Optional<List<Statement>> before) {
    Expr a = binary.left();
    Expr b = binary.right();
    Optional<Expr> da = of(a, before);
    Optional<Expr> db = of(b, before);
    return switch (binary.operator()) {
      case ADD -> sum(da, db);
      case SUBTRACT -> sum(da, db.map(Algebra::negate));
      case MULTIPLY -> sum(da.map(d -> times(d, b)), db.map(d -> times(a, d)));
      // (a / b)' = (a' - (a / b) b') / b.
      case DIVIDE -> over(sum(da, db.map(d -> negate(times(over(a, b), d)))), b);
      default -> throw new IllegalArgumentException(binary.operator() + " has no derivative");
    };
  }

  /** The sum of what is there. */
  private static Expr sum(Optional<Expr> a, Optional<Expr> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b).orElseThrow();
    }
    return b.get() instanceof Expr.Negate negated
        ? minus(a.get(), negated.operand())
        : plus(a.get(), b.get());
  }

  /**
   * The derivative of a call that depends on the parameters.
   *
   * @param value of the call
   */
  Expr ofCall(Expr.Call call, Expr value, Optional<List<Statement>> before) {
    Primitive primitive = call.primitive();
    if (primitive.isMath()) {
      return ofFunction(call, value, before);
    } else if (primitive.owner().equals(Losses.class.getCanonicalName())) {
      return ofLoss(call, before);
    } else if (primitive.owner().equals(Ops.class.getCanonicalName())) {
      return ofOperation(call, value, before);
    }
    return refused(call);
  }

  private Expr ofFunction(Expr.Call call, Expr value, Optional<List<Statement>> before) {
    MathFunction function = MathFunction.named(call.primitive().name()).orElseThrow();
    Optional<Expr> tangent = Optional.empty();
    for (int k = 0; k < call.arguments().size(); k++) {
      int argument = k;
      Optional<Expr> part =
          of(call.arguments().get(k), before)
              .map(d -> Partials.of(function, d, call.arguments(), value, argument));
      tangent = tangent.isPresent() || part.isPresent() ? Optional.of(sum(tangent, part)) : part;
    }
    return tangent.orElseThrow();
  }

  private Expr ofLoss(Expr.Call call, Optional<List<Statement>> before) {
    List<Expr> x = call.arguments();
    return switch (call.primitive().name()) {
      case "squared" -> times(times(whole(2), minus(x.get(0), x.get(1))), ofError(x, before));
      case "absolute" -> times(sign(minus(x.get(0), x.get(1))), ofError(x, before));
      case "huber" ->
          activity.isActive(x.get(2))
              ? refused(call)
              : times(clamped(minus(x.get(0), x.get(1)), x.get(2)), ofError(x, before));
      case "logCosh" ->
          times(math(MathFunction.TANH, minus(x.get(0), x.get(1))), ofError(x, before));
      case "quantile" -> activity.isActive(x.get(2)) ? refused(call) : ofQuantile(x, before);
      case "hinge" -> activity.isActive(x.get(1)) ? refused(call) : ofHinge(x, before);
      case "poisson" ->
          activity.isActive(x.get(1))
              ? refused(call)
              : times(minus(math(MathFunction.EXP, x.get(0)), x.get(1)), orZero(x.get(0), before));
      case "binaryCrossEntropy" -> ofBinaryCrossEntropy(call, before);
      case "softmaxCrossEntropy" ->
          before.isPresent() ? ofSoftmaxCrossEntropy(call, before.get()) : refused(call);
      default -> refused(call);
    };
  }

  /** The derivative of {@code prediction - target}. */
  private Expr ofError(List<Expr> x, Optional<List<Statement>> before) {
    return sum(of(x.get(0), before), of(x.get(1), before).map(Algebra::negate));
  }

  private static Expr sign(Expr error) {
    return choose(isAbove(error, whole(0)), whole(1), choose(isBelow(error), whole(-1), whole(0)));
  }

  private static Expr clamped(Expr error, Expr delta) {
    Expr low = choose(isAbove(negate(error), delta), negate(delta), error);
    return choose(isAbove(error, delta), delta, low);
  }

  private Expr ofQuantile(List<Expr> x, Optional<List<Statement>> before) {
    Expr error = minus(x.get(1), x.get(0));
    Expr below = choose(isBelow(error), minus(x.get(2), whole(1)), whole(0));
    Expr slope = choose(isAbove(error, whole(0)), x.get(2), below);
    return negate(times(slope, ofError(x, before)));
  }

  private Expr ofHinge(List<Expr> x, Optional<List<Statement>> before) {
    Expr isSloping = Algebra.binary(Operator.LESS_OR_EQUAL, times(x.get(1), x.get(0)), whole(1));
    Expr slope = choose(isSloping, negate(x.get(1)), whole(0));
    return times(slope, orZero(x.get(0), before));
  }

  private static Expr isAbove(Expr value, Expr limit) {
    return Algebra.binary(Operator.GREATER, value, limit);
  }

  private static Expr isBelow(Expr value) {
    return Algebra.binary(Operator.LESS, value, whole(0));
  }

  private Expr ofBinaryCrossEntropy(Expr.Call call, Optional<List<Statement>> before) {
    Expr logit = call.arguments().get(0);
    Expr target = call.arguments().get(1);
    Optional<Expr> byLogit =
        of(logit, before).map(d -> times(minus(sigmoid(logit, before), target), d));
    Optional<Expr> byTarget = of(target, before).map(d -> negate(times(logit, d)));
    return sum(byLogit, byTarget);
  }

  /** Along a direction of the logits, the mean by their softmax, less that of the label. */
  private Expr ofSoftmaxCrossEntropy(Expr.Call call, List<Statement> before) {
    Expr logits = call.arguments().get(0);
    Variable softmax =
        VectorCalls.filled(
            "softmax", VectorCalls.softmax(logits), VectorCalls.length(logits), variables, before);
    Expr along = ofArray(logits);
    Expr label = VectorCalls.at(along, call.arguments().get(1));
    return minus(VectorCalls.dot(read(softmax), along), label);
  }

  private Expr ofOperation(Expr.Call call, Expr value, Optional<List<Statement>> before) {
    List<Expr> x = call.arguments();
    return switch (call.primitive().name()) {
      case "dot" ->
          sum(
              ofArrayIfActive(x.get(0)).map(d -> VectorCalls.dot(d, x.get(1))),
              ofArrayIfActive(x.get(1)).map(d -> VectorCalls.dot(x.get(0), d)));
      case "sum", "mean" ->
          new Expr.Call(call.primitive(), List.of(ofArray(x.get(0))), Place.NOWHERE);
      case "leakyRelu" ->
          sum(
              of(x.get(0), before)
                  .map(d -> choose(isAbove(x.get(0), whole(0)), d, times(x.get(1), d))),
              of(x.get(1), before)
                  .map(d -> choose(isAbove(x.get(0), whole(0)), whole(0), times(x.get(0), d))));
      default -> {
        Optional<Expr> slope = slope(call.primitive().name(), x.get(0), value, before);
        yield slope.isPresent() ? times(slope.get(), active(x.get(0), before)) : refused(call);
      }
    };
  }

  /**
   * The slope of an activation.
   *
   * @param x its argument
   * @param y its value
   * @return empty if the activation is not one of these
   */
  Optional<Expr> slope(String activation, Expr x, Expr y, Optional<List<Statement>> before) {
    return switch (activation) {
      case "relu" -> Optional.of(choose(isAbove(x, whole(0)), whole(1), whole(0)));
      case "elu" -> Optional.of(choose(isAbove(x, whole(0)), whole(1), plus(y, whole(1))));
      case "sigmoid" -> Optional.of(times(y, minus(whole(1), y)));
      case "tanh" -> Optional.of(minus(whole(1), times(y, y)));
      case "softplus" -> Optional.of(sigmoid(x, before));
      case "logSigmoid" -> Optional.of(sigmoid(negate(x), before));
      case "silu" -> {
        Expr s = sigmoid(x, before);
        yield Optional.of(plus(s, times(y, minus(whole(1), s))));
      }
      default -> Optional.empty();
    };
  }

  /** {@code sigmoid(x)}, with a name if it may have one. */
  private Expr sigmoid(Expr x, Optional<List<Statement>> before) {
    Expr.Call call = VectorCalls.sigmoid(x);
    return before.isPresent() ? named(call, before.get()) : call;
  }

  private Expr named(Expr.Call call, List<Statement> before) {
    Variable name = variables.local(call.primitive().name(), call.type());
    before.add(new Statement.Define(name, call, Place.NOWHERE));
    return read(name);
  }

  /** The derivative of an array that depends on the parameters, or of a row of one. */
  Expr ofArray(Expr array) {
    return array instanceof Expr.Element row
        ? Algebra.element(tangents.of(row.array()), row.indices())
        : read(tangents.of(((Expr.Read) array).variable()));
  }

  Optional<Expr> ofArrayIfActive(Expr array) {
    return activity.isActive(array) ? Optional.of(ofArray(array)) : Optional.empty();
  }

  private Expr refused(Expr.Call call) {
    diagnostics.add(Problem.NO_SECOND_DERIVATIVE, call.place(), call.primitive());
    return whole(0);
  }
}
