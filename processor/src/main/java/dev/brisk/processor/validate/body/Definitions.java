package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the values of a program come from. */
final class Definitions {
  /** A scalar that a loop changes from round to round. */
  record Carried(Statement.Loop loop, Statement.Carry carry) {}

  private final Block body;
  private final Map<Variable, Expr> values = new HashMap<>();
  private final Map<Variable, Statement.Merge> merges = new HashMap<>();
  private final Map<Variable, Carried> carried = new HashMap<>();
  private final Map<Variable, List<Statement.Store>> stores = new HashMap<>();
  private final Map<Statement, Integer> order = new IdentityHashMap<>();

  /** Where a carried scalar is read in its own loop, not yet at its last value. */
  private final Set<Expr> partial = Collections.newSetFromMap(new IdentityHashMap<>());

  private Definitions(Block body) {
    this.body = body;
  }

  static Definitions of(Program program) {
    Definitions definitions = new Definitions(program.body());
    Walk.statements(program.body(), definitions::add);
    return definitions;
  }

  private void add(Statement statement) {
    order.put(statement, order.size());
    if (statement instanceof Statement.Define define) {
      values.put(define.variable(), define.value());
    } else if (statement instanceof Statement.Store store) {
      stores.computeIfAbsent(store.array(), array -> new ArrayList<>()).add(store);
    } else if (statement instanceof Statement.Branch branch) {
      branch.merges().forEach(merge -> merges.put(merge.variable(), merge));
    } else if (statement instanceof Statement.Loop loop) {
      loop.carries().forEach(carry -> carried.put(carry.variable(), new Carried(loop, carry)));
      Walk.statements(
          loop.body(),
          inner ->
              Walk.expressionsOf(inner)
                  .forEach(expr -> Walk.expressions(expr, part -> markPartial(loop, part))));
    }
  }

  private void markPartial(Statement.Loop loop, Expr part) {
    if (part instanceof Expr.Read read
        && loop.carries().stream().anyMatch(carry -> carry.variable().equals(read.variable()))) {
      partial.add(part);
    }
  }

  Block body() {
    return body;
  }

  /**
   * What is computed for the value: its definition for a variable, and the operand of a cast from
   * one floating type to the other.
   */
  Expr resolved(Expr expr) {
    if (expr instanceof Expr.Read read && values.containsKey(read.variable())) {
      return resolved(values.get(read.variable()));
    }
    boolean isRounding =
        expr instanceof Expr.Cast cast
            && cast.type().isFloating()
            && cast.operand().type().isFloating();
    return isRounding ? resolved(((Expr.Cast) expr).operand()) : expr;
  }

  /** The two values that the variable is one of, by the branch that was taken. */
  Optional<Statement.Merge> merge(Variable variable) {
    return Optional.ofNullable(merges.get(variable));
  }

  /** The loop that changes the variable, if one does. */
  Optional<Carried> carried(Variable variable) {
    return Optional.ofNullable(carried.get(variable));
  }

  /** Whether it is the value before the loop has come to its end that is read here. */
  boolean isPartial(Expr.Read read) {
    return partial.contains(read);
  }

  /** The stores to the array, in the order of the program. */
  List<Statement.Store> stores(Variable array) {
    return stores.getOrDefault(array, List.of());
  }

  /** The store, if it is the only one to the array, and sets what it stores. */
  Optional<Statement.Store> onlyStore(Variable array) {
    List<Statement.Store> all = stores(array);
    return all.size() == 1 && !all.get(0).accumulates()
        ? Optional.of(all.get(0))
        : Optional.empty();
  }

  /** Whether the one stands before the other in the program. */
  boolean isBefore(Statement one, Statement other) {
    return order.get(one) < order.get(other);
  }
}
