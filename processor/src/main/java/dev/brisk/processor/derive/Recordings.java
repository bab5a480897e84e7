package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The states that loops must keep for the way back: the value of a carry at the start of each
 * iteration, where the adjoint of the iteration, or what it recomputes, reads it.
 */
final class Recordings {
  /** A carry and the array that keeps its values, one for each iteration. */
  record Recording(Statement.Carry carry, Variable buffer) {}

  private final Map<Statement.Loop, List<Recording>> byLoop = new IdentityHashMap<>();
  private final Variables variables;

  Recordings(Variables variables) {
    this.variables = variables;
  }

  List<Recording> of(Statement.Loop loop) {
    return byLoop.getOrDefault(loop, List.of());
  }

  /** The carries that are recorded, of all loops. */
  Set<Variable> carried() {
    Set<Variable> carried = new HashSet<>();
    byLoop.values().forEach(all -> all.forEach(one -> carried.add(one.carry().variable())));
    return carried;
  }

  /** The carries that loops directly in the block must record when the block is run. */
  Set<Variable> carriedIn(Block block) {
    Set<Variable> carried = new LinkedHashSet<>();
    for (Statement statement : block.statements()) {
      if (statement instanceof Statement.Loop loop) {
        of(loop).forEach(recording -> carried.add(recording.carry().variable()));
      }
    }
    return carried;
  }

  Recording add(Statement.Loop loop, Statement.Carry carry) {
    Variable carried = carry.variable();
    Variable buffer =
        variables.local(carried.name() + "Before", Type.arrayOf(carried.type().element()));
    Recording recording = new Recording(carry, buffer);
    byLoop.computeIfAbsent(loop, any -> new ArrayList<>()).add(recording);
    return recording;
  }

  Variable temporary(String name, Type type) {
    return variables.local(name, type);
  }

  /** The number of the current iteration, from 0. */
  Expr round(Statement.Loop loop) {
    Expr index = Algebra.read(loop.index());
    boolean fromZero = loop.from() instanceof Expr.Constant constant && constant.value().equals(0);
    Expr distance = fromZero ? index : Algebra.minus(index, loop.from());
    return loop.step() == 1
        ? distance
        : Algebra.binary(Operator.DIVIDE, distance, Algebra.whole(loop.step()));
  }

  /** The number of iterations; at least 0. */
  Expr tripCount(Statement.Loop loop) {
    boolean fromZero = loop.from() instanceof Expr.Constant constant && constant.value().equals(0);
    Expr distance = fromZero ? loop.to() : Algebra.minus(loop.to(), loop.from());
    boolean inclusive =
        loop.relation() == Operator.LESS_OR_EQUAL || loop.relation() == Operator.GREATER_OR_EQUAL;
    int step = loop.step();
    boolean isFixed = loop.to() instanceof Expr.Constant && fromZero && step == 1 && !inclusive;
    if (isFixed) {
      return distance;
    }
    // ceil(distance / step), or floor(distance / step) + 1 where the end is included.
    int rounding = inclusive ? step : step > 0 ? step - 1 : step + 1;
    Expr rounded = rounding == 0 ? distance : Algebra.plus(distance, Algebra.whole(rounding));
    Expr count =
        step == 1 ? rounded : Algebra.binary(Operator.DIVIDE, rounded, Algebra.whole(step));
    return atLeastZero(count);
  }

  private static Expr atLeastZero(Expr count) {
    Primitive.Argument whole = new Primitive.Argument(Type.INT, Optional.empty());
    Primitive max = new Primitive(Primitive.MATH, "max", Type.INT, List.of(whole, whole));
    return Algebra.call(max, List.of(Algebra.whole(0), count));
  }
}
