package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.FloatWorkspace.LANES;
import static dev.brisk.kernel.vector.FloatWorkspace.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The inner product: eight vectors of sums, so that one addition need not wait for another, added
 * as a balanced tree, and so their lanes. The products left over follow.
 */
final class FloatDot {
  private FloatDot() {}

  static float dot(float[] a, float[] b, int length) {
    float[] sums = FloatWorkspace.ofThread().sums;
    vectors(a, b, length, sums);
    float sum = sumOfLanes(sums, 0);
    for (int i = SPECIES.loopBound(length); i < length; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }

  private static void vectors(float[] a, float[] b, int length, float[] sums) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    int i = 0;
    for (; i <= length - 8 * LANES; i += 8 * LANES) {
      s0 = FloatVector.fromArray(SPECIES, a, i).fma(FloatVector.fromArray(SPECIES, b, i), s0);
      s1 =
          FloatVector.fromArray(SPECIES, a, i + LANES)
              .fma(FloatVector.fromArray(SPECIES, b, i + LANES), s1);
      s2 =
          FloatVector.fromArray(SPECIES, a, i + 2 * LANES)
              .fma(FloatVector.fromArray(SPECIES, b, i + 2 * LANES), s2);
      s3 =
          FloatVector.fromArray(SPECIES, a, i + 3 * LANES)
              .fma(FloatVector.fromArray(SPECIES, b, i + 3 * LANES), s3);
      s4 =
          FloatVector.fromArray(SPECIES, a, i + 4 * LANES)
              .fma(FloatVector.fromArray(SPECIES, b, i + 4 * LANES), s4);
      s5 =
          FloatVector.fromArray(SPECIES, a, i + 5 * LANES)
              .fma(FloatVector.fromArray(SPECIES, b, i + 5 * LANES), s5);
      s6 =
          FloatVector.fromArray(SPECIES, a, i + 6 * LANES)
              .fma(FloatVector.fromArray(SPECIES, b, i + 6 * LANES), s6);
      s7 =
          FloatVector.fromArray(SPECIES, a, i + 7 * LANES)
              .fma(FloatVector.fromArray(SPECIES, b, i + 7 * LANES), s7);
      Fence.keepLoadsInPlace();
    }
    for (; i <= length - LANES; i += LANES) {
      s0 = FloatVector.fromArray(SPECIES, a, i).fma(FloatVector.fromArray(SPECIES, b, i), s0);
    }
    FloatVector even = s0.add(s4).add(s2.add(s6));
    FloatVector odd = s1.add(s5).add(s3.add(s7));
    even.add(odd).intoArray(sums, 0);
  }

  /** The sum of the lanes that lie at {@code at}, which it may overwrite. */
  static float sumOfLanes(float[] lanes, int at) {
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
    float even = (lanes[at] + lanes[at + 4]) + (lanes[at + 2] + lanes[at + 6]);
    float odd = (lanes[at + 1] + lanes[at + 5]) + (lanes[at + 3] + lanes[at + 7]);
    return even + odd;
  }
}
