package dev.brisk.analysis;

import static dev.brisk.analysis.Refusal.require;
import static dev.brisk.analysis.Refusal.requireRate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The loss {@code (w - c)' A (w - c) / 2} with a symmetric positive definite {@code A}, of which
 * everything that a learning rate does is known. In one dimension it is {@code a (w - c)^2 / 2}:
 * the lesson's {@code (w - 3)^2} has the curvature {@code a = 2}.
 *
 * <p>Descent multiplies the error along an eigenvector of curvature {@code a} by {@code 1 - r a} at
 * each step with the rate {@code r}. So it comes to the minimum if and only if {@code 0 < r < 2 /
 * L}, with the largest curvature {@code L}. Polyak, "Introduction to Optimization", 1987, sections
 * 1.4 and 3.2; Goh, "Why Momentum Really Works", Distill, 2017.
 */
public final class Quadratic {
  private static final double SYMMETRIC = 1e-12;

  /** An eigenvalue of this share of the largest cannot be told from 0. */
  private static final double SINGULAR = 1e-14;

  private final double[][] matrix;
  private final double[] minimum;
  private final double[] curvatures;

  private Quadratic(double[][] matrix, double[] minimum, double[] curvatures) {
    this.matrix = matrix;
    this.minimum = minimum;
    this.curvatures = curvatures;
  }

  /**
   * {@code a (w - c)^2 / 2}.
   *
   * @param curvature the second derivative {@code a}, positive
   * @param minimum the place {@code c} of the minimum
   */
  public static Quadratic of(double curvature, double minimum) {
    return of(new double[][] {{curvature}}, minimum);
  }

  /**
   * {@code (w - c)' A (w - c) / 2}. The arrays are copied.
   *
   * @param matrix {@code A}, symmetric and positive definite
   * @param minimum the place {@code c} of the minimum
   * @throws IllegalArgumentException if the matrix is not square, of another size than the minimum,
   *     not finite, not symmetric within 1e-12 of its largest element, or has an eigenvalue that is
   *     not positive, or not above 1e-14 of the largest
   */
  public static Quadratic of(double[][] matrix, double... minimum) {
    int size = matrix.length;
    require(size > 0, "the number of rows", size, "at least 1");
    require(minimum.length == size, "the length of minimum", minimum.length, "" + size);
    double[][] copy = new double[size][];
    for (int i = 0; i < size; i++) {
      require(matrix[i].length == size, "the length of row " + i, matrix[i].length, "" + size);
      copy[i] = matrix[i].clone();
    }
    makeSymmetric(copy);
    requireFinite("minimum", minimum);
    double[] curvatures = eigenvalues(copy);
    boolean isPositive = curvatures[0] > SINGULAR * curvatures[size - 1];
    require(isPositive, "the smallest eigenvalue", curvatures[0], "a positive one");
    return new Quadratic(copy, minimum.clone(), curvatures);
  }

  /** Refuses what is not symmetric, and evens out what is so but for rounding. */
  private static void makeSymmetric(double[][] matrix) {
    double largest = 0;
    for (double[] row : matrix) {
      requireFinite("matrix", row);
      largest = Math.max(largest, DoubleStream.of(row).map(Math::abs).max().orElseThrow());
    }
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        require(
            Math.abs(matrix[i][j] - matrix[j][i]) <= SYMMETRIC * largest,
            "matrix[" + i + "][" + j + "]",
            matrix[i][j],
            matrix[j][i] + " as matrix[" + j + "][" + i + "] is");
        matrix[i][j] = (matrix[i][j] + matrix[j][i]) / 2;
        matrix[j][i] = matrix[i][j];
      }
    }
  }

  private static void requireFinite(String name, double[] values) {
    for (double value : values) {
      require(Double.isFinite(value), "an element of " + name, value, "finite ones");
    }
  }

  /** Ascending. */
  private static double[] eigenvalues(double[][] symmetric) {
    double[] values =
        symmetric.length == 1
            ? symmetric[0].clone()
            : new EigenDecomposition(new Array2DRowRealMatrix(symmetric)).getRealEigenvalues();
    Arrays.sort(values);
    return values;
  }

  /** The number of parameters. */
  public int dimension() {
    return minimum.length;
  }

  /** The eigenvalues of {@code A}, ascending. */
  public double[] curvatures() {
    return curvatures.clone();
  }

  /** The smallest curvature {@code l}. */
  public double smallest() {
    return curvatures[0];
  }

  /** The largest curvature {@code L}. */
  public double largest() {
    return curvatures[curvatures.length - 1];
  }

  /** {@code L / l}, at least 1: how much slower the flattest direction is than the steepest. */
  public double conditionNumber() {
    return largest() / smallest();
  }

  /** The rates from which on descent diverges. */
  public StabilityBounds bounds() {
    return new StabilityBounds(largest());
  }

  /**
   * {@code 2 / (l + L)}, the fixed rate with which descent without momentum comes to the minimum
   * fastest; in one dimension {@code 1 / a}, with which it is there after one step.
   */
  public double bestRate() {
    return 2 / (smallest() + largest());
  }

  /** {@code (k - 1) / (k + 1)}, the factor of the error per step with {@link #bestRate()}. */
  public double bestContraction() {
    return (largest() - smallest()) / (largest() + smallest());
  }

  /**
   * The momentum with which descent comes to the minimum fastest, together with {@link
   * #bestRateWithMomentum()}: {@code ((sqrt(k) - 1) / (sqrt(k) + 1))^2}, with the condition number
   * {@code k}. The error then falls with the momentum's square root in the long run. Polyak, 1964.
   */
  public double bestMomentum() {
    double root = Math.sqrt(conditionNumber());
    double quotient = (root - 1) / (root + 1);
    return quotient * quotient;
  }

  /** {@code 4 / (sqrt(l) + sqrt(L))^2}, the rate to go with {@link #bestMomentum()}. */
  public double bestRateWithMomentum() {
    double sum = Math.sqrt(smallest()) + Math.sqrt(largest());
    return 4 / (sum * sum);
  }

  /** {@link #contraction(double, Descent)} without momentum: the largest {@code |1 - r a|}. */
  public double contraction(double rate) {
    return contraction(rate, Descent.plain());
  }

  /**
   * The factor by which a step multiplies the error in the long run, along the direction in which
   * that is largest.
   *
   * @param rate the learning rate, at least 0
   */
  public double contraction(double rate, Descent descent) {
    return slowest(rate, descent).radius();
  }

  /** {@link #regime(double, Descent)} without momentum. */
  public Regime regime(double rate) {
    return regime(rate, Descent.plain());
  }

  /**
   * What becomes of the error, along the direction in which it is slowest to die away; but it is
   * {@link Regime#OSCILLATING} if it changes its sign along any.
   *
   * @param rate the learning rate, at least 0
   */
  public Regime regime(double rate, Descent descent) {
    Regime slowest = Regime.of(slowest(rate, descent));
    boolean swings =
        DoubleStream.of(curvatures)
            .mapToObj(curvature -> Regime.of(descent.recurrence(rate, curvature)))
            .anyMatch(Regime.OSCILLATING::equals);
    return slowest == Regime.MONOTONE && swings ? Regime.OSCILLATING : slowest;
  }

  private Descent.Recurrence slowest(double rate, Descent descent) {
    requireRate(rate);
    return DoubleStream.of(curvatures)
        .mapToObj(curvature -> descent.recurrence(rate, curvature))
        .max(Comparator.comparingDouble(Descent.Recurrence::radius))
        .orElseThrow();
  }

  /**
   * The loss at a point.
   *
   * @throws IllegalArgumentException if it has another dimension
   */
  public double loss(double... point) {
    double[] slope = gradient(point);
    double twice = 0;
    for (int i = 0; i < slope.length; i++) {
      twice += slope[i] * (point[i] - minimum[i]);
    }
    return twice / 2;
  }

  /**
   * {@code A (w - c)}.
   *
   * @throws IllegalArgumentException if the point has another dimension
   */
  public double[] gradient(double... point) {
    require(point.length == dimension(), "the length of the point", point.length, "" + dimension());
    double[] slope = new double[point.length];
    for (int i = 0; i < slope.length; i++) {
      for (int j = 0; j < slope.length; j++) {
        slope[i] += matrix[i][j] * (point[j] - minimum[j]);
      }
    }
    return slope;
  }

  /**
   * The way of descent, as {@link dev.brisk.Algorithm#SGD} steps. Weight decay pulls it to another
   * point than the minimum.
   *
   * @param rate the learning rate, at least 0
   * @param steps at least 0
   * @param start where it begins
   */
  public Trajectory descend(Descent descent, double rate, int steps, double... start) {
    requireRate(rate);
    require(steps >= 0, "steps", steps, "at least 0");
    require(start.length == dimension(), "the length of start", start.length, "" + dimension());
    double[][] points = new double[steps + 1][];
    double[] losses = new double[steps + 1];
    double[] momentum = new double[dimension()];
    points[0] = start.clone();
    losses[0] = loss(start);
    for (int t = 0; t < steps; t++) {
      points[t + 1] = next(descent, rate, points[t], momentum, t == 0);
      losses[t + 1] = loss(points[t + 1]);
    }
    return new Trajectory(points, losses);
  }

  private double[] next(
      Descent descent, double rate, double[] point, double[] momentum, boolean isFirst) {
    double[] slope = gradient(point);
    double[] next = point.clone();
    for (int i = 0; i < next.length; i++) {
      double direction = slope[i] + descent.weightDecay() * point[i];
      // The first gradient is taken in whole.
      momentum[i] = descent.momentum() * momentum[i] + (isFirst ? 1 : descent.taken()) * direction;
      next[i] -=
          rate
              * (descent.isNesterov() ? direction + descent.momentum() * momentum[i] : momentum[i]);
    }
    return next;
  }
}
