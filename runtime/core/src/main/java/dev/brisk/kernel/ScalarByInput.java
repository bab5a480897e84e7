package dev.brisk.kernel;

/**
 * The derivative by the input in plain Java: four rows of the weights at a time add to the row of
 * each example. They are copied first, so that {@link Loops} can take them.
 */
final class ScalarByInput {
  private ScalarByInput() {}

  static void batch(
      float[] weights, int outs, int ins, float[][] dOut, float[][] dIn, int from, int to) {
    float[][] rows = Workspace.floats(4, ins);
    for (int o = 0; o < outs; o += 4) {
      int height = copy(weights, o, outs, ins, rows);
      for (int e = from; e < to; e++) {
        add(dOut[e], o, height, rows, dIn[e], ins);
      }
    }
  }

  static void one(float[] weights, int outs, int ins, float[] dOut, float[] dIn) {
    float[][] rows = Workspace.floats(4, ins);
    for (int o = 0; o < outs; o += 4) {
      int height = copy(weights, o, outs, ins, rows);
      add(dOut, o, height, rows, dIn, ins);
    }
  }

  private static int copy(float[] weights, int o, int outs, int ins, float[][] rows) {
    int height = Math.min(4, outs - o);
    for (int r = 0; r < height; r++) {
      System.arraycopy(weights, (o + r) * ins, rows[r], 0, ins);
    }
    return height;
  }

  private static void add(float[] dOut, int o, int height, float[][] rows, float[] dIn, int ins) {
    if (height == 4) {
      Loops.add(
          dOut[o],
          rows[0],
          dOut[o + 1],
          rows[1],
          dOut[o + 2],
          rows[2],
          dOut[o + 3],
          rows[3],
          dIn,
          ins);
    } else {
      for (int r = 0; r < height; r++) {
        Loops.add(dOut[o + r], rows[r], dIn, ins);
      }
    }
  }

  static void batch(
      double[] weights, int outs, int ins, double[][] dOut, double[][] dIn, int from, int to) {
    double[][] rows = Workspace.doubles(4, ins);
    for (int o = 0; o < outs; o += 4) {
      int height = copy(weights, o, outs, ins, rows);
      for (int e = from; e < to; e++) {
        add(dOut[e], o, height, rows, dIn[e], ins);
      }
    }
  }

  static void one(double[] weights, int outs, int ins, double[] dOut, double[] dIn) {
    double[][] rows = Workspace.doubles(4, ins);
    for (int o = 0; o < outs; o += 4) {
      int height = copy(weights, o, outs, ins, rows);
      add(dOut, o, height, rows, dIn, ins);
    }
  }

  private static int copy(double[] weights, int o, int outs, int ins, double[][] rows) {
    int height = Math.min(4, outs - o);
    for (int r = 0; r < height; r++) {
      System.arraycopy(weights, (o + r) * ins, rows[r], 0, ins);
    }
    return height;
  }

  private static void add(
      double[] dOut, int o, int height, double[][] rows, double[] dIn, int ins) {
    if (height == 4) {
      Loops.add(
          dOut[o],
          rows[0],
          dOut[o + 1],
          rows[1],
          dOut[o + 2],
          rows[2],
          dOut[o + 3],
          rows[3],
          dIn,
          ins);
    } else {
      for (int r = 0; r < height; r++) {
        Loops.add(dOut[o + r], rows[r], dIn, ins);
      }
    }
  }
}
