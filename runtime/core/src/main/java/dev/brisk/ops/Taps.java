package dev.brisk.ops;

/**
 * One weight of the kernels, for all positions of its kernel on its plane of the image. Innermost
 * is a loop along a row, without a branch: what lies in the padding is left out of its bounds.
 *
 * <p>{@code k} is the index of the weight, in kernels of the shape {@code {out, in, size, size}};
 * {@code rows} and {@code columns} are the extents of the result.
 */
final class Taps {
  private Taps() {}

  /** Adds the weight times the image to the result. */
  static void apply(
      double[] kernels,
      int k,
      double[] image,
      int height,
      int width,
      int size,
      int stride,
      int padding,
      double[] out,
      int rows,
      int columns) {
    double weight = kernels[k];
    int channels = image.length / (height * width);
    int imageFrom = k / (size * size) % channels * (height * width);
    int outFrom = k / (size * size * channels) * (rows * columns);
    int down = k / size % size - padding;
    int right = k % size - padding;
    int first = Grid.first(right, stride);
    int end = Grid.end(right, width, columns, stride);
    int lastRow = Grid.end(down, height, rows, stride);
    for (int row = Grid.first(down, stride); row < lastRow; row++) {
      int from = imageFrom + (row * stride + down) * width + right;
      int to = outFrom + row * columns;
      if (stride == 1) {
        for (int i = first; i < end; i++) {
          out[to + i] += weight * image[from + i];
        }
      } else {
        for (int i = first; i < end; i++) {
          out[to + i] += weight * image[from + i * stride];
        }
      }
    }
  }

  /** Adds the weight times the derivative by the result to the derivative by the image. */
  static void applyBack(
      double[] kernels,
      int k,
      double[] dImage,
      int height,
      int width,
      int size,
      int stride,
      int padding,
      double[] dOut,
      int rows,
      int columns) {
    double weight = kernels[k];
    int channels = dImage.length / (height * width);
    int imageFrom = k / (size * size) % channels * (height * width);
    int outFrom = k / (size * size * channels) * (rows * columns);
    int down = k / size % size - padding;
    int right = k % size - padding;
    int first = Grid.first(right, stride);
    int end = Grid.end(right, width, columns, stride);
    int lastRow = Grid.end(down, height, rows, stride);
    for (int row = Grid.first(down, stride); row < lastRow; row++) {
      int to = imageFrom + (row * stride + down) * width + right;
      int from = outFrom + row * columns;
      if (stride == 1) {
        for (int i = first; i < end; i++) {
          dImage[to + i] += weight * dOut[from + i];
        }
      } else {
        for (int i = first; i < end; i++) {
          dImage[to + i * stride] += weight * dOut[from + i];
        }
      }
    }
  }

  /** The derivative by the weight, summed row by row. */
  static double byWeight(
      int k,
      double[] image,
      int height,
      int width,
      int size,
      int stride,
      int padding,
      double[] dOut,
      int rows,
      int columns) {
    int channels = image.length / (height * width);
    int imageFrom = k / (size * size) % channels * (height * width);
    int outFrom = k / (size * size * channels) * (rows * columns);
    int down = k / size % size - padding;
    int right = k % size - padding;
    int first = Grid.first(right, stride);
    int end = Grid.end(right, width, columns, stride);
    int lastRow = Grid.end(down, height, rows, stride);
    double sum = 0;
    for (int row = Grid.first(down, stride); row < lastRow; row++) {
      int from = imageFrom + (row * stride + down) * width + right;
      int to = outFrom + row * columns;
      if (stride == 1) {
        sum += Sums.products(dOut, to + first, image, from + first, end - first);
      } else {
        for (int i = first; i < end; i++) {
          sum += dOut[to + i] * image[from + i * stride];
        }
      }
    }
    return sum;
  }

  /** Adds the weight times the image to the result. */
  static void apply(
      float[] kernels,
      int k,
      float[] image,
      int height,
      int width,
      int size,
      int stride,
      int padding,
      float[] out,
      int rows,
      int columns) {
    float weight = kernels[k];
    int channels = image.length / (height * width);
    int imageFrom = k / (size * size) % channels * (height * width);
    int outFrom = k / (size * size * channels) * (rows * columns);
    int down = k / size % size - padding;
    int right = k % size - padding;
    int first = Grid.first(right, stride);
    int end = Grid.end(right, width, columns, stride);
    int lastRow = Grid.end(down, height, rows, stride);
    for (int row = Grid.first(down, stride); row < lastRow; row++) {
      int from = imageFrom + (row * stride + down) * width + right;
      int to = outFrom + row * columns;
      if (stride == 1) {
        for (int i = first; i < end; i++) {
          out[to + i] += weight * image[from + i];
        }
      } else {
        for (int i = first; i < end; i++) {
          out[to + i] += weight * image[from + i * stride];
        }
      }
    }
  }

  /** Adds the weight times the derivative by the result to the derivative by the image. */
  static void applyBack(
      float[] kernels,
      int k,
      float[] dImage,
      int height,
      int width,
      int size,
      int stride,
      int padding,
      float[] dOut,
      int rows,
      int columns) {
    float weight = kernels[k];
    int channels = dImage.length / (height * width);
    int imageFrom = k / (size * size) % channels * (height * width);
    int outFrom = k / (size * size * channels) * (rows * columns);
    int down = k / size % size - padding;
    int right = k % size - padding;
    int first = Grid.first(right, stride);
    int end = Grid.end(right, width, columns, stride);
    int lastRow = Grid.end(down, height, rows, stride);
    for (int row = Grid.first(down, stride); row < lastRow; row++) {
      int to = imageFrom + (row * stride + down) * width + right;
      int from = outFrom + row * columns;
      if (stride == 1) {
        for (int i = first; i < end; i++) {
          dImage[to + i] += weight * dOut[from + i];
        }
      } else {
        for (int i = first; i < end; i++) {
          dImage[to + i * stride] += weight * dOut[from + i];
        }
      }
    }
  }

  /** The derivative by the weight, summed row by row. */
  static float byWeight(
      int k,
      float[] image,
      int height,
      int width,
      int size,
      int stride,
      int padding,
      float[] dOut,
      int rows,
      int columns) {
    int channels = image.length / (height * width);
    int imageFrom = k / (size * size) % channels * (height * width);
    int outFrom = k / (size * size * channels) * (rows * columns);
    int down = k / size % size - padding;
    int right = k % size - padding;
    int first = Grid.first(right, stride);
    int end = Grid.end(right, width, columns, stride);
    int lastRow = Grid.end(down, height, rows, stride);
    float sum = 0;
    for (int row = Grid.first(down, stride); row < lastRow; row++) {
      int from = imageFrom + (row * stride + down) * width + right;
      int to = outFrom + row * columns;
      if (stride == 1) {
        sum += Sums.products(dOut, to + first, image, from + first, end - first);
      } else {
        for (int i = first; i < end; i++) {
          sum += dOut[to + i] * image[from + i * stride];
        }
      }
    }
    return sum;
  }
}
