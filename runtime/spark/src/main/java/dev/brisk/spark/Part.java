package dev.brisk.spark;

import dev.brisk.kernel.Kernels;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shard gives to an update. Not a record, as serializers other than Java's may be in use and
 * cannot make records.
 */
final class Part implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of a shard without an example in the batch. */
  static final Part NONE = new Part(0, 0, null);

  private final int examples;
  private final double loss;
  private final @Nullable Serializable gradient;
  private final String kernels;

  /**
   * @param examples that it is of
   * @param loss their mean
   * @param gradient of that, an array of the trainer's precision
   */
  Part(int examples, double loss, @Nullable Serializable gradient) {
    this(examples, loss, gradient, Kernels.describe());
  }

  /**
   * @param kernels that computed it
   */
  Part(int examples, double loss, @Nullable Serializable gradient, String kernels) {
    this.examples = examples;
    this.loss = loss;
    this.gradient = gradient;
    this.kernels = kernels;
  }

  /** The mean loss of the examples of all parts. */
  static double loss(List<Part> parts) {
    double mean = 0;
    int all = examples(parts);
    for (Part part : parts) {
      if (part.examples > 0) {
        mean += part.share(all) * part.loss;
      }
    }
    return mean;
  }

  /** The gradient of that, added up in the order of the parts. */
  static double[] gradient(List<Part> parts, int length) {
    double[] mean = new double[length];
    int all = examples(parts);
    for (Part part : parts) {
      part.addTo(mean, part.share(all));
    }
    return mean;
  }

  private static int examples(List<Part> parts) {
    return parts.stream().mapToInt(part -> part.examples).sum();
  }

  private double share(int all) {
    return (double) examples / all;
  }

  private void addTo(double[] sum, double share) {
    if (gradient instanceof double[] doubles) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += share * doubles[i];
      }
    } else if (gradient instanceof float[] floats) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += share * floats[i];
      }
    }
  }

  /** Without the gradient, where the loss is all that is wanted. */
  Part lossAlone() {
    return new Part(examples, loss, null, kernels);
  }

  /** Refuses what was computed by others than the kernels here. */
  void checkKernels() {
    SameKernels.check(kernels);
  }
}
