package dev.brisk.ops;

/**
 * Convolution in place: the forms that {@link InPlace} describes. They lay the image out as a
 * matrix, in arrays of the thread, and are products of the {@link dev.brisk.kernel.Kernel} that the
 * JVM has.
 *
 * <p><b>Order.</b> An element of the result starts as its bias and takes the products with the
 * kernel's weights one after the other, in their order in the array, each by an {@code fma}. To a
 * pixel's derivative is added, weight after weight, the sum over the outputs, by {@code fma} from 0
 * on. The derivative by a weight is summed over the positions in the kernel's order, which depends
 * on the JVM. Of a large image, a part after the other is taken for the derivatives; where it ends
 * depends on the shapes alone.
 *
 * <p>Padding is zeros, and products with them are taken like any other: a weight that is infinite
 * or NaN makes NaN of all that it meets there. A pixel or {@code dOut} that is infinite or NaN may
 * make NaN of the derivative by every weight.
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
    DoublePatches.of(image.length, height, width, bias.length, size, stride, padding)
        .forward(image, kernels, bias, out);
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
    DoublePatches.of(image.length, height, width, bias.length, size, stride, padding)
        .byImage(kernels, dOut, dImage);
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
    DoublePatches.of(image.length, height, width, bias.length, size, stride, padding)
        .byKernels(image, dOut, dKernels);
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
    FloatPatches.of(image.length, height, width, bias.length, size, stride, padding)
        .forward(image, kernels, bias, out);
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
    FloatPatches.of(image.length, height, width, bias.length, size, stride, padding)
        .byImage(kernels, dOut, dImage);
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
    FloatPatches.of(image.length, height, width, bias.length, size, stride, padding)
        .byKernels(image, dOut, dKernels);
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
