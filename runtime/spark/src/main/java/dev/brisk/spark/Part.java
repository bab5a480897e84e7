package dev.brisk.spark;

import dev.brisk.kernel.Kernels;
import dev.brisk.runtime.Snapshot;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a shard gives to an update, or to several at once. Not a record, as serializers other than
 * Java's may be in use and cannot make records.
 */
final class Part implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double[] NOTHING = {};

  /** Of a shard without an example in the batch. */
  static final Part NONE = new Part(0, 0, NOTHING);

  private final int examples;
  private final double loss;
  private final Serializable result;
  private final String kernels;

  /**
   * @param examples that it is of
   * @param loss their mean
   * @param result the gradient of that, an array of the trainer's precision; or the state that a
   *     trainer has come to
   */
  Part(int examples, double loss, Serializable result) {
    this(examples, loss, result, Kernels.describe());
  }

  /** Of a shard where an update was refused. */
  static Part refused(RuntimeException reason) {
    return new Part(1, Double.NaN, reason);
  }

  /**
   * @param kernels that computed it
   */
  Part(int examples, double loss, Serializable result, String kernels) {
    this.examples = examples;
    this.loss = loss;
    this.result = result;
    this.kernels = kernels;
  }

  /** The mean loss of the examples of all parts. */
  static double loss(List<Part> parts) {
    double mean = 0;
    int all = examples(parts);
    for (Part part : present(parts)) {
      mean += part.share(all) * part.loss;
    }
    return mean;
  }

  /** The gradient of that, added up in the order of the parts. */
  static double[] gradient(List<Part> parts, int length) {
    double[] mean = new double[length];
    int all = examples(parts);
    for (Part part : present(parts)) {
      part.addTo(mean, part.share(all));
    }
    return mean;
  }

  /** One part of the gradients of several, added up in their order, in double precision. */
  static Part sum(List<Part> parts) {
    return combined(parts, present -> gradient(present, present.get(0).length()));
  }

  /**
   * One part of several.
   *
   * @param combining makes its result of those that have examples
   */
  static Part combined(List<Part> parts, Function<List<Part>, Serializable> combining) {
    List<Part> present = present(parts);
    if (present.isEmpty()) {
      return NONE;
    }
    for (Part part : present) {
      if (part.result instanceof RuntimeException) {
        return part;
      }
    }
    return new Part(examples(present), loss(present), combining.apply(present), kernels(present));
  }

  /** All by which they were computed. */
  private static String kernels(List<Part> parts) {
    return parts.stream()
        .map(part -> implementation(part.kernels))
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private int length() {
    return Array.getLength(result);
  }

  /** The parts that have examples. */
  static List<Part> present(List<Part> parts) {
    return parts.stream().filter(part -> part.examples > 0).toList();
  }

  /** The shares of parts in all their examples. */
  static double[] shares(List<Part> parts) {
    int all = examples(parts);
    return parts.stream().mapToDouble(part -> part.share(all)).toArray();
  }

  /** The state that a trainer has come to. */
  Snapshot state() {
    return (Snapshot) result;
  }

  private static int examples(List<Part> parts) {
    return parts.stream().mapToInt(part -> part.examples).sum();
  }

  private double share(int all) {
    return (double) examples / all;
  }

  private void addTo(double[] sum, double share) {
    if (result instanceof double[] doubles) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += share * doubles[i];
      }
    } else if (result instanceof float[] floats) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += share * floats[i];
      }
    }
  }

  /**
   * Refuses what was refused there; and what was computed by others than the kernels here, as bits
   * would depend on which executor has which shard.
   */
  void check() {
    if (result instanceof RuntimeException reason) {
      throw reason;
    }
    if (!implementation(kernels).equals(implementation(Kernels.describe()))) {
      throw new IllegalStateException(
          "an executor computes by '"
              + kernels
              + "', the driver by '"
              + Kernels.describe()
              + "'. Start both with the same JDK and options: spark.driver.extraJavaOptions and"
              + " spark.executor.extraJavaOptions, such as --add-modules jdk.incubator.vector");
    }
  }

  /** Without the reason for which they were chosen. */
  private static String implementation(String kernels) {
    int reason = kernels.indexOf(" (");
    return reason < 0 ? kernels : kernels.substring(0, reason);
  }
}
