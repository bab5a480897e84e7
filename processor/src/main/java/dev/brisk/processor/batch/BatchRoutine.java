package dev.brisk.processor.batch;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.program.Source;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a trainer computes of some examples of a batch.
 *
 * @param parameters those of the model, in the order of their fields
 * @param columns the arguments, one dimension more: one entry for each example there is
 * @param sources of the variables that have their values from elsewhere
 * @param extras those further formal parameters of the routine of one example that it uses
 * @param range which examples it is about
 * @param workspace arrays with a row or a number for each example of the batch
 * @param body over the examples of the range
 * @param sums gradients of weights, to be added up when {@code body} is done for the whole batch
 * @param results one for each example of the batch; of the workspace
 */
public record BatchRoutine(
    List<Variable> parameters,
    List<Variable> columns,
    Map<Variable, Source> sources,
    List<Variable> extras,
    Range range,
    List<Rows> workspace,
    List<Code> body,
    List<WeightSum> sums,
    Variable results) {

  /**
   * Whole numbers that say which examples a call is about.
   *
   * @param from the place of the batch's first example in the columns
   * @param size the number of its examples
   * @param first the first example to do, counted from there
   * @param end the first that is not done any more
   */
  public record Range(Variable from, Variable size, Variable first, Variable end) {}

  /**
   * An array with an entry for each example of a batch.
   *
   * @param width the length of a row; empty where the entries are numbers
   */
  public record Rows(Variable variable, Optional<Integer> width) {}

  /**
   * The gradient of weights or of a bias, over a batch.
   *
   * @param upstream the derivatives by the outputs, rows of the workspace
   * @param outputs the length of these rows
   * @param input of the product, a column or rows of the workspace; empty for a bias
   * @param inputs the length of a row of the weights
   * @param sum what it adds to
   */
  public record WeightSum(
      Variable upstream, int outputs, Optional<Variable> input, int inputs, Variable sum) {}

  /** Whether examples write to nothing in common, so that they may be computed at the same time. */
  public boolean isSplittable() {
    return extras.stream().noneMatch(extra -> extra.type().isArray())
        && body.stream().noneMatch(BatchRoutine::takesShared);
  }

  private static boolean takesShared(Code statement) {
    return statement instanceof Code.Allocate
        || statement instanceof Code.Touch
        || Reads.inner(statement).stream().anyMatch(BatchRoutine::takesShared);
  }

  /** Whether the variable is a column. */
  public boolean isColumn(Variable variable) {
    return columns.contains(variable);
  }
}
