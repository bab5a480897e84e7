package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.SparsePlan;
import java.util.function.UnaryOperator;

/**
 * What one call updates: an array with its gradient and its states, or a part of them.
 *
 * @param parameter the array
 * @param gradient the array of its gradient
 * @param state the array of a state, by its name
 * @param row brackets after each array, of the row that is meant; empty for the array itself
 * @param range of the elements, {@code from, to}
 */
record Slice(
    CodeBlock parameter,
    String gradient,
    UnaryOperator<String> state,
    String row,
    CodeBlock range) {

  /** A whole parameter; of one with rows the row {@code row}. */
  static Slice of(ParameterPlan parameter, TrainerFields fields) {
    CodeBlock array = CodeBlock.of("model.$L", parameter.name());
    String row = parameter.hasRows() ? "[row]" : "";
    return new Slice(
        array,
        fields.gradient(parameter),
        state -> fields.state(parameter.name(), state),
        row,
        CodeBlock.of("0, $L$L.length", array, row));
  }

  /** The row {@code row} of a sparse parameter. */
  static Slice ofRow(SparsePlan sparse, TrainerFields fields) {
    Slice whole = of(sparse.parameter(), fields);
    if (sparse.parameter().hasRows()) {
      return whole;
    }
    String from = sparse.width() == 1 ? "row" : "row * " + sparse.width();
    return whole.with(CodeBlock.of("$1L, $1L + $2L", from, sparse.width()));
  }

  /**
   * Rows of a matrix.
   *
   * @param range of the elements, {@code from, to}
   */
  static Slice ofRows(ParameterPlan parameter, TrainerFields fields, CodeBlock range) {
    return of(parameter, fields).with(range);
  }

  /** Scalars, of a range of their places among all. */
  static Slice ofScalars(CodeBlock range, TrainerFields fields) {
    return new Slice(
        CodeBlock.of(fields.scalars()), fields.scalarGradient(), fields::scalarState, "", range);
  }

  private Slice with(CodeBlock range) {
    return new Slice(parameter, gradient, state, row, range);
  }

  /** The array that an update calls so. */
  CodeBlock array(String name) {
    return switch (name) {
      case "parameter" -> CodeBlock.of("$L$L", parameter, row);
      case "gradient" -> CodeBlock.of("$L$L", gradient, row);
      default -> CodeBlock.of("$L$L", state.apply(name), row);
    };
  }
}
