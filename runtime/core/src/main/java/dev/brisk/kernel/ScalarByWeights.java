package dev.brisk.kernel;

/**
 * The derivative by the weights in plain Java: four examples at a time add to a row of it. The row
 * is copied and copied back, so that {@link Loops} can take it.
 */
final class ScalarByWeights {
  // The rows of as many examples stay in the second-level cache while all weights pass.
  private static final int EXAMPLES = 32;

  private ScalarByWeights() {}

  static void batch(
      float[][] dOut,
      float[][] in,
      int inFrom,
      int examples,
      int rowFrom,
      int rowTo,
      int ins,
      float[] dWeights,
      int at) {
    float[] row = Workspace.floats(1, ins)[0];
    for (int block = 0; block < examples; block += EXAMPLES) {
      int end = Math.min(block + EXAMPLES, examples);
      for (int o = rowFrom; o < rowTo; o++) {
        int start = at + (o - rowFrom) * ins;
        System.arraycopy(dWeights, start, row, 0, ins);
        int e = block;
        for (; e + 4 <= end; e += 4) {
          int i = inFrom + e;
          Loops.add(
              dOut[e][o],
              in[i],
              dOut[e + 1][o],
              in[i + 1],
              dOut[e + 2][o],
              in[i + 2],
              dOut[e + 3][o],
              in[i + 3],
              row,
              ins);
        }
        for (; e < end; e++) {
          Loops.add(dOut[e][o], in[inFrom + e], row, ins);
        }
        System.arraycopy(row, 0, dWeights, start, ins);
      }
    }
  }

  static void one(
      float[] dOut, float[] in, int rowFrom, int rowTo, int ins, float[] dWeights, int at) {
    float[] row = Workspace.floats(1, ins)[0];
    for (int o = rowFrom; o < rowTo; o++) {
      int start = at + (o - rowFrom) * ins;
      System.arraycopy(dWeights, start, row, 0, ins);
      Loops.add(dOut[o], in, row, ins);
      System.arraycopy(row, 0, dWeights, start, ins);
    }
  }

  static void batch(
      double[][] dOut,
      double[][] in,
      int inFrom,
      int examples,
      int rowFrom,
      int rowTo,
      int ins,
      double[] dWeights,
      int at) {
    double[] row = Workspace.doubles(1, ins)[0];
    for (int block = 0; block < examples; block += EXAMPLES) {
      int end = Math.min(block + EXAMPLES, examples);
      for (int o = rowFrom; o < rowTo; o++) {
        int start = at + (o - rowFrom) * ins;
        System.arraycopy(dWeights, start, row, 0, ins);
        int e = block;
        for (; e + 4 <= end; e += 4) {
          int i = inFrom + e;
          Loops.add(
              dOut[e][o],
              in[i],
              dOut[e + 1][o],
              in[i + 1],
              dOut[e + 2][o],
              in[i + 2],
              dOut[e + 3][o],
              in[i + 3],
              row,
              ins);
        }
        for (; e < end; e++) {
          Loops.add(dOut[e][o], in[inFrom + e], row, ins);
        }
        System.arraycopy(row, 0, dWeights, start, ins);
      }
    }
  }

  static void one(
      double[] dOut, double[] in, int rowFrom, int rowTo, int ins, double[] dWeights, int at) {
    double[] row = Workspace.doubles(1, ins)[0];
    for (int o = rowFrom; o < rowTo; o++) {
      int start = at + (o - rowFrom) * ins;
      System.arraycopy(dWeights, start, row, 0, ins);
      Loops.add(dOut[o], in, row, ins);
      System.arraycopy(row, 0, dWeights, start, ins);
    }
  }
}
