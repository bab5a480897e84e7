package dev.brisk.ops;

import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Convolution and pooling as their formulas stand: pixel by pixel, with zeros around the image. */
final class NaiveImages {
  private NaiveImages() {}

  static double[] convolution(Object[] a) {
    double[] kernels = (double[]) a[3];
    double[] bias = (double[]) a[4];
    int size = (Integer) a[5];
    int stride = a.length > 6 ? (Integer) a[6] : 1;
    int padding = a.length > 6 ? (Integer) a[7] : 0;
    int channels = channels(a);
    int rows = ((Integer) a[1] + 2 * padding - size) / stride + 1;
    int columns = ((Integer) a[2] + 2 * padding - size) / stride + 1;
    double[] result = new double[bias.length * rows * columns];
    for (int i = 0; i < result.length; i++) {
      int output = i / (rows * columns);
      int top = i / columns % rows * stride - padding;
      int left = i % columns * stride - padding;
      result[i] = bias[output];
      for (int k = 0; k < channels * size * size; k++) {
        int channel = k / (size * size);
        double pixel = pixel(a, channel, top + k / size % size, left + k % size);
        result[i] += pixel * kernels[output * channels * size * size + k];
      }
    }
    return result;
  }

  static double[] pool(Object[] a, ToDoubleFunction<DoubleStream> function) {
    int size = (Integer) a[3];
    int stride = a.length > 4 ? (Integer) a[4] : size;
    int rows = ((Integer) a[1] - size) / stride + 1;
    int columns = ((Integer) a[2] - size) / stride + 1;
    double[] result = new double[channels(a) * rows * columns];
    for (int i = 0; i < result.length; i++) {
      double[] window = new double[size * size];
      int channel = i / (rows * columns);
      int top = i / columns % rows * stride;
      int left = i % columns * stride;
      for (int k = 0; k < window.length; k++) {
        window[k] = pixel(a, channel, top + k / size, left + k % size);
      }
      result[i] = function.applyAsDouble(DoubleStream.of(window));
    }
    return result;
  }

  private static int channels(Object[] a) {
    return ((double[]) a[0]).length / ((Integer) a[1] * (Integer) a[2]);
  }

  private static double pixel(Object[] a, int channel, int row, int column) {
    int height = (Integer) a[1];
    int width = (Integer) a[2];
    boolean isInside = row >= 0 && row < height && column >= 0 && column < width;
    return isInside ? ((double[]) a[0])[(channel * height + row) * width + column] : 0;
  }
}
