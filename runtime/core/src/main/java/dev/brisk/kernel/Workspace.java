package dev.brisk.kernel;

/** Rows for a thread to work in; they grow to the longest that it has needed. */
final class Workspace {
  private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

  private final float[][] floats = new float[ScalarAffine.COLUMNS][0];
  private final double[][] doubles = new double[ScalarAffine.COLUMNS][0];

  private Workspace() {}

  /**
   * Rows of at least that length, as many as {@link ScalarAffine#COLUMNS}, with whatever they held.
   */
  static float[][] floats(int length) {
    float[][] rows = OF_THREAD.get().floats;
    if (rows[0].length < length) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] = new float[length];
      }
    }
    return rows;
  }

  /** As {@link #floats(int)}. */
  static double[][] doubles(int length) {
    double[][] rows = OF_THREAD.get().doubles;
    if (rows[0].length < length) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] = new double[length];
      }
    }
    return rows;
  }
}
