package dev.brisk.processor.derive;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proves that elements of parameters may be changed on the way back at the very place where their
 * gradient is known: nothing reads an element after it was changed.
 *
 * <p>That is so for a parameter which the way back does not read; and for one of which it reads and
 * changes the same element, another in each iteration, in one sequence of statements. There the
 * change waits until the last read.
 */
final class InPlace {
  /** A place where the way back reads or changes an element. */
  private record Access(List<Code> sequence, List<Code.For> loops, List<Expr> indices) {}

  private final Map<Variable, Variable> parameters;
  private final Map<Variable, List<Access>> reads = new HashMap<>();
  private final Map<Variable, List<Access>> changes = new HashMap<>();
  private final Set<Variable> written;
  private boolean addsElsewhere;

  private InPlace(List<Code> back, Map<Variable, Variable> parameters) {
    this.parameters = parameters;
    this.written = Reads.written(back);
    collect(back, List.of());
  }

  /**
   * Whether all parameters may be changed in place.
   *
   * @param parameters by the arrays of their gradients
   */
  static boolean isPossible(List<Code> back, Map<Variable, Variable> parameters) {
    InPlace inPlace = new InPlace(back, parameters);
    return !inPlace.addsElsewhere && parameters.values().stream().allMatch(inPlace::isPossible);
  }

  private void collect(List<Code> sequence, List<Code.For> loops) {
    for (Code statement : sequence) {
      for (Expr expr : Reads.expressions(statement)) {
        Walk.expressions(expr, part -> read(part, sequence, loops));
      }
      if (statement instanceof Code.PutAdd put && parameters.containsKey(put.array())) {
        add(changes, parameters.get(put.array()), new Access(sequence, loops, put.indices()));
      } else if (statement instanceof Code.For loop) {
        List<Code.For> inner = new ArrayList<>(loops);
        inner.add(loop);
        collect(loop.body(), inner);
      } else if (statement instanceof Code.If branch) {
        collect(branch.then(), loops);
        collect(branch.otherwise(), loops);
      } else if (statement instanceof Code.Invoke) {
        // The derivative of a primitive adds to the gradient by itself.
        addsElsewhere |=
            parameters.keySet().stream().anyMatch(sum -> Reads.mentions(statement, sum));
      }
    }
  }

  private void read(Expr part, List<Code> sequence, List<Code.For> loops) {
    if (part instanceof Expr.Element element) {
      add(reads, element.array(), new Access(sequence, loops, element.indices()));
    } else if (part instanceof Expr.Read read && read.type().isArray()) {
      add(reads, read.variable(), new Access(sequence, loops, List.of()));
    }
  }

  private static void add(Map<Variable, List<Access>> accesses, Variable array, Access access) {
    accesses.computeIfAbsent(array, any -> new ArrayList<>()).add(access);
  }

  private boolean isPossible(Variable parameter) {
    List<Access> all = new ArrayList<>(changes.getOrDefault(parameter, List.of()));
    if (all.isEmpty() || !reads.containsKey(parameter)) {
      return true;
    }
    Access first = all.get(0);
    all.addAll(reads.get(parameter));
    return all.stream()
            .allMatch(
                access ->
                    access.sequence() == first.sequence()
                        && Algebra.isSame(access.indices(), first.indices()))
        && isStable(first)
        && Distinct.isEach(first.indices(), first.loops());
  }

  /** Whether the indices mean the same until the end of the sequence, where changes may wait. */
  private boolean isStable(Access access) {
    boolean[] stable = {true};
    for (Expr index : access.indices()) {
      Walk.reads(
          index,
          variable -> {
            boolean counts =
                access.loops().stream().anyMatch(loop -> loop.index().equals(variable));
            stable[0] &= counts || !written.contains(variable);
          });
    }
    return stable[0];
  }
}
