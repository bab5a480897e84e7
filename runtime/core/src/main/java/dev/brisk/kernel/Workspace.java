package dev.brisk.kernel;

/** Rows for a thread to work in, at most {@link ScalarAffine#COLUMNS}; they grow as it needs. */
final class Workspace {
  private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

  private final float[][] floats = new float[ScalarAffine.COLUMNS][0];
  private final double[][] doubles = new double[ScalarAffine.COLUMNS][0];

  private Workspace() {}

  /** {@code count} rows or more, of at least that length, with whatever they held. */
  static float[][] floats(int count, int length) {
    float[][] rows = OF_THREAD.get().floats;
    for (int i = 0; i < count; i++) {
      if (rows[i].length < length) {
        rows[i] = new float[length];
      }
    }
    return rows;
  }

  /** As {@link #floats(int, int)}. */
  static double[][] doubles(int count, int length) {
    double[][] rows = OF_THREAD.get().doubles;
    for (int i = 0; i < count; i++) {
      if (rows[i].length < length) {
        rows[i] = new double[length];
      }
    }
    return rows;
  }
}
