package dev.brisk.benchmarks;

import java.util.Random;

/**
 * Rows of uniformly distributed features, each with a noisy linear target: there is no fit without
 * an error, so a training that goes on for minutes keeps to ordinary numbers. Few enough to stay in
 * cache.
 */
final class Examples {
  static final int ROWS = 64;

  final double[][] features = new double[ROWS][];
  final double[] targets = new double[ROWS];
  final double[] labels = new double[ROWS];
  final float[][] floatFeatures = new float[ROWS][];
  final float[] floatTargets = new float[ROWS];

  Examples(int featureCount) {
    Random random = new Random(1);
    for (int row = 0; row < ROWS; row++) {
      features[row] = random.doubles(featureCount, -1, 1).toArray();
      targets[row] = features[row][0] - features[row][1] + random.nextGaussian();
      labels[row] = targets[row] > 0 ? 1 : 0;
      floatFeatures[row] = floats(features[row]);
      floatTargets[row] = (float) targets[row];
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** The row after this one, round and round. */
  static int after(int row) {
    return (row + 1) % ROWS;
  }
}
