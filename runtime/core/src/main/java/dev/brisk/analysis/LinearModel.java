package dev.brisk.analysis;

import static dev.brisk.analysis.Refusal.require;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * How far the mean loss of a linear model curves at most, from its data alone. With the rows {@code
 * x_i} of a matrix {@code X} as examples, predictions or logits {@code W x_i} and a loss whose
 * second derivative by them is at most {@code c}, the Hessian by {@code W} has no eigenvalue above
 * {@code c s^2 / n}, where {@code s} is the largest singular value of {@code X} and {@code n} the
 * number of examples.
 *
 * <p>Inputs that all have a large mean, or one column of large numbers, make {@code s} large and
 * the learning rate small: what standardising the columns is for.
 *
 * @param examples the number of rows
 * @param singularValue the largest singular value of the rows, with the column of ones if there is
 *     an intercept
 */
public record LinearModel(int examples, double singularValue) {
  /** Multiplications of a decomposition that are still no matter of time. */
  private static final double DECOMPOSED = 1e8;

  private static final int ITERATIONS = 300;
  private static final double TOLERANCE = 1e-10;

  /**
   * Refuses what no data has.
   *
   * @throws IllegalArgumentException if there are no examples, or the value is negative or not
   *     finite
   */
  public LinearModel {
    require(examples > 0, "examples", examples, "at least 1");
    require(
        singularValue >= 0 && singularValue < Double.POSITIVE_INFINITY,
        "the largest singular value",
        singularValue,
        "finite and at least 0");
  }

  /**
   * Without an intercept.
   *
   * @param rows one for each example, all of the same length
   * @throws IllegalArgumentException if there is none, their lengths differ, or a value is not
   *     finite
   */
  public static LinearModel of(double[][] rows) {
    return of(new Inputs.OfDoubles(rows, false));
  }

  /** As {@link #of(double[][])}. */
  public static LinearModel of(float[][] rows) {
    return of(new Inputs.OfFloats(rows, false));
  }

  /**
   * With an intercept, also called bias: an input that is always 1.
   *
   * @param rows one for each example, all of the same length, without that input
   * @throws IllegalArgumentException if there is none, their lengths differ, or a value is not
   *     finite
   */
  public static LinearModel withIntercept(double[][] rows) {
    return of(new Inputs.OfDoubles(rows, true));
  }

  /** As {@link #withIntercept(double[][])}. */
  public static LinearModel withIntercept(float[][] rows) {
    return of(new Inputs.OfFloats(rows, true));
  }

  private static LinearModel of(Inputs inputs) {
    inputs.check();
    double rows = inputs.count();
    double columns = inputs.dimension();
    boolean isSmall = rows * columns * Math.min(rows, columns) <= DECOMPOSED;
    return new LinearModel(inputs.count(), isSmall ? decomposed(inputs) : iterated(inputs));
  }

  private static double decomposed(Inputs inputs) {
    double[][] rows = new double[inputs.count()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = inputs.row(i).clone();
    }
    return new SingularValueDecomposition(new Array2DRowRealMatrix(rows, false)).getNorm();
  }

  /** The root of the largest eigenvalue of {@code X'X}, or a little more. */
  private static double iterated(Inputs inputs) {
    double[] start = Lanczos.start(inputs.dimension(), 0);
    Lanczos.Pair largest = Lanczos.ends(inputs, ITERATIONS, TOLERANCE, start).largest();
    return Math.sqrt(Math.max(0, largest.value() + largest.residual()));
  }

  /**
   * Of {@link dev.brisk.ops.Losses#squared(double, double)}, which has no factor of one half:
   * {@code L = 2 s^2 / n}. Exact everywhere, as the loss is a quadratic.
   */
  public StabilityBounds squared() {
    return curved(2);
  }

  /**
   * Of {@link dev.brisk.ops.Losses#binaryCrossEntropy(double, double)}: {@code L = s^2 / 4 n},
   * reached where all probabilities are one half, as with zero weights; flatter elsewhere.
   */
  public StabilityBounds binaryCrossEntropy() {
    return curved(0.25);
  }

  /**
   * Of {@link dev.brisk.ops.Losses#softmaxCrossEntropy(double[], int)}: {@code L = s^2 / 2 n} for
   * any number of classes. With zero weights and {@code k} classes it is {@code s^2 / k n}.
   * Böhning, "Multinomial Logistic Regression Algorithm", 1992.
   */
  public StabilityBounds softmaxCrossEntropy() {
    return curved(0.5);
  }

  /**
   * Of any other loss: {@code c s^2 / n}.
   *
   * @param curvature {@code c}, the largest second derivative of the loss of one example by its
   *     prediction, or the largest eigenvalue of the second derivatives by several; at least 0. 1
   *     for Huber's loss and for the logarithm of the hyperbolic cosine.
   */
  public StabilityBounds curved(double curvature) {
    require(
        curvature >= 0 && curvature < Double.POSITIVE_INFINITY,
        "curvature",
        curvature,
        "finite and at least 0");
    return new StabilityBounds(curvature * singularValue * singularValue / examples);
  }
}
