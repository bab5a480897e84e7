package dev.brisk.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** What a thread works in; only {@link #factors(int)} grow with the shapes. */
final class FloatWorkspace {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  /** Columns of a panel: three vectors. */
  static final int WIDTH = 3 * LANES;

  /** Most rows of a panel; with 256 bits it takes a third of a first-level cache. */
  static final int DEPTH = 128;

  private static final ThreadLocal<FloatWorkspace> OF_THREAD =
      ThreadLocal.withInitial(FloatWorkspace::new);

  /** Rows of {@link #WIDTH} columns of a matrix, without gaps. */
  final float[] panel = new float[DEPTH * WIDTH];

  /** Three rows of a result that is narrower than a tile. */
  final float[] edge = new float[3 * WIDTH];

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
