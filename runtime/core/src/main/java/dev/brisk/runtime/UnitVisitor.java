package dev.brisk.runtime;

/** Is shown what layers gave for the examples of a batch. */
public interface UnitVisitor {
  /**
   * The results of {@code relu} over an affine map.
   *
   * @param weights the name of the map's weights
   * @param units a row for each example, of which {@code [0, examples)} are of this batch
   */
  void relu(String weights, double[][] units, int examples);

  /** As {@link #relu(String, double[][], int)}. */
  void relu(String weights, float[][] units, int examples);
}
