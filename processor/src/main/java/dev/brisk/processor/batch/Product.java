package dev.brisk.processor.batch;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A product by weights, or one of its derivatives, of one example: a call of a form of {@code
 * affine} or {@code matrixVector} in which all arrays are variables.
 *
 * @param arguments in the order of the form: weights, bias if there is one, input, output, and of a
 *     derivative the derivative by the output and the sum to add to
 * @param outputs the number of rows of the weights
 * @param inputs the number of their columns
 */
record Product(Kind kind, List<Variable> arguments, boolean hasBias, int outputs, int inputs) {
  private static final String FORMS = "dev.brisk.ops.Products";

  /** What it computes. */
  enum Kind {
    OUTPUT,
    BY_INPUT,
    BY_WEIGHTS,
    BY_BIAS
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          "affine", Kind.OUTPUT,
          "affineByX", Kind.BY_INPUT,
          "affineByWeights", Kind.BY_WEIGHTS,
          "affineByBias", Kind.BY_BIAS,
          "matrixVector", Kind.OUTPUT,
          "matrixVectorByX", Kind.BY_INPUT,
          "matrixVectorByMatrix", Kind.BY_WEIGHTS);

  /**
   * The product that a statement is, if it is one of parameters as a whole whose extents are known.
   *
   * @param lengths of arrays, as far as they are known
   */
  static Optional<Product> of(Code statement, Map<Variable, Integer> lengths) {
    if (!(statement instanceof Code.Invoke invoke) || !invoke.owner().equals(FORMS)) {
      return Optional.empty();
    }
    List<Variable> arguments = new ArrayList<>();
    for (Expr argument : invoke.arguments()) {
      if (!(argument instanceof Expr.Read read)) {
        return Optional.empty();
      }
      arguments.add(read.variable());
    }
    boolean hasBias = invoke.method().startsWith("affine");
    Kind kind = KINDS.get(invoke.method());
    Integer outputs = lengths.get(arguments.get(hasBias ? 3 : 2));
    Integer inputs = lengths.get(arguments.get(hasBias ? 2 : 1));
    if (outputs == null || inputs == null) {
      return Optional.empty();
    }
    Product product = new Product(kind, arguments, hasBias, outputs, inputs);
    boolean isOfParameters =
        product.isParameter(product.weights(), outputs * inputs, lengths)
            && product
                .bias()
                .filter(bias -> !product.isParameter(bias, outputs, lengths))
                .isEmpty();
    return isOfParameters ? Optional.of(product) : Optional.empty();
  }

  private boolean isParameter(Variable array, int length, Map<Variable, Integer> lengths) {
    return array.kind() == Variable.Kind.PARAMETER
        && Integer.valueOf(length).equals(lengths.get(array));
  }

  /** Whether it adds to the gradient of a parameter. */
  boolean isSum() {
    return kind == Kind.BY_WEIGHTS || kind == Kind.BY_BIAS;
  }

  Variable weights() {
    return arguments.get(0);
  }

  Optional<Variable> bias() {
    return hasBias ? Optional.of(arguments.get(1)) : Optional.empty();
  }

  Variable input() {
    return arguments.get(hasBias ? 2 : 1);
  }

  Variable output() {
    return arguments.get(hasBias ? 3 : 2);
  }

  /** Of a derivative: that by the output. */
  Variable upstream() {
    return arguments.get(hasBias ? 4 : 3);
  }

  /** Of a derivative: what it adds to. */
  Variable sum() {
    return arguments.get(arguments.size() - 1);
  }

  /** The arrays, other than parameters and their sums, that it reads or writes. */
  List<Variable> ofExamples() {
    return switch (kind) {
      case OUTPUT -> List.of(input(), output());
      case BY_INPUT -> List.of(upstream(), sum());
      case BY_WEIGHTS -> List.of(upstream(), input());
      case BY_BIAS -> List.of(upstream());
    };
  }
}
