package dev.brisk.processor.read.body;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import java.util.List;
import java.util.Optional;

/**
 * What the operations of {@link dev.brisk.ops.Ops} ask of the lengths of arrays, and the length of
 * what they give. What is known of it at compile time is checked here; the rest is checked by the
 * operation itself, before anything is written.
 */
final class OperationShapes {
  private final String operation;
  private final List<Expr> arguments;
  private final ProgramBuilder program;
  private final Place place;

  OperationShapes(String operation, List<Expr> arguments, ProgramBuilder program, Place place) {
    this.operation = operation;
    this.arguments = arguments;
    this.program = program;
    this.place = place;
  }

  /** The length of the result; of an operation whose result is a number, that of an argument. */
  Whole checkedLength() {
    return switch (operation) {
      case "affine" -> affine();
      case "matrixVector" -> matrixVector();
      case "add", "subtract", "multiply", "dot" -> same(List.of(1));
      case "layerNorm" -> same(List.of(1, 2));
      case "embedding" -> number(1);
      case "concat" -> concatenated();
      case "slice" -> number(2).minus(number(1));
      case "conv2d" -> convolved();
      case "maxPool", "averagePool" -> pooled();
      default -> length(0);
    };
  }

  /** Weights of {outputs, inputs}, a bias of the outputs, and the inputs. */
  private Whole affine() {
    List<Integer> weights = shape(0);
    if (weights.size() == 2) {
      require(1, weights.get(0), takes(weights), 0);
      require(2, weights.get(1), takes(weights), 0);
    } else if (length(0).value().isPresent() && length(1).value().isPresent()) {
      divided(length(1).value().get(), 2);
    }
    return length(1);
  }

  /** A matrix of {rows, columns}, and as many values as columns. */
  private Whole matrixVector() {
    List<Integer> matrix = shape(0);
    if (matrix.size() == 2) {
      require(1, matrix.get(1), takes(matrix), 0);
      return Whole.of(matrix.get(0), place);
    }
    return length(0).over(length(1));
  }

  private String takes(List<Integer> matrix) {
    return "`%s` is {%d, %d}: it takes %d values and gives %d"
        .formatted(name(0), matrix.get(0), matrix.get(1), matrix.get(1), matrix.get(0));
  }

  /** A flat matrix of unknown shape, of which the outputs are known. */
  private void divided(int outputs, int inputs) {
    int size = length(0).value().orElseThrow();
    String why =
        "`%s` has %d values, for %d outputs `%s`".formatted(name(0), size, outputs, name(1));
    if (outputs > 0 && size % outputs == 0) {
      require(inputs, size / outputs, why, 0);
    }
  }

  private Whole same(List<Integer> others) {
    length(0)
        .value()
        .ifPresent(
            length -> {
              String why = "`%s` has length %d, and both go together".formatted(name(0), length);
              others.forEach(other -> require(other, length, why, 0));
            });
    return length(0);
  }

  private Whole concatenated() {
    Whole length = length(0);
    for (int i = 1; i < arguments.size(); i++) {
      length = length.plus(length(i));
    }
    return length;
  }

  /** {@code conv2d(image, height, width, kernels, bias, size, stride, padding)}. */
  private Whole convolved() {
    Whole one = Whole.of(1, place);
    Whole stride = arguments.size() > 6 ? number(6) : one;
    Whole padding = arguments.size() > 7 ? number(7) : Whole.of(0, place);
    Whole channels = length(0).over(number(1).times(number(2)));
    Whole size = number(5);
    channels
        .times(length(4))
        .times(size)
        .times(size)
        .value()
        .ifPresent(
            kernels ->
                require(
                    3,
                    kernels,
                    "%s channels of `%s` to %s of `%s` by windows of %s x %s"
                        .formatted(
                            known(channels),
                            name(0),
                            known(length(4)),
                            name(4),
                            known(size),
                            known(size)),
                    4));
    return length(4)
        .times(windows(number(1), size, stride, padding))
        .times(windows(number(2), size, stride, padding));
  }

  /** {@code maxPool(image, height, width, size, stride)}. */
  private Whole pooled() {
    Whole size = number(3);
    Whole stride = arguments.size() > 4 ? number(4) : size;
    Whole none = Whole.of(0, place);
    return length(0)
        .over(number(1).times(number(2)))
        .times(windows(number(1), size, stride, none))
        .times(windows(number(2), size, stride, none));
  }

  private Whole windows(Whole extent, Whole size, Whole stride, Whole padding) {
    Whole two = Whole.of(2, place);
    return extent.plus(two.times(padding)).minus(size).over(stride).plus(Whole.of(1, place));
  }

  /**
   * Refuses an array that is known to be of another length.
   *
   * @param other the argument that could be changed instead
   */
  private void require(int argument, int length, String why, int other) {
    Optional<Integer> given = length(argument).value();
    if (given.isPresent() && !given.get().equals(length)) {
      throw Refusal.because(
          Problem.SHAPE_MISMATCH,
          arguments.get(argument).place(),
          name(argument),
          given.get(),
          operation,
          length,
          why,
          name(other));
    }
  }

  private static String known(Whole whole) {
    return whole.value().map(Object::toString).orElse("?");
  }

  private Whole number(int argument) {
    return new Whole(arguments.get(argument));
  }

  private Whole length(int argument) {
    ArrayPath array = ArrayPath.of(arguments.get(argument)).orElseThrow(Refusal::silent);
    List<Integer> shape = program.shape(array);
    return shape.isEmpty()
        ? new Whole(array.length(place))
        : Whole.of(shape.stream().reduce(1, (a, b) -> a * b), place);
  }

  private List<Integer> shape(int argument) {
    return program.shape(ArrayPath.of(arguments.get(argument)).orElseThrow(Refusal::silent));
  }

  private String name(int argument) {
    return ArrayPath.of(arguments.get(argument)).orElseThrow(Refusal::silent).array().name();
  }
}
