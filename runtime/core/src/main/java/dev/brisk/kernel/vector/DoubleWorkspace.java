package dev.brisk.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** What a thread works in; only {@link #factors(int)} grow with the shapes. */
final class DoubleWorkspace {
  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  /** Columns of a panel: two vectors. */
  static final int WIDTH = 2 * LANES;

  /** Rows of a tile of a derivative: by two vectors ten sums. */
  static final int ROWS = 5;

  /** Most rows of a panel, which then takes half of a first-level cache of 32 KB. */
  static final int DEPTH = 16 * 1024 / Double.BYTES / WIDTH;

  private static final ThreadLocal<DoubleWorkspace> OF_THREAD =
      ThreadLocal.withInitial(DoubleWorkspace::new);

  /** Rows of {@link #WIDTH} columns of a matrix, without gaps. */
  final double[] panel = new double[DEPTH * WIDTH];

  /** The sums of a tile of which the result has fewer, as rows of one array. */
  final double[] edge = new double[ROWS * WIDTH];

  /** The same, as rows of a batch. */
  final double[][] edgeRows = new double[ROWS][WIDTH];

  /** The sums of a tile of the forward product, lane by lane. */
  final double[] sums = new double[DoubleAffine.TILE * LANES];

  /** Ends of rows of the forward product: of the weights of a tile, and of a block of examples. */
  final double[] tails = new double[(DoubleAffine.OUTS + DoubleAffine.EXAMPLES) * LANES];

  private double[] factors = new double[0];

  private DoubleWorkspace() {}

  static DoubleWorkspace ofThread() {
    return OF_THREAD.get();
  }

  /** At least so many numbers, with whatever they held. */
  double[] factors(int length) {
    if (factors.length < length) {
      factors = new double[length];
    }
    return factors;
  }
}
