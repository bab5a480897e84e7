package dev.brisk.ops;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A vector operation and how its arguments are drawn: every test of {@link VectorFormsTest} is held
 * against each. Numbers lie between the kinks, not on them.
 *
 * @param arguments in {@code double}
 */
record VectorOperation(String name, Function<SplittableRandom, Object[]> arguments) {
  static Stream<VectorOperation> all() {
    return Stream.of(
        of("affine", VectorOperation::affine),
        of("matrixVector", VectorOperation::matrixVector),
        of("add", VectorOperation::pair),
        of("subtract", VectorOperation::pair),
        of("multiply", VectorOperation::pair),
        of("scale", VectorOperation::vectorAndScalar),
        of("relu", VectorOperation::vector),
        of("leakyRelu", VectorOperation::vectorAndScalar),
        of("elu", VectorOperation::vector),
        of("gelu", VectorOperation::vector),
        of("geluTanh", VectorOperation::vector),
        of("silu", VectorOperation::vector),
        of("softplus", VectorOperation::vector),
        of("sigmoid", VectorOperation::vector),
        of("logSigmoid", VectorOperation::vector),
        of("tanh", VectorOperation::vector),
        of("softmax", VectorOperation::vector),
        of("logSoftmax", VectorOperation::vector));
  }

  private static VectorOperation of(String name, Function<SplittableRandom, Object[]> arguments) {
    return new VectorOperation(name, arguments);
  }

  Object[] draw(SplittableRandom random) {
    return arguments.apply(random);
  }

  /** The operation for a type of number. */
  Forms forms(Class<?> scalar) {
    int parameters = draw(new SplittableRandom(1)).length;
    return Forms.all()
        .filter(forms -> forms.isOf(name, scalar, parameters))
        .findFirst()
        .orElseThrow();
  }

  static double[] numbers(SplittableRandom random, int length) {
    return random.doubles(length, -3, 3).toArray();
  }

  private static int length(SplittableRandom random) {
    return random.nextInt(1, 14);
  }

  private static Object[] vector(SplittableRandom random) {
    return new Object[] {numbers(random, length(random))};
  }

  private static Object[] vectorAndScalar(SplittableRandom random) {
    return new Object[] {numbers(random, length(random)), random.nextDouble(-2, 2)};
  }

  private static Object[] pair(SplittableRandom random) {
    int length = length(random);
    return new Object[] {numbers(random, length), numbers(random, length)};
  }

  private static Object[] affine(SplittableRandom random) {
    int outputs = length(random);
    int inputs = length(random);
    return new Object[] {
      numbers(random, outputs * inputs), numbers(random, outputs), numbers(random, inputs)
    };
  }

  private static Object[] matrixVector(SplittableRandom random) {
    int inputs = random.nextInt(2, 14);
    return new Object[] {numbers(random, length(random) * inputs), numbers(random, inputs)};
  }

  @Override
  public String toString() {
    return name + "/" + draw(new SplittableRandom(1)).length;
  }
}
