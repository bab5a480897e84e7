package dev.brisk.processor.derive;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notes, on the way back, which rows of parameters the example touches: those to whose gradient
 * something is added. The note stands as far out of the loops as the row is the same.
 */
final class SparseRows {
  /** By the array of its gradient, the parameter and the number of elements of a row. */
  private final Map<Variable, Table> tables;

  /**
   * A parameter with rows.
   *
   * @param width the number of elements of a row
   */
  record Table(Variable parameter, int width) {}

  private SparseRows(Map<Variable, Table> tables) {
    this.tables = tables;
  }

  /**
   * The way back, with notes.
   *
   * @param tables by the arrays of their gradients
   */
  static List<Code> noted(List<Code> back, Map<Variable, Table> tables) {
    SparseRows rows = new SparseRows(tables);
    return rows.sequence(back, List.of(), new ArrayList<>());
  }

  /**
   * The gradients to which the way back adds only at rows that data chooses: not the rows that a
   * loop counts through.
   *
   * @param tables by the arrays of their gradients
   */
  static Set<Variable> chosenByData(List<Code> back, Map<Variable, Table> tables) {
    Set<Variable> chosen = new LinkedHashSet<>();
    Set<Variable> others = new LinkedHashSet<>();
    new SparseRows(tables).collect(back, List.of(), chosen, others);
    chosen.removeAll(others);
    return chosen;
  }

  private void collect(
      List<Code> sequence, List<Code.For> loops, Set<Variable> chosen, Set<Variable> others) {
    for (Code statement : sequence) {
      if (statement instanceof Code.PutAdd put && tables.containsKey(put.array())) {
        boolean isChosen = readsData(row(put, loops), loops);
        (isChosen ? chosen : others).add(put.array());
      } else if (statement instanceof Code.Invoke invoke) {
        // A derivative of a primitive adds to all elements, or to those of one row.
        for (Expr argument : invoke.arguments()) {
          if (argument instanceof Expr.Read whole && tables.containsKey(whole.variable())) {
            others.add(whole.variable());
          } else if (argument instanceof Expr.Element row && tables.containsKey(row.array())) {
            (readsData(row.indices().get(0), loops) ? chosen : others).add(row.array());
          }
        }
      } else if (statement instanceof Code.For loop) {
        collect(loop.body(), and(loops, loop), chosen, others);
      } else {
        collect(Reads.inner(statement), loops, chosen, others);
      }
    }
  }

  /** Whether the expression depends on something that is not counted. */
  private static boolean readsData(Expr row, List<Code.For> loops) {
    boolean[] reads = {false};
    Walk.reads(
        row,
        variable -> reads[0] |= loops.stream().noneMatch(loop -> loop.index().equals(variable)));
    return reads[0];
  }

  private static List<Code.For> and(List<Code.For> loops, Code.For loop) {
    List<Code.For> inner = new ArrayList<>(loops);
    inner.add(loop);
    return inner;
  }

  /**
   * A sequence with its notes.
   *
   * @param leaving receives the notes that may stand before the innermost of the loops
   */
  private List<Code> sequence(List<Code> code, List<Code.For> loops, List<Code.Touch> leaving) {
    List<Code> noted = new ArrayList<>();
    List<Code.Touch> known = new ArrayList<>();
    for (Code statement : code) {
      List<Code.Touch> before = new ArrayList<>();
      Code inner = statement;
      if (statement instanceof Code.For loop) {
        inner = loop.with(sequence(loop.body(), and(loops, loop), before));
      } else if (statement instanceof Code.If branch) {
        inner =
            new Code.If(
                branch.condition(), side(branch.then(), loops), side(branch.otherwise(), loops));
      } else if (statement instanceof Code.PutAdd put && tables.containsKey(put.array())) {
        before.add(new Code.Touch(tables.get(put.array()).parameter(), row(put, loops)));
      } else if (statement instanceof Code.Invoke invoke) {
        for (Expr argument : invoke.arguments()) {
          if (argument instanceof Expr.Element row && tables.containsKey(row.array())) {
            before.add(new Code.Touch(tables.get(row.array()).parameter(), row.indices().get(0)));
          }
        }
      }
      for (Code.Touch touch : before) {
        if (known.stream().noneMatch(other -> isSame(other, touch, code))) {
          known.add(touch);
          if (!loops.isEmpty() && mayLeave(touch.row(), loops.get(loops.size() - 1))) {
            leaving.add(touch);
          } else {
            noted.add(touch);
          }
        }
      }
      noted.add(inner);
    }
    return noted;
  }

  /** What a side touches is not touched on the other, so its notes stay in it. */
  private List<Code> side(List<Code> code, List<Code.For> loops) {
    List<Code.Touch> first = new ArrayList<>();
    List<Code> rest = sequence(code, loops, first);
    List<Code> noted = new ArrayList<>(first);
    noted.addAll(rest);
    return noted;
  }

  private static boolean isSame(Code.Touch one, Code.Touch other, List<Code> sequence) {
    boolean[] changes = {false};
    Set<Variable> written = Reads.written(sequence);
    Walk.reads(other.row(), variable -> changes[0] |= written.contains(variable));
    return !changes[0]
        && one.parameter().equals(other.parameter())
        && Algebra.isSame(one.row(), other.row());
  }

  /** Whether the row is the same in all iterations, of which there is one at least. */
  private static boolean mayLeave(Expr row, Code.For loop) {
    Set<Variable> changing = Reads.written(loop.body());
    changing.add(loop.index());
    boolean[] fixed = {true};
    Walk.reads(row, variable -> fixed[0] &= !changing.contains(variable));
    return fixed[0]
        && loop.from() instanceof Expr.Constant from
        && loop.to() instanceof Expr.Constant to
        && from.value() instanceof Integer first
        && to.value() instanceof Integer last
        && holds(first, loop, last);
  }

  private static boolean holds(int from, Code.For loop, int to) {
    return switch (loop.relation()) {
      case LESS -> from < to;
      case LESS_OR_EQUAL -> from <= to;
      case GREATER -> from > to;
      default -> from >= to;
    };
  }

  /** The row of an element. */
  private Expr row(Code.PutAdd put, List<Code.For> loops) {
    Expr index = put.indices().get(0);
    int width = tables.get(put.array()).width();
    boolean isFlat = put.indices().size() == 1 && width > 1;
    return isFlat ? RowOfFlat.of(index, width, loops) : index;
  }
}
