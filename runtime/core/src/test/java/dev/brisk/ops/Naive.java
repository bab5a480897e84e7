package dev.brisk.ops;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The vector operations as their formulas stand, in {@code double}. */
final class Naive {
  private Naive() {}

  static double[] result(String name, Object[] a) {
    return switch (name) {
      case "affine" -> both(product(doubles(a, 0), doubles(a, 2)), doubles(a, 1), Double::sum);
      case "matrixVector" -> product(doubles(a, 0), doubles(a, 1));
      case "add" -> both(doubles(a, 0), doubles(a, 1), Double::sum);
      case "subtract" -> both(doubles(a, 0), doubles(a, 1), (x, y) -> x - y);
      case "multiply" -> both(doubles(a, 0), doubles(a, 1), (x, y) -> x * y);
      case "scale" -> each(a, x -> x * (Double) a[1]);
      case "relu" -> each(a, Ops::relu);
      case "leakyRelu" -> each(a, x -> Ops.leakyRelu(x, (Double) a[1]));
      case "elu" -> each(a, Ops::elu);
      case "gelu" -> each(a, Ops::gelu);
      case "geluTanh" -> each(a, Ops::geluTanh);
      case "silu" -> each(a, Ops::silu);
      case "softplus" -> each(a, Ops::softplus);
      case "sigmoid" -> each(a, Ops::sigmoid);
      case "logSigmoid" -> each(a, Ops::logSigmoid);
      case "tanh" -> each(a, Math::tanh);
      case "softmax" -> each(a, x -> Math.exp(x) / exponentials(a));
      case "logSoftmax" -> each(a, x -> x - Math.log(exponentials(a)));
      case "layerNorm" -> layerNorm(a);
      case "dropout" -> doubles(a, 0);
      case "embedding" -> row(doubles(a, 0), (Integer) a[1], (Integer) a[2]);
      case "concat" -> Stream.of(a).flatMapToDouble(x -> Arrays.stream((double[]) x)).toArray();
      case "slice" -> Arrays.copyOfRange(doubles(a, 0), (Integer) a[1], (Integer) a[2]);
      case "conv2d" -> NaiveImages.convolution(a);
      case "maxPool" -> NaiveImages.pool(a, window -> window.max().orElseThrow());
      case "averagePool" -> NaiveImages.pool(a, window -> window.average().orElseThrow());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static double[] doubles(Object[] arguments, int i) {
    return (double[]) arguments[i];
  }

  private static double[] each(Object[] arguments, DoubleUnaryOperator function) {
    return Arrays.stream(doubles(arguments, 0)).map(function).toArray();
  }

  private static double[] both(double[] a, double[] b, DoubleBinaryOperator function) {
    return IntStream.range(0, a.length)
        .mapToDouble(i -> function.applyAsDouble(a[i], b[i]))
        .toArray();
  }

  private static double[] product(double[] matrix, double[] x) {
    double[] product = new double[matrix.length / x.length];
    for (int i = 0; i < matrix.length; i++) {
      product[i / x.length] += matrix[i] * x[i % x.length];
    }
    return product;
  }

  private static double[] row(double[] table, int width, int row) {
    return Arrays.copyOfRange(table, row * width, (row + 1) * width);
  }

  private static double[] layerNorm(Object[] arguments) {
    double[] x = doubles(arguments, 0);
    double mean = Arrays.stream(x).average().orElseThrow();
    double variance =
        Arrays.stream(x).map(each -> Math.pow(each - mean, 2)).average().orElseThrow();
    double epsilon = arguments.length > 3 ? (Double) arguments[3] : 1e-5;
    double[] normal =
        Arrays.stream(x).map(each -> (each - mean) / Math.sqrt(variance + epsilon)).toArray();
    return both(
        both(normal, doubles(arguments, 1), (a, b) -> a * b), doubles(arguments, 2), Double::sum);
  }

  private static double exponentials(Object[] arguments) {
    return Arrays.stream(doubles(arguments, 0)).map(Math::exp).sum();
  }
}
