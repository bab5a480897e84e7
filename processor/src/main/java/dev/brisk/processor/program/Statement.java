package dev.brisk.processor.program;

import dev.brisk.processor.diagnostic.Place;
import java.util.List;

/** A statement of a program. Scalars are defined once; arrays are written in place. */
public sealed interface Statement {
  Place place();

  /** {@code variable = value}: the only definition of a scalar. */
  record Define(Variable variable, Expr value, Place place) implements Statement {}

  /**
   * {@code array = new T[length]} or {@code new T[rows][columns]}, all zero.
   *
   * @param lengths one for each dimension, outermost first
   */
  record Allocate(Variable array, List<Expr> lengths, Place place) implements Statement {
    public Allocate {
      lengths = List.copyOf(lengths);
    }
  }

  /**
   * Sets every element of a new array to the result of an operation.
   *
   * @param value of the array's type
   */
  record Fill(Variable array, Expr.Call value, Place place) implements Statement {}

  /**
   * {@code array[index] = value}; or {@code +=} where it accumulates.
   *
   * @param indices one for each dimension, outermost first
   */
  record Store(Variable array, List<Expr> indices, Expr value, boolean accumulates, Place place)
      implements Statement {
    public Store {
      indices = List.copyOf(indices);
    }
  }

  /**
   * {@code for (int index = from; index relation to; index += step)}.
   *
   * @param relation one of the orderings; {@code LESS} and {@code LESS_OR_EQUAL} go with a positive
   *     step, the others with a negative one
   * @param to does not change while the loop runs
   * @param carries the scalars that one iteration hands to the next, and the last one to what
   *     follows
   */
  record Loop(
      Variable index,
      Expr from,
      Operator relation,
      Expr to,
      int step,
      List<Carry> carries,
      Block body,
      Place place)
      implements Statement {}

  /**
   * A scalar that changes from iteration to iteration.
   *
   * @param variable its value at the start of an iteration, and after the loop
   * @param initial its value before the loop
   * @param next its value at the end of an iteration
   */
  record Carry(Variable variable, Variable initial, Variable next) {}

  /** {@code if (condition) then else otherwise}. */
  record Branch(Expr condition, Block then, Block otherwise, List<Merge> merges, Place place)
      implements Statement {}

  /** {@code variable} is {@code then} or {@code otherwise}, by the branch that was taken. */
  record Merge(Variable variable, Variable then, Variable otherwise) {}

  /** What follows comes from the named method of the model, {@code PriceModel.predict}. */
  record Origin(String method, Place place) implements Statement {}
}
