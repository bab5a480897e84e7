package dev.brisk.processor.read.body;

import dev.brisk.processor.program.Expr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The locals in scope at a point of a body, and the value that each has there. */
final class Scope {
  private Map<String, Local> names;
  private final Map<Local, Expr> values;

  Scope() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  private Scope(Map<String, Local> names, Map<Local, Expr> values) {
    this.names = names;
    this.values = values;
  }

  /** The same point, for a branch of its own. */
  Scope copy() {
    return new Scope(new LinkedHashMap<>(names), new LinkedHashMap<>(values));
  }

  /** Runs the reading of a block; names that it declares end with it. */
  void within(Runnable block) {
    within(names, block);
  }

  /** The names in scope here, to come back to. */
  Map<String, Local> names() {
    return Map.copyOf(names);
  }

  /** Runs a reading for which other names are in scope. */
  void within(Map<String, Local> known, Runnable reading) {
    Map<String, Local> outside = names;
    names = new LinkedHashMap<>(known);
    try {
      reading.run();
    } finally {
      names = outside;
    }
  }

  /** The locals that are in scope here. */
  Predicate<Local> known() {
    return Set.copyOf(names.values())::contains;
  }

  /** Brings a local into scope, still without a value. */
  void declare(Local local) {
    names.put(local.name(), local);
  }

  Optional<Local> find(String name) {
    return Optional.ofNullable(names.get(name));
  }

  /**
   * Gives the local a value.
   *
   * @param value a constant, a variable, or a row of an array whose indices are such
   */
  void set(Local local, Expr value) {
    values.put(local, value);
  }

  Optional<Expr> value(Local local) {
    return Optional.ofNullable(values.get(local));
  }

  /** All locals that have a value, in the order of their first. */
  List<Local> locals() {
    return List.copyOf(values.keySet());
  }
}
