package dev.brisk.processor.code;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Optional;

/** A statement of a routine. */
public sealed interface Code {
  /**
   * {@code double x = value;}, or without a value where both branches of an {@code if} give one.
   */
  record Declare(Variable variable, Optional<Expr> value) implements Code {}

  /** {@code x = value;} */
  record Assign(Variable variable, Expr value) implements Code {}

  /** {@code x += value;} */
  record Add(Variable variable, Expr value) implements Code {}

  /**
   * Takes a scratch array of these lengths, one for each dimension.
   *
   * @param isZeroed whether its elements must be zero; else they are whatever they were
   */
  record Allocate(Variable array, List<Expr> lengths, boolean isZeroed) implements Code {}

  /** {@code array[index] = value;} */
  record Put(Variable array, List<Expr> indices, Expr value) implements Code {}

  /** {@code array[index] += value;} */
  record PutAdd(Variable array, List<Expr> indices, Expr value) implements Code {}

  /** Notes that the example adds to the gradient of a row of the parameter. */
  record Touch(Variable parameter, Expr row) implements Code {}

  /** Keeps the element that the next statement overwrites. */
  record Keep(Variable array, List<Expr> indices) implements Code {}

  /** Puts the element that was kept last back into its place. */
  record Undo() implements Code {}

  /** Marks the point to which {@link Rewind} goes back. */
  record Mark() implements Code {}

  /** Puts all elements back that were kept since the last mark, and removes the mark. */
  record Rewind() implements Code {}

  /** {@code for (int index = from; index relation to; index += step)} */
  record For(Variable index, Expr from, Operator relation, Expr to, int step, List<Code> body)
      implements Code {
    /** The same loop around another body. */
    public For with(List<Code> other) {
      return new For(index, from, relation, to, step, other);
    }
  }

  /** {@code if (condition) then else otherwise} */
  record If(Expr condition, List<Code> then, List<Code> otherwise) implements Code {}

  /** {@code Owner.method(arguments);} */
  record Invoke(String owner, String method, List<Expr> arguments) implements Code {}

  /** {@code KERNEL.method(arguments);}, a method of {@link dev.brisk.kernel.Kernel}. */
  record Kernel(String method, List<Expr> arguments) implements Code {}

  /** {@code // text} */
  record Note(String text) implements Code {}

  /** Refuses the step if the loss is not finite; nothing has been written until here. */
  record RequireFinite(Variable loss) implements Code {}

  /** {@code model.field -= rate * value;} for a parameter that is a scalar. */
  record Descend(Variable parameter, Expr value) implements Code {}
}
