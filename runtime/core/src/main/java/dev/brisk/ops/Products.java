package dev.brisk.ops;

import dev.brisk.kernel.Kernel;
import dev.brisk.kernel.Kernels;

/**
 * Products with matrices, in place: the forms that {@link InPlace} describes. A matrix is flat, row
 * by row. The order of a sum is that of the {@link Kernel} that the JVM has, and its error is
 * stated there.
 */
public final class Products {
  private static final Kernel KERNEL = Kernels.chosen();

  private Products() {}

  /** The length of {@link Ops#affine(double[], double[], double[])}: {@code bias.length}. */
  public static int affineLength(double[] weights, double[] bias, double[] x) {
    Lengths.product("weights", weights.length, bias.length, x.length);
    return bias.length;
  }

  /** As {@link Ops#affine(double[], double[], double[])}. */
  public static void affine(double[] weights, double[] bias, double[] x, double[] out) {
    Lengths.equal("out", out.length, affineLength(weights, bias, x));
    KERNEL.affine(weights, bias, out.length, x.length, x, out);
  }

  /** Adds {@code dOut[i] x[j]} to the derivative by the weight {@code [i][j]}. */
  public static void affineByWeights(
      double[] weights, double[] bias, double[] x, double[] out, double[] dOut, double[] dWeights) {
    Lengths.results(out.length, dOut.length, affineLength(weights, bias, x));
    Lengths.equal("dWeights", dWeights.length, weights.length);
    KERNEL.affineByWeights(dOut, x, 0, dOut.length, x.length, dWeights, 0);
  }

  /** Adds {@code dOut}. */
  public static void affineByBias(
      double[] weights, double[] bias, double[] x, double[] out, double[] dOut, double[] dBias) {
    Lengths.results(out.length, dOut.length, affineLength(weights, bias, x));
    Lengths.equal("dBias", dBias.length, bias.length);
    for (int i = 0; i < dBias.length; i++) {
      dBias[i] += dOut[i];
    }
  }

  /** Adds the rows of the weights, each times its {@code dOut[i]}. */
  public static void affineByX(
      double[] weights, double[] bias, double[] x, double[] out, double[] dOut, double[] dX) {
    Lengths.results(out.length, dOut.length, affineLength(weights, bias, x));
    Lengths.equal("dX", dX.length, x.length);
    KERNEL.affineByInput(weights, dOut.length, dX.length, dOut, dX);
  }

  /** The length of {@link Ops#matrixVector(double[], double[])}: the number of rows. */
  public static int matrixVectorLength(double[] matrix, double[] x) {
    Lengths.notEmpty("x", x.length);
    Lengths.multiple("matrix", matrix.length, x.length);
    return matrix.length / x.length;
  }

  /** As {@link Ops#matrixVector(double[], double[])}. */
  public static void matrixVector(double[] matrix, double[] x, double[] out) {
    Lengths.equal("out", out.length, matrixVectorLength(matrix, x));
    KERNEL.affine(matrix, null, out.length, x.length, x, out);
  }

  /** Adds {@code dOut[i] x[j]} to the derivative by the element {@code [i][j]}. */
  public static void matrixVectorByMatrix(
      double[] matrix, double[] x, double[] out, double[] dOut, double[] dMatrix) {
    Lengths.results(out.length, dOut.length, matrixVectorLength(matrix, x));
    Lengths.equal("dMatrix", dMatrix.length, matrix.length);
    KERNEL.affineByWeights(dOut, x, 0, dOut.length, x.length, dMatrix, 0);
  }

  /** Adds the rows of the matrix, each times its {@code dOut[i]}. */
  public static void matrixVectorByX(
      double[] matrix, double[] x, double[] out, double[] dOut, double[] dX) {
    Lengths.results(out.length, dOut.length, matrixVectorLength(matrix, x));
    Lengths.equal("dX", dX.length, x.length);
    KERNEL.affineByInput(matrix, dOut.length, dX.length, dOut, dX);
  }

  /** The length of {@link Ops#affine(float[], float[], float[])}: {@code bias.length}. */
  public static int affineLength(float[] weights, float[] bias, float[] x) {
    Lengths.product("weights", weights.length, bias.length, x.length);
    return bias.length;
  }

  /** As {@link Ops#affine(float[], float[], float[])}. */
  public static void affine(float[] weights, float[] bias, float[] x, float[] out) {
    Lengths.equal("out", out.length, affineLength(weights, bias, x));
    KERNEL.affine(weights, bias, out.length, x.length, x, out);
  }

  /** Adds {@code dOut[i] x[j]} to the derivative by the weight {@code [i][j]}. */
  public static void affineByWeights(
      float[] weights, float[] bias, float[] x, float[] out, float[] dOut, float[] dWeights) {
    Lengths.results(out.length, dOut.length, affineLength(weights, bias, x));
    Lengths.equal("dWeights", dWeights.length, weights.length);
    KERNEL.affineByWeights(dOut, x, 0, dOut.length, x.length, dWeights, 0);
  }

  /** Adds {@code dOut}. */
  public static void affineByBias(
      float[] weights, float[] bias, float[] x, float[] out, float[] dOut, float[] dBias) {
    Lengths.results(out.length, dOut.length, affineLength(weights, bias, x));
    Lengths.equal("dBias", dBias.length, bias.length);
    for (int i = 0; i < dBias.length; i++) {
      dBias[i] += dOut[i];
    }
  }

  /** Adds the rows of the weights, each times its {@code dOut[i]}. */
  public static void affineByX(
      float[] weights, float[] bias, float[] x, float[] out, float[] dOut, float[] dX) {
    Lengths.results(out.length, dOut.length, affineLength(weights, bias, x));
    Lengths.equal("dX", dX.length, x.length);
    KERNEL.affineByInput(weights, dOut.length, dX.length, dOut, dX);
  }

  /** The length of {@link Ops#matrixVector(float[], float[])}: the number of rows. */
  public static int matrixVectorLength(float[] matrix, float[] x) {
    Lengths.notEmpty("x", x.length);
    Lengths.multiple("matrix", matrix.length, x.length);
    return matrix.length / x.length;
  }

  /** As {@link Ops#matrixVector(float[], float[])}. */
  public static void matrixVector(float[] matrix, float[] x, float[] out) {
    Lengths.equal("out", out.length, matrixVectorLength(matrix, x));
    KERNEL.affine(matrix, null, out.length, x.length, x, out);
  }

  /** Adds {@code dOut[i] x[j]} to the derivative by the element {@code [i][j]}. */
  public static void matrixVectorByMatrix(
      float[] matrix, float[] x, float[] out, float[] dOut, float[] dMatrix) {
    Lengths.results(out.length, dOut.length, matrixVectorLength(matrix, x));
    Lengths.equal("dMatrix", dMatrix.length, matrix.length);
    KERNEL.affineByWeights(dOut, x, 0, dOut.length, x.length, dMatrix, 0);
  }

  /** Adds the rows of the matrix, each times its {@code dOut[i]}. */
  public static void matrixVectorByX(
      float[] matrix, float[] x, float[] out, float[] dOut, float[] dX) {
    Lengths.results(out.length, dOut.length, matrixVectorLength(matrix, x));
    Lengths.equal("dX", dX.length, x.length);
    KERNEL.affineByInput(matrix, dOut.length, dX.length, dOut, dX);
  }
}
