package dev.brisk.kernel;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Kernels and shapes to test them with; drawing numbers must not take longer than products do. */
final class Cases {
  /** How many are drawn; {@code -Dbrisk.shapes=5000} tries more of them. */
  static final int SHAPES = Integer.getInteger("brisk.shapes", 600);

  /** Sizes around those of tiles, vectors, panels and blocks; the rest is drawn. */
  private static final int[] SIZES = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 16, 17, 23, 24, 25, 31, 32, 33, 47, 48, 49, 63, 64,
    65, 97, 127, 128, 129, 131
  };

  private Cases() {}

  static Stream<Kernel> kernels() {
    return Stream.of(Kernels.scalar(), Kernels.inVectors());
  }

  static int size(SplittableRandom random, int most) {
    int size =
        random.nextInt(3) == 0 ? 1 + random.nextInt(most) : SIZES[random.nextInt(SIZES.length)];
    return Math.min(size, most);
  }

  /** A cut of {@code [0, end)} into up to four ranges: their ends, in order. */
  static int[] cuts(SplittableRandom random, int end) {
    int[] cuts = random.ints(random.nextInt(4), 0, end + 1).sorted().toArray();
    int[] ends = java.util.Arrays.copyOf(cuts, cuts.length + 1);
    ends[cuts.length] = end;
    return ends;
  }

  static double[] doubles(SplittableRandom random, int length) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = 2 * random.nextDouble() - 1;
    }
    return values;
  }

  static double[][] doubles(SplittableRandom random, int rows, int length) {
    return Stream.generate(() -> doubles(random, length)).limit(rows).toArray(double[][]::new);
  }

  static float[] floats(SplittableRandom random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }

  static float[][] floats(SplittableRandom random, int rows, int length) {
    return Stream.generate(() -> floats(random, length)).limit(rows).toArray(float[][]::new);
  }

  static float[][] copy(float[][] rows) {
    return Stream.of(rows).map(float[]::clone).toArray(float[][]::new);
  }

  static double[][] copy(double[][] rows) {
    return Stream.of(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
