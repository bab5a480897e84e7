package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must be kept for the way back because it cannot be computed again: the value of a carry at
 * the start of each iteration, where the adjoint of the iteration, or what it recomputes, reads it;
 * and elements of arrays that are overwritten after they were read.
 */
final class Recordings {
  /** A carry and the array that keeps its values, one for each iteration. */
  record Recording(Statement.Carry carry, Variable buffer) {}

  private final Map<Statement.Loop, List<Recording>> byLoop = new IdentityHashMap<>();
  private final Set<Block> marked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Variables variables;
  private final Set<Statement.Store> kept;

  /**
   * @param kept the stores, by their identity, that overwrite an element which the way back needs
   */
  Recordings(Variables variables, Set<Statement.Store> kept) {
    this.variables = variables;
    this.kept = kept;
  }

  /** Whether the element that the store overwrites is kept, and put back on the way back. */
  boolean isKept(Statement.Store store) {
    return kept.contains(store);
  }

  /** The arrays of which elements are kept in the block, in itself or in a block within. */
  Set<Variable> restoredIn(Block block) {
    Set<Variable> arrays = new LinkedHashSet<>();
    Walk.statements(
        block,
        statement -> {
          if (statement instanceof Statement.Store store && isKept(store)) {
            arrays.add(store.array());
          }
        });
    return arrays;
  }

  /**
   * Has every run of the block, the body of a loop or a side of a branch, marked at its start: on
   * the way back its arrays are brought into the state that they had there, and the block is run
   * again from it.
   */
  void mark(Block block) {
    marked.add(block);
  }

  boolean isMarked(Block block) {
    return marked.contains(block);
  }

  /** Whether a loop or a branch directly in the block has marked runs. */
  boolean hasMarksIn(Block block) {
    return block.statements().stream()
        .anyMatch(
            statement ->
                statement instanceof Statement.Loop loop && isMarked(loop.body())
                    || statement instanceof Statement.Branch branch
                        && (isMarked(branch.then()) || isMarked(branch.otherwise())));
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
    Primitive max = Primitive.plain(Primitive.MATH, "max", Type.INT, List.of(Type.INT, Type.INT));
    return Algebra.call(max, List.of(Algebra.whole(0), count));
  }
}
