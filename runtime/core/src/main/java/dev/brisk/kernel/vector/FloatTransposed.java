package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.FloatWorkspace.DEPTH;
import static dev.brisk.kernel.vector.FloatWorkspace.ROWS;
import static dev.brisk.kernel.vector.FloatWorkspace.WIDTH;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The affine map of many examples: the weights are transposed panel by panel, and each is then
 * taken by all examples. An element adds one term after the other to the bias, in the order of the
 * inputs.
 */
final class FloatTransposed {
  // What as many examples have for the rows of a panel stays in the second-level cache; a multiple
  // of the rows of a tile.
  private static final int EXAMPLES = 255;

  /** What it costs to add up the lanes of a sum, in multiply-adds of vectors as wide as a panel. */
  private static final int LANES_OF_SUM = 9;

  private FloatTransposed() {}

  /**
   * Whether it is quicker than {@link FloatAffine}: whether the columns that fill up the last panel
   * and the copy, shared by the examples, cost less than to add up lanes, and to read rows that do
   * not stay in the first-level cache, a fifth of the time; never for fewer examples than a tile
   * has. Measured with 64 to 784 inputs and 16 to 256 examples.
   */
  static boolean pays(int outs, int ins, int examples) {
    long filled = (outs + WIDTH - 1) / WIDTH * WIDTH;
    long transposed = filled * ins + (long) outs * ins * WIDTH / examples;
    long dots = outs * (ins + ins / 5 + LANES_OF_SUM * (long) WIDTH);
    return examples >= ROWS && transposed < dots;
  }

  static void batch(
      float[] weights,
      float @Nullable [] bias,
      int outs,
      int ins,
      float[][] in,
      int inFrom,
      float[][] out,
      int from,
      int to) {
    FloatWorkspace space = FloatWorkspace.ofThread();
    int panels = (ins + DEPTH - 1) / DEPTH;
    int most = (ins + panels - 1) / panels;
    for (int e = from; e < to; e += EXAMPLES) {
      int end = Math.min(e + EXAMPLES, to);
      for (int i = e; i < end; i++) {
        start(bias, out[i], outs);
      }
      for (int k = 0; k < ins; k += most) {
        int depth = Math.min(most, ins - k);
        for (int o = 0; o < outs; o += WIDTH) {
          int width = Math.min(WIDTH, outs - o);
          FloatPanel.transpose(weights, o * ins + k, ins, depth, width, space.panel);
          FloatTiles.add(space, depth, in, inFrom, k, out, o, width, e, end);
        }
      }
    }
  }

  private static void start(float @Nullable [] bias, float[] out, int outs) {
    if (bias == null) {
      Arrays.fill(out, 0, outs, 0);
    } else {
      System.arraycopy(bias, 0, out, 0, outs);
    }
  }
}
