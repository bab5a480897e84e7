package dev.brisk.processor.read.body;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Source;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The program as far as it has been read: statements are added to the innermost open block. */
final class ProgramBuilder {
  private final Variables variables;
  private final Deque<List<Statement>> blocks = new ArrayDeque<>();
  private final Map<Source, Variable> sources = new LinkedHashMap<>();
  private final Map<Variable, List<Integer>> shapes = new HashMap<>();

  /** Results of operations that have the name which the user gave them. */
  private final Set<Variable> named = new HashSet<>();

  private boolean isComplete = true;

  ProgramBuilder(Variables variables) {
    this.variables = variables;
  }

  Variables variables() {
    return variables;
  }

  /** Something that the user wrote is missing in it. */
  void leaveIncomplete() {
    isComplete = false;
  }

  boolean isComplete() {
    return isComplete;
  }

  void add(Statement statement) {
    blocks.element().add(statement);
  }

  /** The statements that the reading adds. */
  Block block(Runnable reading) {
    blocks.push(new ArrayList<>());
    try {
      reading.run();
      return new Block(blocks.element());
    } finally {
      blocks.pop();
    }
  }

  /** The variable that has its value from there. */
  Variable source(Source source, String name, Type type, Variable.Kind kind) {
    return sources.computeIfAbsent(source, any -> variables.fresh(name, type, kind));
  }

  /** Where variables have their values from that no statement defines. */
  Map<Variable, Source> sources() {
    Map<Variable, Source> byVariable = new LinkedHashMap<>();
    sources.forEach((source, variable) -> byVariable.put(variable, source));
    return Collections.unmodifiableMap(byVariable);
  }

  /** A new variable with the value. */
  Variable define(String name, Type type, Expr value) {
    return define(variables.local(name, type), value);
  }

  Variable define(Variable variable, Expr value) {
    add(new Statement.Define(variable, value, value.place()));
    return variable;
  }

  /** The variable that has the value, a new one unless the expression is one already. */
  Variable variableOf(String name, Expr value) {
    return value instanceof Expr.Read read ? read.variable() : define(name, value.type(), value);
  }

  /** An array of zeros. */
  Variable allocate(Variable array, List<Expr> lengths, Place place) {
    add(new Statement.Allocate(array, lengths, place));
    List<Integer> shape =
        lengths.stream().flatMap(length -> new Whole(length).value().stream()).toList();
    if (shape.size() == lengths.size()) {
      shaped(array, shape);
    }
    return array;
  }

  /** A new array with the result of an operation. */
  Variable fill(String name, Expr length, Expr.Call value, Place place) {
    Variable array = allocate(variables.local(name, value.type()), List.of(length), place);
    add(new Statement.Fill(array, value, place));
    return array;
  }

  /**
   * The value by the name that it is given: if it is an array that the last statement filled, that
   * is the name of this array. One that has a name already keeps it, and this is another.
   */
  Expr named(String name, Expr value) {
    List<Statement> block = blocks.element();
    boolean isNew =
        value instanceof Expr.Read read
            && !block.isEmpty()
            && block.get(block.size() - 1) instanceof Statement.Fill fill
            && fill.array().equals(read.variable())
            && !named.contains(read.variable());
    if (!isNew) {
      return value;
    }
    Statement.Fill fill = (Statement.Fill) block.remove(block.size() - 1);
    Statement.Allocate allocate = (Statement.Allocate) block.remove(block.size() - 1);
    Expr length = allocate.lengths().get(0);
    Variable array = fill(name, length, fill.value(), fill.place());
    named.add(array);
    return new Expr.Read(array, value.place());
  }

  /** Makes the extents of an array known. */
  void shaped(Variable array, List<Integer> shape) {
    shapes.put(array, shape);
  }

  /** The extents of an array or a row, as it was declared; empty where they are not known. */
  List<Integer> shape(ArrayPath path) {
    List<Integer> shape = shapes.getOrDefault(path.array(), List.of());
    return shape.isEmpty() ? shape : shape.subList(path.indices().size(), shape.size());
  }
}
