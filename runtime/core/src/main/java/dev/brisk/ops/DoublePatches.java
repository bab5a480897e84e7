package dev.brisk.ops;

import dev.brisk.kernel.Kernel;
import dev.brisk.kernel.Kernels;
import java.util.Arrays;

/**
 * Convolution as products of matrices. The image is laid out as a matrix {@code patches}, which has
 * a row for each weight of a kernel: the pixels that it meets, position by position, as {@link
 * Windows} tells. Rows of the kernels and of the result are copied to arrays of their own, as
 * {@link Kernel} takes them. Copies are cheap against the products, since HotSpot does not
 * vectorise a loop over a part of an array.
 *
 * <p>Each thread has one, whose arrays grow with the shapes.
 */
final class DoublePatches {
  private static final Kernel KERNEL = Kernels.chosen();
  private static final ThreadLocal<DoublePatches> OF_THREAD =
      ThreadLocal.withInitial(DoublePatches::new);

  private final Windows windows = new Windows();
  private double[] padded = {};
  private double[] patches = {};
  private double[] patch = {};
  private double[] pixels = {};
  private double[][] kernelRows = {};
  private double[][] outRows = {};

  private DoublePatches() {}

  /** Those of this thread, for an image of that length and kernels for so many outputs. */
  static DoublePatches of(
      int length, int height, int width, int outputs, int size, int stride, int padding) {
    DoublePatches ofThread = OF_THREAD.get();
    ofThread.windows.set(length, height, width, outputs, size, stride, padding);
    ofThread.grow();
    return ofThread;
  }

  private void grow() {
    int positions = windows.positions(windows.part);
    if (windows.padding > 0) {
      padded = grown(padded, windows.padded());
    }
    patches = grown(patches, Lengths.result((long) windows.weights * positions));
    patch = grown(patch, positions);
    pixels = grown(pixels, positions);
    if (kernelRows.length < windows.outputs) {
      kernelRows = new double[windows.outputs][0];
      outRows = new double[windows.outputs][0];
    }
    for (int o = 0; o < windows.outputs; o++) {
      kernelRows[o] = grown(kernelRows[o], windows.weights);
      outRows[o] = grown(outRows[o], positions);
    }
  }

  private static double[] grown(double[] array, int length) {
    return array.length < length ? new double[length] : array;
  }

  void forward(double[] image, double[] kernels, double[] bias, double[] out) {
    double[] source = padded(image);
    copyKernels(kernels);
    for (int row = 0; row < windows.rows; row += windows.part) {
      int count = windows.count(row);
      int positions = windows.positions(count);
      layOut(source, row, count);
      for (int o = 0; o < bias.length; o++) {
        Arrays.fill(outRows[o], 0, positions, bias[o]);
      }
      KERNEL.affineByInput(
          patches, windows.weights, positions, kernelRows, outRows, 0, windows.outputs);
      for (int o = 0; o < windows.outputs; o++) {
        int at = windows.result(o, row);
        copy(outRows[o], 0, windows.pitch, out, at, windows.columns, windows.columns, count);
      }
    }
  }

  void byKernels(double[] image, double[] dOut, double[] dKernels) {
    double[] source = padded(image);
    for (int row = 0; row < windows.rows; row += windows.part) {
      int count = windows.count(row);
      int positions = windows.positions(count);
      layOut(source, row, count);
      copyResult(dOut, row, count);
      KERNEL.product(
          patches,
          windows.weights,
          positions,
          outRows,
          0,
          windows.outputs,
          kernelRows,
          0,
          windows.outputs);
      for (int o = 0; o < windows.outputs; o++) {
        for (int k = 0; k < windows.weights; k++) {
          dKernels[o * windows.weights + k] += kernelRows[o][k];
        }
      }
    }
  }

  void byImage(double[] kernels, double[] dOut, double[] dImage) {
    double[] target = padded(dImage);
    copyKernels(kernels);
    for (int row = 0; row < windows.rows; row += windows.part) {
      int count = windows.count(row);
      int positions = windows.positions(count);
      copyResult(dOut, row, count);
      Arrays.fill(patches, 0, windows.weights * positions, 0);
      KERNEL.affineByWeights(
          kernelRows, outRows, 0, windows.outputs, 0, windows.weights, positions, patches, 0);
      addBack(target, row, count);
    }
    if (windows.padding > 0) {
      int width = windows.width - 2 * windows.padding;
      int height = windows.height - 2 * windows.padding;
      for (int channel = 0; channel < windows.channels; channel++) {
        int at = channel * height * width;
        copy(target, windows.inner(channel), windows.width, dImage, at, width, width, height);
      }
    }
  }

  /** The image with zeros around it. */
  private double[] padded(double[] image) {
    if (windows.padding == 0) {
      return image;
    }
    Arrays.fill(padded, 0, windows.padded(), 0);
    int width = windows.width - 2 * windows.padding;
    int height = windows.height - 2 * windows.padding;
    for (int channel = 0; channel < windows.channels; channel++) {
      int at = channel * height * width;
      copy(image, at, width, padded, windows.inner(channel), windows.width, width, height);
    }
    return padded;
  }

  private void copyKernels(double[] kernels) {
    for (int o = 0; o < windows.outputs; o++) {
      System.arraycopy(kernels, o * windows.weights, kernelRows[o], 0, windows.weights);
    }
  }

  /** Copies rows of positions; what lies between them is 0. */
  private void copyResult(double[] out, int row, int count) {
    for (int o = 0; o < windows.outputs; o++) {
      Arrays.fill(outRows[o], 0, windows.positions(count), 0);
      int at = windows.result(o, row);
      copy(out, at, windows.columns, outRows[o], 0, windows.pitch, windows.columns, count);
    }
  }

  private static void copy(
      double[] from, int at, int pitch, double[] to, int toAt, int toPitch, int width, int count) {
    if (pitch == width && toPitch == width) {
      System.arraycopy(from, at, to, toAt, count * width);
      return;
    }
    for (int i = 0; i < count; i++) {
      System.arraycopy(from, at + i * pitch, to, toAt + i * toPitch, width);
    }
  }

  private void layOut(double[] image, int row, int count) {
    int positions = windows.positions(count);
    for (int k = 0; k < windows.weights; k++) {
      if (windows.stride == 1) {
        System.arraycopy(image, windows.pixel(k, row), patches, k * positions, positions);
      } else {
        for (int r = 0; r < count; r++) {
          int to = k * positions + r * windows.pitch;
          gather(image, windows.pixel(k, row + r), windows.stride, patches, to, windows.columns);
        }
      }
    }
  }

  private static void gather(
      double[] image, int from, int stride, double[] patches, int to, int columns) {
    for (int i = 0; i < columns; i++) {
      patches[to + i] = image[from + i * stride];
    }
  }

  /** Adds the patches to the pixels that they are of. */
  private void addBack(double[] image, int row, int count) {
    int positions = windows.positions(count);
    for (int k = 0; k < windows.weights; k++) {
      if (windows.stride == 1) {
        int at = windows.pixel(k, row);
        System.arraycopy(image, at, pixels, 0, positions);
        System.arraycopy(patches, k * positions, patch, 0, positions);
        KERNEL.axpy(1, patch, pixels, positions);
        System.arraycopy(pixels, 0, image, at, positions);
      } else {
        for (int r = 0; r < count; r++) {
          int from = k * positions + r * windows.pitch;
          scatter(patches, from, image, windows.pixel(k, row + r), windows.stride, windows.columns);
        }
      }
    }
  }

  private static void scatter(
      double[] patches, int from, double[] image, int to, int stride, int columns) {
    for (int i = 0; i < columns; i++) {
      image[to + i * stride] += patches[from + i];
    }
  }
}
