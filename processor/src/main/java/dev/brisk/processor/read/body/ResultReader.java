package dev.brisk.processor.read.body;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Optional;

/** Decides which variable of a program is its result. */
final class ResultReader {
  private ResultReader() {}

  /**
   * The variable of what a method returns. An array that the method did not make itself, such as a
   * row of a parameter, is copied: what the caller gets is never a part of the model.
   *
   * @param name of the method
   */
  static Variable variable(String name, Expr value, ProgramBuilder program) {
    Optional<ArrayPath> path = ArrayPath.of(value);
    boolean isOwn =
        path.isEmpty()
            || (path.get().indices().isEmpty() && path.get().array().kind() == Variable.Kind.LOCAL);
    return isOwn
        ? program.variableOf(name, value)
        : copy(name, path.get().kept(name, program), value.place(), program);
  }

  private static Variable copy(String name, ArrayPath path, Place place, ProgramBuilder program) {
    Variable copy = program.variables().local(name, path.type());
    Expr length = path.length(place);
    program.allocate(copy, List.of(length), place);
    Variable index = program.variables().local("i", Type.INT);
    Expr at = new Expr.Read(index, place);
    Statement.Store store =
        new Statement.Store(copy, List.of(at), path.element(at, place), false, place);
    program.add(
        new Statement.Loop(
            index,
            new Expr.Constant(0, Type.INT, place),
            Operator.LESS,
            length,
            1,
            List.of(),
            new Block(List.of(store)),
            place));
    return copy;
  }
}
