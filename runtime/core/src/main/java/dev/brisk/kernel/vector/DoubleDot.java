package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.DoubleWorkspace.LANES;
import static dev.brisk.kernel.vector.DoubleWorkspace.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * The inner product: four vectors of sums, so that one addition need not wait for another, added as
 * a balanced tree, and so their lanes. The products left over follow.
 */
final class DoubleDot {
  private DoubleDot() {}

  static double dot(double[] a, double[] b, int length) {
    double[] sums = DoubleWorkspace.ofThread().sums;
    vectors(a, b, length, sums);
    double sum = sumOfLanes(sums, 0);
    for (int i = SPECIES.loopBound(length); i < length; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }

  private static void vectors(double[] a, double[] b, int length, double[] sums) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i <= length - 4 * LANES; i += 4 * LANES) {
      s0 = load(a, i).fma(load(b, i), s0);
      s1 = load(a, i + LANES).fma(load(b, i + LANES), s1);
      s2 = load(a, i + 2 * LANES).fma(load(b, i + 2 * LANES), s2);
      s3 = load(a, i + 3 * LANES).fma(load(b, i + 3 * LANES), s3);
      Fence.keepLoadsInPlace();
    }
    for (; i <= length - LANES; i += LANES) {
      s0 = load(a, i).fma(load(b, i), s0);
    }
    s0.add(s2).add(s1.add(s3)).intoArray(sums, 0);
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  /** The sum of the lanes that lie at {@code at}, which it may overwrite. */
  static double sumOfLanes(double[] lanes, int at) {
    for (int half = LANES / 2; half >= 8; half /= 2) {
      for (int i = at; i < at + half; i++) {
        lanes[i] += lanes[i + half];
      }
    }
    if (LANES < 8) {
      return LANES == 4
          ? (lanes[at] + lanes[at + 2]) + (lanes[at + 1] + lanes[at + 3])
          : lanes[at] + lanes[at + 1];
    }
    double even = (lanes[at] + lanes[at + 4]) + (lanes[at + 2] + lanes[at + 6]);
    double odd = (lanes[at + 1] + lanes[at + 5]) + (lanes[at + 3] + lanes[at + 7]);
    return even + odd;
  }
}
