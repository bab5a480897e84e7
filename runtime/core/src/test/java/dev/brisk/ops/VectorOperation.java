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
        of("logSoftmax", VectorOperation::vector),
        of("layerNorm", VectorOperation::layerNorm),
        of("layerNorm", random -> with(layerNorm(random), 0.1)),
        of("dropout", random -> with(vector(random), 0.3)),
        of("embedding", VectorOperation::embedding),
        of("concat", random -> with(vector(random), vector(random))),
        of("concat", random -> with(pair(random), vector(random))),
        of("slice", VectorOperation::slice),
        of("conv2d", random -> convolution(random, 0)),
        of("conv2d", VectorOperation::stridedConvolution),
        of("maxPool", random -> image(random, 2)),
        of("maxPool", random -> with(image(random, 3), random.nextInt(1, 5))),
        of("averagePool", random -> image(random, 2)),
        of("averagePool", random -> with(image(random, 3), random.nextInt(1, 5))));
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

  private static Object[] layerNorm(SplittableRandom random) {
    int length = random.nextInt(2, 14);
    return new Object[] {numbers(random, length), numbers(random, length), numbers(random, length)};
  }

  private static Object[] embedding(SplittableRandom random) {
    int rows = length(random);
    int width = random.nextInt(2, 6);
    return new Object[] {numbers(random, rows * width), width, random.nextInt(rows)};
  }

  private static Object[] slice(SplittableRandom random) {
    int length = length(random);
    int from = random.nextInt(length);
    return new Object[] {numbers(random, length), from, random.nextInt(from, length + 1)};
  }

  /** An image, height and width, and a size that fits in. */
  private static Object[] image(SplittableRandom random, int largestSize) {
    int size = random.nextInt(1, largestSize + 1);
    int height = random.nextInt(Math.max(size, 2), 8);
    int width = random.nextInt(Math.max(size, 2), 8);
    int channels = random.nextInt(1, 4);
    return new Object[] {numbers(random, channels * height * width), height, width, size};
  }

  private static Object[] convolution(SplittableRandom random, int padding) {
    Object[] image = image(random, 3);
    int channels = ((double[]) image[0]).length / ((Integer) image[1] * (Integer) image[2]);
    int size = random.nextInt(1, (Integer) image[3] + 2 * padding + 1);
    int outputs = random.nextInt(1, 4);
    return new Object[] {
      image[0],
      image[1],
      image[2],
      numbers(random, outputs * channels * size * size),
      numbers(random, outputs),
      size
    };
  }

  private static Object[] stridedConvolution(SplittableRandom random) {
    int padding = random.nextInt(4);
    return with(convolution(random, padding), random.nextInt(1, 4), padding);
  }

  private static Object[] with(Object[] arguments, Object... more) {
    return Stream.of(arguments, more).flatMap(Stream::of).toArray();
  }

  @Override
  public String toString() {
    return name + "/" + draw(new SplittableRandom(1)).length;
  }
}
