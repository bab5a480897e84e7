package dev.brisk.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The largest and the smallest eigenvalue of a symmetric operator, by the method of Lanczos with
 * full reorthogonalisation. Golub and Van Loan, "Matrix Computations", 4th edition, 2013, sections
 * 10.1 and 10.3.
 */
final class Lanczos {
  /** What is left of a vector is rounding where it is smaller than this share of the operator. */
  private static final double NOTHING = 1e-13;

  private final Operator operator;
  private final int iterations;
  private final double tolerance;

  private final List<double[]> basis = new ArrayList<>();
  private double[] diagonal = {};
  private double[] beside = {};

  /** A symmetric matrix, known by its products. */
  interface Operator {
    int dimension();

    /**
     * The product with a vector of length 1, which is not changed; a new array, which is.
     *
     * @return the product
     */
    double[] times(double[] unit);
  }

  /**
   * An eigenvalue, approximately.
   *
   * @param vector of length 1
   * @param residual the distance of the product with the vector from its multiple
   */
  record Pair(double value, double[] vector, double residual) {}

  /**
   * Both ends of the spectrum.
   *
   * @param iterations that it took, each of one product
   */
  record Ends(Pair largest, Pair smallest, int iterations) {
    /** The larger of both moduli, which is the operator's norm. */
    double norm() {
      return Math.max(Math.abs(largest.value()), Math.abs(smallest.value()));
    }
  }

  private Lanczos(Operator operator, int iterations, double tolerance) {
    this.operator = operator;
    this.iterations = Math.min(iterations, operator.dimension());
    this.tolerance = tolerance;
  }

  /**
   * Iterates until both residuals are small, or the iterations are used up.
   *
   * @param tolerance of the residuals, as a share of the operator's norm
   * @param start a vector of the operator's dimension, not 0
   */
  static Ends ends(Operator operator, int iterations, double tolerance, double[] start) {
    return new Lanczos(operator, iterations, tolerance).ends(start);
  }

  /** A vector to start with, that has a part along every direction. */
  static double[] start(int dimension, long seed) {
    Random random = new Random(seed);
    double[] vector = new double[dimension];
    Arrays.setAll(vector, i -> random.nextGaussian());
    return vector;
  }

  private Ends ends(double[] start) {
    double[] next = start.clone();
    double length = length(next);
    while (true) {
      scale(next, 1 / length);
      basis.add(next);
      next = operator.times(next);
      diagonal = with(diagonal, dot(next, last()));
      // Twice is enough: Parlett, "The Symmetric Eigenvalue Problem", 1980, section 6.9.
      orthogonalise(next);
      orthogonalise(next);
      length = length(next);
      Spectrum known = Spectrum.of(new EigenDecomposition(diagonal, beside));
      boolean isComplete = length <= NOTHING * known.norm() || basis.size() == iterations;
      if (isComplete || known.residual(length) <= tolerance * known.norm()) {
        return ends(known, length);
      }
      beside = with(beside, length);
    }
  }

  private double[] last() {
    return basis.get(basis.size() - 1);
  }

  private void orthogonalise(double[] vector) {
    for (double[] direction : basis) {
      add(vector, -dot(vector, direction), direction);
    }
  }

  /** What the products so far tell, by the places of the largest and the smallest eigenvalue. */
  private record Spectrum(EigenDecomposition small, int largest, int smallest) {
    static Spectrum of(EigenDecomposition small) {
      double[] values = small.getRealEigenvalues();
      int largest = 0;
      int smallest = 0;
      for (int i = 1; i < values.length; i++) {
        largest = values[i] > values[largest] ? i : largest;
        smallest = values[i] < values[smallest] ? i : smallest;
      }
      return new Spectrum(small, largest, smallest);
    }

    double value(int index) {
      return small.getRealEigenvalue(index);
    }

    double norm() {
      return Math.max(Math.abs(value(largest)), Math.abs(value(smallest)));
    }

    /**
     * @param next the length of what the last product has beyond the basis
     */
    double residual(double next) {
      return Math.max(residual(largest, next), residual(smallest, next));
    }

    double residual(int index, double next) {
      double[] shares = small.getEigenvector(index).toArray();
      return next * Math.abs(shares[shares.length - 1]);
    }
  }

  private Ends ends(Spectrum known, double next) {
    return new Ends(
        pair(known, known.largest(), next), pair(known, known.smallest(), next), basis.size());
  }

  private Pair pair(Spectrum known, int index, double next) {
    double[] shares = known.small().getEigenvector(index).toArray();
    double[] vector = new double[operator.dimension()];
    for (int i = 0; i < shares.length; i++) {
      add(vector, shares[i], basis.get(i));
    }
    return new Pair(known.value(index), vector, known.residual(index, next));
  }

  private static double[] with(double[] values, double value) {
    double[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = value;
    return more;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double length(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  static void add(double[] to, double factor, double[] vector) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * vector[i];
    }
  }

  static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
