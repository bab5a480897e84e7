package dev.brisk.processor.derive;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Rebuild;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The array that a program makes and returns, made by the caller instead. */
public final class ResultArray {
  private final Program program;
  private final int at;
  private final Expr length;

  private ResultArray(Program program, int at, Expr length) {
    this.program = program;
    this.at = at;
    this.length = length;
  }

  /** Of a program whose result is an array. */
  public static ResultArray of(Program program) {
    Map<Variable, List<Expr>> lengths = new HashMap<>();
    List<Statement> statements = program.body().statements();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) instanceof Statement.Allocate allocate) {
        List<Expr> own =
            allocate.lengths().stream().map(length -> resolved(length, lengths)).toList();
        if (allocate.array().equals(program.result())) {
          return new ResultArray(program, i, own.get(0));
        }
        if (own.stream().allMatch(ResultArray::isFixed)) {
          lengths.put(allocate.array(), own);
        }
      }
    }
    throw new IllegalArgumentException(program.name() + " does not make its result");
  }

  /** The length without arrays of the program's own, which would have to be filled for it. */
  private static Expr resolved(Expr expr, Map<Variable, List<Expr>> lengths) {
    if (expr instanceof Expr.Length length && lengths.containsKey(length.array())) {
      return lengths.get(length.array()).get(length.indices().size());
    }
    return Rebuild.of(expr, operand -> resolved(operand, lengths));
  }

  /** Whether it is the same later on: an element of an array may be overwritten by then. */
  private static boolean isFixed(Expr expr) {
    boolean[] reads = {false};
    Walk.elements(expr, array -> reads[0] = true);
    return !reads[0];
  }

  /** A routine that takes the array last, whatever is in it, fills it and returns it. */
  public Routine filling() {
    Routine plain = Plain.of(program);
    List<Code> body = new ArrayList<>();
    for (Code statement : plain.body()) {
      if (statement instanceof Code.Allocate allocate
          && allocate.array().equals(program.result())) {
        if (allocate.isZeroed()) {
          body.add(cleared(program.result()));
        }
      } else {
        body.add(statement);
      }
    }
    return new Routine(
        plain.parameters(),
        plain.arguments(),
        plain.sources(),
        List.of(program.result()),
        body,
        program.result());
  }

  private static Code cleared(Variable array) {
    Expr zero =
        array.type().element() == Scalar.BOOLEAN
            ? new Expr.Constant(false, Type.BOOLEAN, Place.NOWHERE)
            : Algebra.whole(0);
    return new Code.Invoke(Arrays.class.getName(), "fill", List.of(Algebra.read(array), zero));
  }

  /** The length of the array, if it is the same for every example. */
  public Optional<Integer> fixedLength() {
    return length instanceof Expr.Constant constant
        ? Optional.of((Integer) constant.value())
        : Optional.empty();
  }

  /** A routine that gives the length of the array. */
  public Routine length() {
    Variable result = program.variables().local("length", Type.INT);
    List<Statement> statements = new ArrayList<>(program.body().statements().subList(0, at));
    statements.removeIf(Statement.Origin.class::isInstance);
    statements.add(new Statement.Define(result, length, length.place()));
    return Plain.of(
        new Program(
            program.name(),
            program.parameters(),
            program.arguments(),
            program.sources(),
            new Block(statements),
            result,
            program.variables()));
  }
}
