package dev.brisk.processor.read.body;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an expression of an array type names: an array, or a row of one.
 *
 * @param indices of the row; empty for the array itself
 */
record ArrayPath(Variable array, List<Expr> indices) {
  /** The path of an expression, if it is of an array type. */
  static Optional<ArrayPath> of(Expr expr) {
    if (!expr.type().isArray()) {
      return Optional.empty();
    }
    return Optional.of(
        expr instanceof Expr.Element row
            ? new ArrayPath(row.array(), row.indices())
            : new ArrayPath(((Expr.Read) expr).variable(), List.of()));
  }

  Type type() {
    return array.type().at(indices.size());
  }

  /** The same, as an expression. */
  Expr expr(Place place) {
    return indices.isEmpty()
        ? new Expr.Read(array, place)
        : new Expr.Element(array, indices, place);
  }

  /** The indices of one of its elements. */
  List<Expr> at(Expr index) {
    List<Expr> all = new ArrayList<>(indices);
    all.add(index);
    return all;
  }

  /** One of its elements, or of its rows. */
  Expr element(Expr index, Place place) {
    return new Expr.Element(array, at(index), place);
  }

  /** Its length. */
  Expr length(Place place) {
    return new Expr.Length(array, indices, place);
  }

  /** The same, if it may be written: one that the method itself made. */
  ArrayPath writable(Place place) {
    switch (array.kind()) {
      case PARAMETER -> throw Refusal.because(Problem.PARAMETER_WRITTEN, place, array.name());
      case ARGUMENT -> throw Refusal.because(Problem.ARGUMENT_WRITTEN, place, array.name());
      case CONSTANT -> throw Refusal.because(Problem.CONSTANT_WRITTEN, place, array.name());
      case LOCAL -> {
        return this;
      }
    }
    throw new AssertionError(array.kind());
  }

  /** The same array or row whatever becomes of the variables that its indices were read from. */
  ArrayPath kept(String name, ProgramBuilder program) {
    List<Expr> kept = new ArrayList<>();
    for (Expr index : indices) {
      boolean isAtom = index instanceof Expr.Read || index instanceof Expr.Constant;
      kept.add(
          isAtom
              ? index
              : new Expr.Read(program.define(name + "Row", Type.INT, index), index.place()));
    }
    return new ArrayPath(array, kept);
  }
}
