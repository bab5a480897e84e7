package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Extent;
import dev.brisk.processor.oracle.RandomScope.Vector;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes random operations on vectors. */
final class RandomOperations {
  /** Longer results are not asked for. */
  private static final int LONGEST = 4;

  /** Operations on an array, {@code #}, that give one of the same length. */
  private static final List<String> OF_ONE =
      List.of(
          "Ops.relu(#)",
          "Ops.relu(#)",
          "Ops.leakyRelu(#, 0.1f)",
          "Ops.elu(#)",
          "Ops.tanh(#)",
          "Ops.tanh(#)",
          "Ops.sigmoid(#)",
          "Ops.sigmoid(#)",
          "Ops.logSigmoid(#)",
          "Ops.softplus(#)",
          "Ops.silu(#)",
          "Ops.gelu(#)",
          "Ops.geluTanh(#)",
          "Ops.softmax(#)",
          "Ops.logSoftmax(#)",
          "Ops.dropout(#, 0)");

  private final RandomScope scope;
  private final RandomExpressions numbers;

  RandomOperations(RandomScope scope, RandomExpressions numbers) {
    this.scope = scope;
    this.numbers = numbers;
  }

  /**
   * An operation, if there is something to apply it to.
   *
   * @param extent of its result
   */
  record Made(String text, Extent extent) {}

  /** An operation whose result is an array. */
  Optional<Made> vector(int depth) {
    return extent().map(extent -> new Made(operation(extent, depth), extent));
  }

  /** A layer of a network. */
  Made layer(Made x) {
    int inputs = x.extent().fixed();
    if (inputs == 3 && scope.chance(0.4)) {
      return new Made(part(x.text(), 3, 2), Extent.of(2));
    }
    int length = inputs == 2 ? scope.any(2, 4) : 3;
    String weights =
        inputs == 4 ? "layer" : inputs == 3 ? "square" : length == 2 ? "m" : "widening";
    String product = product(weights, length, x.text(), 1);
    String text = scope.chance(0.7) ? scope.any(OF_ONE).replace("#", product) : product;
    return new Made(text, Extent.of(length));
  }

  /** An operation whose result is a number. */
  Optional<String> number(int depth) {
    return extent().map(extent -> number(extent, depth));
  }

  private String number(Extent extent, int depth) {
    String one = any(extent, depth - 1);
    return switch (scope.random.nextInt(4)) {
      case 0 -> "Ops.sum(" + one + ")";
      case 1 -> "Ops.mean(" + one + ")";
      case 2 -> "Ops.dot(" + one + ", " + any(extent, depth - 1) + ")";
      default -> "Losses.softmaxCrossEntropy(" + one + ", " + label(extent) + ")";
    };
  }

  private String label(Extent extent) {
    String length = extent.fixed() > 0 ? "" + extent.fixed() : extent.like() + ".length";
    return "Math.floorMod(" + numbers.wholes().whole() + ", " + length + ")";
  }

  /** A length of which something can be made. */
  private Optional<Extent> extent() {
    List<Extent> extents = vectors().map(Vector::extent).toList();
    if (extents.isEmpty()) {
      return Optional.empty();
    }
    Extent extent = scope.any(extents);
    boolean isOther = extent.fixed() > LONGEST || extent.fixed() > 0 && scope.chance(0.3);
    return Optional.of(isOther ? Extent.of(scope.random.nextInt(1, LONGEST + 1)) : extent);
  }

  /** The arrays and rows that have elements. */
  private Stream<Vector> vectors() {
    Stream<Vector> rows =
        scope.matrices.stream()
            .filter(matrix -> !matrix.isRagged() && !matrix.rows().mayBeNone())
            .flatMap(matrix -> numbers.row(matrix).stream());
    return Stream.concat(scope.vectors.stream(), rows)
        .filter(vector -> !vector.extent().mayBeNone());
  }

  /** An array of that length: one that is there, or an operation. */
  private String any(Extent extent, int depth) {
    return depth <= 0 || scope.chance(0.2) ? leaf(extent) : operation(extent, depth);
  }

  /** An array of that length. */
  String ofLength(int length, int depth) {
    return any(Extent.of(length), depth);
  }

  private String operation(Extent extent, int depth) {
    return switch (scope.random.nextInt(14)) {
      case 0 -> scaled(extent, depth);
      case 1 -> normalized(extent, depth);
      case 2, 3 -> ofTwo(extent, depth);
      case 4, 5 -> extent.fixed() > 0 ? copied(extent.fixed(), depth) : ofOne(extent, depth);
      case 6, 7, 8, 9 -> extent.fixed() > 0 ? product(extent.fixed(), depth) : ofOne(extent, depth);
      default -> ofOne(extent, depth);
    };
  }

  private String ofOne(Extent extent, int depth) {
    return scope.any(OF_ONE).replace("#", any(extent, depth - 1));
  }

  private String ofTwo(Extent extent, int depth) {
    String operation = scope.any("Ops.add", "Ops.subtract", "Ops.multiply");
    return operation + "(" + any(extent, depth - 1) + ", " + any(extent, depth - 1) + ")";
  }

  private String scaled(Extent extent, int depth) {
    String operation = scope.any("Ops.scale", "Ops.scale", "Ops.leakyRelu");
    return operation + "(" + any(extent, depth - 1) + ", " + numbers.bounded(depth - 1) + ")";
  }

  /** With a large epsilon, as the elements may be nearly the same. */
  private String normalized(Extent extent, int depth) {
    return String.format(
        "Ops.layerNorm(%s, %s, %s, 0.1f)",
        any(extent, depth - 1), any(extent, depth - 1), leaf(extent));
  }

  /** A part of an array, or several together. */
  private String copied(int length, int depth) {
    if (length > 1 && scope.chance(0.6)) {
      int first = scope.random.nextInt(1, length);
      return joined(ofLength(first, depth - 1), ofLength(length - first, depth - 1));
    }
    if (scope.chance(0.2) && !scope.isStatic && length <= 2) {
      String row = "Math.floorMod(" + numbers.wholes().whole() + ", " + 4 / length + ")";
      return "Ops.embedding(m, " + length + ", " + row + ")";
    }
    return part(ofLength(LONGEST, depth - 1), LONGEST, length);
  }

  private static String joined(String one, String other) {
    return "Ops.concat(" + one + ", " + other + ")";
  }

  private String part(String of, int all, int length) {
    if (scope.chance(0.2)) {
      // Of a length that is not known at compile time.
      String from = "Math.floorMod(" + numbers.wholes().whole() + ", " + (all - length + 1) + ")";
      return "Ops.slice(" + of + ", " + from + ", " + from + " + " + length + ")";
    }
    int from = scope.random.nextInt(all - length + 1);
    return "Ops.slice(" + of + ", " + from + ", " + (from + length) + ")";
  }

  /** A product by parameters, if they are there, or by arrays. */
  private String product(int length, int depth) {
    boolean isByParameters = !scope.isStatic && length > 1 && scope.chance(0.8);
    return isByParameters ? byParameters(length, depth) : byArrays(length, depth);
  }

  private String byParameters(int length, int depth) {
    String weights = length == 2 ? "m" : length == 3 ? scope.any("layer", "square") : "widening";
    int inputs =
        switch (weights) {
          case "m", "widening" -> 2;
          case "square" -> 3;
          default -> 4;
        };
    return product(weights, length, ofLength(inputs, depth - 1), depth);
  }

  private String product(String weights, int length, String x, int depth) {
    if (scope.chance(0.4)) {
      return "Ops.matrixVector(" + weights + ", " + x + ")";
    }
    String bias = length == 3 && scope.chance(0.8) ? "w" : ofLength(length, depth - 1);
    return "Ops.affine(" + weights + ", " + bias + ", " + x + ")";
  }

  /** The weights are the result of an operation, which has no shape of its own. */
  private String byArrays(int length, int depth) {
    if (depth <= 0) {
      return ofOne(Extent.of(length), depth);
    }
    if (length == 1 && scope.chance(0.5)) {
      return ofImage(depth);
    }
    int inputs = scope.random.nextInt(1, LONGEST / length + 1);
    String weights = operation(Extent.of(inputs * length), depth - 1);
    String x = ofLength(inputs, depth - 1);
    return scope.chance(0.5)
        ? "Ops.matrixVector(" + weights + ", " + x + ")"
        : "Ops.affine(" + weights + ", " + ofLength(length, depth - 1) + ", " + x + ")";
  }

  /** One pixel of an image of two by two. */
  private String ofImage(int depth) {
    String image = ofLength(4, depth - 1);
    return switch (scope.random.nextInt(3)) {
      case 0 -> "Ops.maxPool(" + image + ", 2, 2, 2)";
      case 1 -> "Ops.averagePool(" + image + ", 2, 2, 2)";
      default ->
          String.format(
              "Ops.conv2d(%s, 2, 2, %s, %s, 2)",
              image, ofLength(4, depth - 1), ofLength(1, depth - 1));
    };
  }

  /** An array that is there, or made from those that are by copies. */
  private String leaf(Extent extent) {
    List<Vector> fitting = vectors().filter(vector -> isOf(vector, extent)).toList();
    if (!fitting.isEmpty()) {
      return read(scope.any(fitting));
    }
    List<Vector> fixed = vectors().filter(vector -> vector.extent().fixed() > 0).toList();
    Vector vector = scope.any(fixed);
    int length = vector.extent().fixed();
    return length > extent.fixed()
        ? part(read(vector), length, extent.fixed())
        : joined(read(vector), leaf(Extent.of(extent.fixed() - length)));
  }

  private static boolean isOf(Vector vector, Extent extent) {
    return extent.fixed() > 0
        ? vector.extent().fixed() == extent.fixed()
        : !extent.like().isEmpty() && vector.extent().like().equals(extent.like());
  }

  private String read(Vector vector) {
    if (vector.isLocal()) {
      scope.markRead(vector.name());
    }
    return vector.name();
  }
}
