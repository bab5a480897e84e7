package dev.brisk.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** What a thread works in; only {@link #factors(int)} grow with the shapes. */
final class FloatWorkspace {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  /** Columns of a panel: two vectors. */
  static final int WIDTH = 2 * LANES;

  /** Rows of a tile of a derivative: by two vectors ten sums. */
  static final int ROWS = 5;

  /** Most rows of a panel, which then takes half of a first-level cache of 32 KB. */
  static final int DEPTH = 16 * 1024 / Float.BYTES / WIDTH;

  private static final ThreadLocal<FloatWorkspace> OF_THREAD =
      ThreadLocal.withInitial(FloatWorkspace::new);

  /** Rows of {@link #WIDTH} columns of a matrix, without gaps. */
  final float[] panel = new float[DEPTH * WIDTH];

  /** The sums of a tile of which the result has fewer, as rows of one array. */
  final float[] edge = new float[ROWS * WIDTH];

  /** The same, as rows of a batch. */
  final float[][] edgeRows = new float[ROWS][WIDTH];

  /** The sums of a tile of the forward product, lane by lane. */
  final float[] sums = new float[FloatAffine.TILE * LANES];

  /** Ends of rows of the forward product: of the weights of a tile, and of a block of examples. */
  final float[] tails = new float[(FloatAffine.OUTS + FloatAffine.EXAMPLES) * LANES];

  private float[] factors = new float[0];

  private FloatWorkspace() {}

  static FloatWorkspace ofThread() {
    return OF_THREAD.get();
  }

  /** At least so many numbers, with whatever they held. */
  float[] factors(int length) {
    if (factors.length < length) {
      factors = new float[length];
    }
    return factors;
  }
}
