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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program as far as it has been read: statements are added to the innermost open block. */
final class ProgramBuilder {
  private final Variables variables;
  private final Deque<List<Statement>> blocks = new ArrayDeque<>();
  private final Map<Source, Variable> sources = new LinkedHashMap<>();
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
    return array;
  }
}
