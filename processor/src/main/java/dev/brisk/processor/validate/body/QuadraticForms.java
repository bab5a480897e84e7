package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.validate.body.Quadratic.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes a program with polynomials of the parameters in place of numbers, as far as it goes:
 * sums and products, and loops whose lengths are known. A value that it cannot tell is empty.
 */
final class QuadraticForms {
  /** Longer loops are over data, not over the parameters of a lesson. */
  private static final int MOST_ITERATIONS = 64;

  private final Map<Variable, Optional<Quadratic>> values = new HashMap<>();
  private int iterations;

  private QuadraticForms() {}

  /** The result of the program, if it is visibly a quadratic. */
  static Optional<Quadratic> of(Program program) {
    QuadraticForms forms = new QuadraticForms();
    return forms.runs(program.body()) ? forms.valueOf(program.result()) : Optional.empty();
  }

  /** Whether all of the block could be followed. */
  private boolean runs(Block block) {
    for (Statement statement : block.statements()) {
      if (statement instanceof Statement.Define define) {
        values.put(define.variable(), form(define.value()));
      } else if (statement instanceof Statement.Loop loop) {
        if (!runs(loop)) {
          return false;
        }
      } else if (!(statement instanceof Statement.Origin)) {
        return false;
      }
    }
    return true;
  }

  private boolean runs(Statement.Loop loop) {
    Optional<Integer> from = whole(loop.from());
    Optional<Integer> to = whole(loop.to());
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    loop.carries().forEach(carry -> values.put(carry.variable(), valueOf(carry.initial())));
    for (long i = from.get(); isInside(loop, i, to.get()); i += loop.step()) {
      values.put(loop.index(), Optional.of(Quadratic.constant(i)));
      if (++iterations > MOST_ITERATIONS || !runs(loop.body())) {
        return false;
      }
      List<Optional<Quadratic>> next = new ArrayList<>();
      loop.carries().forEach(carry -> next.add(valueOf(carry.next())));
      for (int k = 0; k < next.size(); k++) {
        values.put(loop.carries().get(k).variable(), next.get(k));
      }
    }
    return true;
  }

  private static boolean isInside(Statement.Loop loop, long index, int to) {
    return switch (loop.relation()) {
      case LESS -> index < to;
      case LESS_OR_EQUAL -> index <= to;
      case GREATER -> index > to;
      case GREATER_OR_EQUAL -> index >= to;
      default -> throw new IllegalArgumentException(loop.relation() + " heads no loop");
    };
  }

  private Optional<Integer> whole(Expr expr) {
    return form(expr)
        .filter(Quadratic::isConstant)
        .map(Quadratic::constant)
        .filter(value -> value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE)
        .map(Double::intValue);
  }

  private Optional<Quadratic> valueOf(Variable variable) {
    return switch (variable.kind()) {
      case PARAMETER -> Optional.of(Quadratic.of(new Cell(variable, List.of())));
      case ARGUMENT, CONSTANT -> Optional.of(Quadratic.constant(Double.NaN));
      case LOCAL -> values.getOrDefault(variable, Optional.empty());
    };
  }

  private Optional<Quadratic> form(Expr expr) {
    if (expr instanceof Expr.Constant constant) {
      return constant.value() instanceof Number number
          ? Optional.of(Quadratic.constant(number.doubleValue()))
          : Optional.empty();
    } else if (expr instanceof Expr.Read read) {
      return valueOf(read.variable());
    } else if (expr instanceof Expr.Element element) {
      return element(element);
    } else if (expr instanceof Expr.Negate negated) {
      return form(negated.operand()).map(operand -> operand.times(-1));
    } else if (expr instanceof Expr.Cast cast && cast.type().isFloating()) {
      return form(cast.operand());
    } else if (expr instanceof Expr.Binary binary && isArithmetic(binary)) {
      return binary(binary);
    } else if (expr instanceof Expr.Call call) {
      return call(call);
    }
    return ofData(expr);
  }

  /** Whether it computes as polynomials do, which whole quotients do not. */
  private static boolean isArithmetic(Expr.Binary binary) {
    return switch (binary.operator()) {
      case ADD, SUBTRACT, MULTIPLY -> true;
      case DIVIDE -> binary.type().isFloating();
      default -> false;
    };
  }

  private Optional<Quadratic> element(Expr.Element element) {
    if (element.array().kind() != Variable.Kind.PARAMETER) {
      return ofData(element);
    }
    List<Integer> indices = new ArrayList<>();
    for (Expr index : element.indices()) {
      Optional<Integer> whole = whole(index);
      if (whole.isEmpty()) {
        return Optional.empty();
      }
      indices.add(whole.get());
    }
    return Optional.of(Quadratic.of(new Cell(element.array(), indices)));
  }

  private Optional<Quadratic> binary(Expr.Binary binary) {
    Optional<Quadratic> left = form(binary.left());
    Optional<Quadratic> right = form(binary.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return switch (binary.operator()) {
      case ADD -> Optional.of(left.get().plus(right.get()));
      case SUBTRACT -> Optional.of(left.get().plus(right.get().times(-1)));
      case MULTIPLY -> left.get().times(right.get());
      case DIVIDE ->
          right
              .filter(Quadratic::isConstant)
              .map(divisor -> left.get().times(1 / divisor.constant()));
      default -> throw new IllegalArgumentException(binary.operator() + " is no arithmetic");
    };
  }

  private Optional<Quadratic> call(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    String name = call.primitive().toString();
    if (name.equals("Math.pow")
        && form(arguments.get(1)).filter(Quadratic.constant(2)::equals).isPresent()) {
      return form(arguments.get(0)).flatMap(base -> base.times(base));
    } else if (name.equals("Losses.squared")) {
      return form(arguments.get(0))
          .flatMap(
              prediction -> form(arguments.get(1)).map(target -> prediction.plus(target.times(-1))))
          .flatMap(error -> error.times(error));
    }
    return ofData(call);
  }

  /** A value that is some number as long as no parameter is in it. */
  private Optional<Quadratic> ofData(Expr expr) {
    for (Expr operand : expr.operands()) {
      if (form(operand).filter(Quadratic::isConstant).isEmpty()) {
        return Optional.empty();
      }
    }
    boolean isLocalArray =
        expr instanceof Expr.Element element && element.array().kind() == Variable.Kind.LOCAL;
    return isLocalArray ? Optional.empty() : Optional.of(Quadratic.constant(Double.NaN));
  }
}
