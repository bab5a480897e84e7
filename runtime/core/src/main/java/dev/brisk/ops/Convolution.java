package dev.brisk.ops;

import java.util.Arrays;

/**
 * Convolution in place: the forms that {@link InPlace} describes. An element of the result is the
 * bias and, added to it one after the other, the products with the kernel's weights in their order
 * in the array. The loops go over the weights, and {@link Taps} over the positions of each.
 */
public final class Convolution {
  private Convolution() {}

  /** The length of {@link Ops#conv2d(double[], int, int, double[], double[], int)}. */
  public static int conv2dLength(
      double[] image, int height, int width, double[] kernels, double[] bias, int size) {
    return conv2dLength(image, height, width, kernels, bias, size, 1, 0);
  }

  /** As {@link Ops#conv2d(double[], int, int, double[], double[], int)}. */
  public static void conv2d(
      double[] image,
      int height,
      int width,
      double[] kernels,
      double[] bias,
      int size,
      double[] out) {
    conv2d(image, height, width, kernels, bias, size, 1, 0, out);
  }

  /** Adds to each pixel the weights that met it, each times its {@code dOut}. */
  public static void conv2dByImage(
      double[] image,
      int height,
      int width,
      double[] kernels,
      double[] bias,
      int size,
      double[] out,
      double[] dOut,
      double[] dImage) {
    conv2dByImage(image, height, width, kernels, bias, size, 1, 0, out, dOut, dImage);
  }

  /** Adds to each weight the pixels that it met, each times its {@code dOut}. */
  public static void conv2dByKernels(
      double[] image,
      int height,
      int width,
      double[] kernels,
      double[] bias,
      int size,
      double[] out,
      double[] dOut,
      double[] dKernels) {
    conv2dByKernels(image, height, width, kernels, bias, size, 1, 0, out, dOut, dKernels);
  }

  /** Adds the sum of {@code dOut} over each channel. */
  public static void conv2dByBias(
      double[] image,
      int height,
      int width,
      double[] kernels,
      double[] bias,
      int size,
      double[] out,
      double[] dOut,
      double[] dBias) {
    conv2dByBias(image, height, width, kernels, bias, size, 1, 0, out, dOut, dBias);
  }

  /** The length of {@link Ops#conv2d(double[], int, int, double[], double[], int, int, int)}. */
  public static int conv2dLength(
      double[] image,
      int height,
      int width,
      double[] kernels,
      double[] bias,
      int size,
      int stride,
      int padding) {
    int channels = Grid.channels(image.length, height, width);
    int rows = Grid.positions("height", height, size, stride, padding);
    int columns = Grid.positions("width", width, size, stride, padding);
    int weights = Lengths.result((long) channels * size * size);
    Lengths.product("kernels", kernels.length, bias.length, weights);
    return Grid.length(bias.length, rows, columns);
  }

  /** As {@link Ops#conv2d(double[], int, int, double[], double[], int, int, int)}. */
  public static void conv2d(
      double[] image,
      int height,
      int width,
      double[] kernels,
      double[] bias,
      int size,
      int stride,
      int padding,
      double[] out) {
    int length = conv2dLength(image, height, width, kernels, bias, size, stride, padding);
    Lengths.equal("out", out.length, length);
    int rows = Grid.positions("height", height, size, stride, padding);
    int columns = Grid.positions("width", width, size, stride, padding);
    for (int to = 0; to < bias.length; to++) {
      Arrays.fill(out, to * rows * columns, (to + 1) * rows * columns, bias[to]);
    }
    for (int k = 0; k < kernels.length; k++) {
      Taps.apply(kernels, k, image, height, width, size, stride, padding, out, rows, columns);
    }
  }

  /** Adds to each pixel the weights that met it, each times its {@code dOut}. */
  public static void conv2dByImage(
      double[] image,
      int height,
      int width,
      double[] kernels,
      double[] bias,
      int size,
      int stride,
      int padding,
      double[] out,
      double[] dOut,
      double[] dImage) {
    int length = conv2dLength(image, height, width, kernels, bias, size, stride, padding);
    Lengths.results(out.length, dOut.length, length);
    Lengths.equal("dImage", dImage.length, image.length);
    int rows = Grid.positions("height", height, size, stride, padding);
    int columns = Grid.positions("width", width, size, stride, padding);
    for (int k = 0; k < kernels.length; k++) {
      Taps.applyBack(kernels, k, dImage, height, width, size, stride, padding, dOut, rows, columns);
    }
  }

  /** Adds to each weight the pixels that it met, each times its {@code dOut}. */
  public static void conv2dByKernels(
      double[] image,
      int height,
      int width,
      double[] kernels,
      double[] bias,
      int size,
      int stride,
      int padding,
      double[] out,
      double[] dOut,
      double[] dKernels) {
    int length = conv2dLength(image, height, width, kernels, bias, size, stride, padding);
    Lengths.results(out.length, dOut.length, length);
    Lengths.equal("dKernels", dKernels.length, kernels.length);
    int rows = Grid.positions("height", height, size, stride, padding);
    int columns = Grid.positions("width", width, size, stride, padding);
    for (int k = 0; k < kernels.length; k++) {
      dKernels[k] +=
          Taps.byWeight(k, image, height, width, size, stride, padding, dOut, rows, columns);
    }
  }

  /** Adds the sum of {@code dOut} over each channel. */
  public static void conv2dByBias(
      double[] image,
      int height,
      int width,
      double[] kernels,
      double[] bias,
      int size,
      int stride,
      int padding,
      double[] out,
      double[] dOut,
      double[] dBias) {
    int length = conv2dLength(image, height, width, kernels, bias, size, stride, padding);
    Lengths.results(out.length, dOut.length, length);
    Lengths.equal("dBias", dBias.length, bias.length);
    for (int to = 0; to < dBias.length; to++) {
      dBias[to] += Sums.of(dOut, to * (length / bias.length), length / bias.length);
    }
  }

  /** The length of {@link Ops#conv2d(float[], int, int, float[], float[], int)}. */
  public static int conv2dLength(
      float[] image, int height, int width, float[] kernels, float[] bias, int size) {
    return conv2dLength(image, height, width, kernels, bias, size, 1, 0);
  }

  /** As {@link Ops#conv2d(float[], int, int, float[], float[], int)}. */
  public static void conv2d(
      float[] image, int height, int width, float[] kernels, float[] bias, int size, float[] out) {
    conv2d(image, height, width, kernels, bias, size, 1, 0, out);
  }

  /** Adds to each pixel the weights that met it, each times its {@code dOut}. */
  public static void conv2dByImage(
      float[] image,
      int height,
      int width,
      float[] kernels,
      float[] bias,
      int size,
      float[] out,
      float[] dOut,
      float[] dImage) {
    conv2dByImage(image, height, width, kernels, bias, size, 1, 0, out, dOut, dImage);
  }

  /** Adds to each weight the pixels that it met, each times its {@code dOut}. */
  public static void conv2dByKernels(
      float[] image,
      int height,
      int width,
      float[] kernels,
      float[] bias,
      int size,
      float[] out,
      float[] dOut,
      float[] dKernels) {
    conv2dByKernels(image, height, width, kernels, bias, size, 1, 0, out, dOut, dKernels);
  }

  /** Adds the sum of {@code dOut} over each channel. */
  public static void conv2dByBias(
      float[] image,
      int height,
      int width,
      float[] kernels,
      float[] bias,
      int size,
      float[] out,
      float[] dOut,
      float[] dBias) {
    conv2dByBias(image, height, width, kernels, bias, size, 1, 0, out, dOut, dBias);
  }

  /** The length of {@link Ops#conv2d(float[], int, int, float[], float[], int, int, int)}. */
  public static int conv2dLength(
      float[] image,
      int height,
      int width,
      float[] kernels,
      float[] bias,
      int size,
      int stride,
      int padding) {
    int channels = Grid.channels(image.length, height, width);
    int rows = Grid.positions("height", height, size, stride, padding);
    int columns = Grid.positions("width", width, size, stride, padding);
    int weights = Lengths.result((long) channels * size * size);
    Lengths.product("kernels", kernels.length, bias.length, weights);
    return Grid.length(bias.length, rows, columns);
  }

  /** As {@link Ops#conv2d(float[], int, int, float[], float[], int, int, int)}. */
  public static void conv2d(
      float[] image,
      int height,
      int width,
      float[] kernels,
      float[] bias,
      int size,
      int stride,
      int padding,
      float[] out) {
    int length = conv2dLength(image, height, width, kernels, bias, size, stride, padding);
    Lengths.equal("out", out.length, length);
    int rows = Grid.positions("height", height, size, stride, padding);
    int columns = Grid.positions("width", width, size, stride, padding);
    for (int to = 0; to < bias.length; to++) {
      Arrays.fill(out, to * rows * columns, (to + 1) * rows * columns, bias[to]);
    }
    for (int k = 0; k < kernels.length; k++) {
      Taps.apply(kernels, k, image, height, width, size, stride, padding, out, rows, columns);
    }
  }

  /** Adds to each pixel the weights that met it, each times its {@code dOut}. */
  public static void conv2dByImage(
      float[] image,
      int height,
      int width,
      float[] kernels,
      float[] bias,
      int size,
      int stride,
      int padding,
      float[] out,
      float[] dOut,
      float[] dImage) {
    int length = conv2dLength(image, height, width, kernels, bias, size, stride, padding);
    Lengths.results(out.length, dOut.length, length);
    Lengths.equal("dImage", dImage.length, image.length);
    int rows = Grid.positions("height", height, size, stride, padding);
    int columns = Grid.positions("width", width, size, stride, padding);
    for (int k = 0; k < kernels.length; k++) {
      Taps.applyBack(kernels, k, dImage, height, width, size, stride, padding, dOut, rows, columns);
    }
  }

  /** Adds to each weight the pixels that it met, each times its {@code dOut}. */
  public static void conv2dByKernels(
      float[] image,
      int height,
      int width,
      float[] kernels,
      float[] bias,
      int size,
      int stride,
      int padding,
      float[] out,
      float[] dOut,
      float[] dKernels) {
    int length = conv2dLength(image, height, width, kernels, bias, size, stride, padding);
    Lengths.results(out.length, dOut.length, length);
    Lengths.equal("dKernels", dKernels.length, kernels.length);
    int rows = Grid.positions("height", height, size, stride, padding);
    int columns = Grid.positions("width", width, size, stride, padding);
    for (int k = 0; k < kernels.length; k++) {
      dKernels[k] +=
          Taps.byWeight(k, image, height, width, size, stride, padding, dOut, rows, columns);
    }
  }

  /** Adds the sum of {@code dOut} over each channel. */
  public static void conv2dByBias(
      float[] image,
      int height,
      int width,
      float[] kernels,
      float[] bias,
      int size,
      int stride,
      int padding,
      float[] out,
      float[] dOut,
      float[] dBias) {
    int length = conv2dLength(image, height, width, kernels, bias, size, stride, padding);
    Lengths.results(out.length, dOut.length, length);
    Lengths.equal("dBias", dBias.length, bias.length);
    for (int to = 0; to < dBias.length; to++) {
      dBias[to] += (float) Sums.of(dOut, to * (length / bias.length), length / bias.length);
    }
  }
}
