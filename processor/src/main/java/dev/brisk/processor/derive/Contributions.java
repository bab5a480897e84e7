package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.in;
import static dev.brisk.processor.derive.Algebra.isAtom;
import static dev.brisk.processor.derive.Algebra.negate;
import static dev.brisk.processor.derive.Algebra.over;
import static dev.brisk.processor.derive.Algebra.read;
import static dev.brisk.processor.derive.Algebra.times;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Hands the derivative by an expression's value to what the expression reads. */
final class Contributions {
  private final Activity activity;
  private final Slopes slopes;
  private final UnaryOperator<Variable> holders;
  private final Diagnostics diagnostics;

  /** The variables that the program defines as the values of calls. */
  private final Map<Expr, Variable> values = new IdentityHashMap<>();

  /**
   * @param holders the variables of the routine that hold the program's
   */
  Contributions(
      Activity activity, Slopes slopes, UnaryOperator<Variable> holders, Diagnostics diagnostics) {
    this.activity = activity;
    this.slopes = slopes;
    this.holders = holders;
    this.diagnostics = diagnostics;
  }

  /**
   * Adds what the expression's operands get.
   *
   * @param seed the derivative of the result by the value of the expression
   */
  void add(Expr expr, Expr seed, List<Code> code) {
    if (!activity.isActive(expr)) {
      return;
    }
    if (expr instanceof Expr.Read variable) {
      Variable slope = slopes.of(variable.variable());
      code.add(new Code.Add(slope, in(slope.type(), seed)));
    } else if (expr instanceof Expr.Element element) {
      Variable slope = slopes.of(element.array());
      Type type = Type.of(slope.type().element());
      code.add(new Code.PutAdd(slope, held(element.indices()), in(type, seed)));
    } else if (expr instanceof Expr.Negate negated) {
      add(negated.operand(), negate(seed), code);
    } else if (expr instanceof Expr.Cast cast) {
      add(cast.operand(), seed, code);
    } else if (expr instanceof Expr.Binary binary) {
      binary(binary, seed, code);
    } else if (expr instanceof Expr.Conditional conditional) {
      Expr given = named(seed, code);
      List<Code> then = new ArrayList<>();
      List<Code> otherwise = new ArrayList<>();
      add(conditional.then(), given, then);
      add(conditional.otherwise(), given, otherwise);
      code.add(new Code.If(held(conditional.condition()), then, otherwise));
    } else if (expr instanceof Expr.Call call) {
      call(call, seed, code);
    }
  }

  private void binary(Expr.Binary binary, Expr seed, List<Code> code) {
    Expr left = binary.left();
    Expr right = binary.right();
    boolean both = activity.isActive(left) && activity.isActive(right);
    switch (binary.operator()) {
      case ADD, SUBTRACT -> {
        Expr given = both ? named(seed, code) : seed;
        boolean isSum = binary.operator() == Operator.ADD;
        add(left, given, code);
        add(right, isSum ? given : negate(given), code);
      }
      case MULTIPLY -> {
        if (Algebra.isSame(left, right)) {
          add(left, times(times(Algebra.whole(2), seed), held(left)), code);
          return;
        }
        Expr given = both ? named(seed, code) : seed;
        add(left, times(given, held(right)), code);
        add(right, times(given, held(left)), code);
      }
      case DIVIDE -> {
        Expr given = both ? named(seed, code) : seed;
        add(left, over(given, held(right)), code);
        // (a / b)' by b is -(a / b) / b.
        add(right, negate(over(times(given, held(binary)), held(right))), code);
      }
      default -> throw new IllegalArgumentException(binary.operator() + " has no derivative");
    }
  }

  private void call(Expr.Call call, Expr seed, List<Code> code) {
    List<Expr> arguments = call.arguments().stream().map(this::held).toList();
    Primitive primitive = call.primitive();
    long active = call.arguments().stream().filter(activity::isActive).count();
    Expr given = active > 1 ? named(seed, code) : seed;
    for (int k = 0; k < arguments.size(); k++) {
      Expr argument = call.arguments().get(k);
      if (!activity.isActive(argument)) {
        continue;
      }
      if (primitive.isMath()) {
        MathFunction function = MathFunction.named(primitive.name()).orElseThrow();
        add(argument, Partials.of(function, given, arguments, held(value(call)), k), code);
        continue;
      }
      Optional<String> derivative = primitive.arguments().get(k).derivative();
      if (derivative.isEmpty()) {
        diagnostics.add(Problem.ARGUMENT_NOT_DIFFERENTIABLE, argument.place(), k + 1, primitive);
      } else if (argument.type().isArray()) {
        List<Expr> all = new ArrayList<>(arguments);
        all.add(in(primitive.result(), given));
        all.add(slopeOf(argument));
        code.add(new Code.Invoke(primitive.owner(), derivative.get(), all));
      } else {
        Primitive slope =
            new Primitive(
                primitive.owner(),
                derivative.get(),
                argumentType(primitive, k),
                primitive.arguments());
        add(argument, times(given, Algebra.call(slope, arguments)), code);
      }
    }
  }

  /**
   * Adds what the arguments of an operation get whose result is an array.
   *
   * @param filled the array that holds the result
   */
  void add(Variable filled, Expr.Call call, List<Code> code) {
    List<Expr> given = new ArrayList<>(call.arguments().stream().map(this::held).toList());
    given.add(read(holders.apply(filled)));
    given.add(read(slopes.of(filled)));
    for (int k = 0; k < call.arguments().size(); k++) {
      Expr argument = call.arguments().get(k);
      if (!activity.isActive(argument)) {
        continue;
      }
      if (call.primitive().arguments().get(k).derivative().isEmpty()) {
        diagnostics.add(
            Problem.ARGUMENT_NOT_DIFFERENTIABLE, argument.place(), k + 1, call.primitive());
      } else if (argument.type().isArray()) {
        code.add(Operation.adding(call.primitive(), k, given, slopeOf(argument)));
      } else {
        add(argument, Operation.giving(call.primitive(), k, given), code);
      }
    }
  }

  /** Adds what the operands of a definition's value get. */
  void add(Variable defined, Expr value, Expr seed, List<Code> code) {
    values.put(value, defined);
    add(value, seed, code);
  }

  /** The value of a call, by the name that the program gives it. */
  private Expr value(Expr.Call call) {
    Variable defined = values.get(call);
    return defined == null ? call : read(defined);
  }

  private static Type argumentType(Primitive primitive, int k) {
    return primitive.arguments().get(k).type();
  }

  /** The derivative as a variable, so that it is not computed for each operand. */
  private Expr named(Expr seed, List<Code> code) {
    if (isAtom(seed)) {
      return seed;
    }
    Variable variable = slopes.temporary("slope", seed);
    code.add(new Code.Declare(variable, Optional.of(seed)));
    return read(variable);
  }

  /** The derivative by an array, or by a row of one, as a whole. */
  private Expr slopeOf(Expr array) {
    return array instanceof Expr.Element row
        ? Algebra.element(slopes.of(row.array()), held(row.indices()))
        : read(slopes.of(((Expr.Read) array).variable()));
  }

  private Expr held(Expr expr) {
    return Renaming.of(expr, holders);
  }

  private List<Expr> held(List<Expr> expressions) {
    return Renaming.of(expressions, holders);
  }
}
