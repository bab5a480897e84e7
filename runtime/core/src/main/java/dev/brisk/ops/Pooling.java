package dev.brisk.ops;

/**
 * Pooling in place: the forms that {@link InPlace} describes. Windows are gone through row by row;
 * the sum of a {@code float} window is taken in {@code double}. Where pixels are compared there is
 * no branch, which a processor would often foresee wrongly. Windows of 2x2 pixels, the usual ones,
 * are spared the loops over their pixels.
 */
public final class Pooling {
  private Pooling() {}

  /** The length of {@link Ops#maxPool(double[], int, int, int)}. */
  public static int maxPoolLength(double[] image, int height, int width, int size) {
    return maxPoolLength(image, height, width, size, size);
  }

  /** As {@link Ops#maxPool(double[], int, int, int)}. */
  public static void maxPool(double[] image, int height, int width, int size, double[] out) {
    maxPool(image, height, width, size, size, out);
  }

  /** Adds {@code dOut} at the first largest pixel of each window. */
  public static void maxPoolByImage(
      double[] image,
      int height,
      int width,
      int size,
      double[] out,
      double[] dOut,
      double[] dImage) {
    maxPoolByImage(image, height, width, size, size, out, dOut, dImage);
  }

  /** The length of {@link Ops#maxPool(double[], int, int, int, int)}. */
  public static int maxPoolLength(double[] image, int height, int width, int size, int stride) {
    int channels = Grid.channels(image.length, height, width);
    int rows = Grid.positions("height", height, size, stride, 0);
    return Grid.length(channels, rows, Grid.positions("width", width, size, stride, 0));
  }

  /** As {@link Ops#maxPool(double[], int, int, int, int)}. */
  public static void maxPool(
      double[] image, int height, int width, int size, int stride, double[] out) {
    Lengths.equal("out", out.length, maxPoolLength(image, height, width, size, stride));
    int columns = Grid.positions("width", width, size, stride, 0);
    int to = 0;
    for (int plane = 0; plane < image.length; plane += height * width) {
      for (int row = 0; row <= height - size; row += stride) {
        int from = plane + row * width;
        if (size == 2) {
          ofFour(image, from, width, stride, out, to, columns);
        } else {
          ofMany(image, from, width, size, stride, out, to, columns);
        }
        to += columns;
      }
    }
  }

  /** A row of windows of 2x2 pixels. */
  private static void ofFour(
      double[] image, int from, int width, int stride, double[] out, int to, int columns) {
    for (int i = 0; i < columns; i++) {
      int at = from + i * stride;
      double above = Math.max(image[at], image[at + 1]);
      out[to + i] = Math.max(above, Math.max(image[at + width], image[at + width + 1]));
    }
  }

  /** A row of windows, one pixel of each at a time. */
  private static void ofMany(
      double[] image,
      int from,
      int width,
      int size,
      int stride,
      double[] out,
      int to,
      int columns) {
    for (int i = 0; i < columns; i++) {
      out[to + i] = image[from + i * stride];
    }
    for (int k = 1; k < size * size; k++) {
      int pixel = from + k / size * width + k % size;
      for (int i = 0; i < columns; i++) {
        out[to + i] = Math.max(out[to + i], image[pixel + i * stride]);
      }
    }
  }

  /** Adds {@code dOut} at the first largest pixel of each window. */
  public static void maxPoolByImage(
      double[] image,
      int height,
      int width,
      int size,
      int stride,
      double[] out,
      double[] dOut,
      double[] dImage) {
    int length = maxPoolLength(image, height, width, size, stride);
    Lengths.results(out.length, dOut.length, length);
    Lengths.equal("dImage", dImage.length, image.length);
    int i = 0;
    for (int plane = 0; plane < image.length; plane += height * width) {
      for (int row = 0; row <= height - size; row += stride) {
        for (int column = 0; column <= width - size; column += stride) {
          dImage[first(image, plane + row * width + column, width, size, out[i])] += dOut[i];
          i++;
        }
      }
    }
  }

  /** The index of the first pixel of a window that is the largest, or of the first NaN. */
  private static int first(double[] image, int start, int width, int size, double largest) {
    if (size == 2) {
      int below = start + width;
      int first = is(image[below], largest) ? below : below + 1;
      first = is(image[start + 1], largest) ? start + 1 : first;
      return is(image[start], largest) ? start : first;
    }
    int first = start;
    for (int row = start + (size - 1) * width; row >= start; row -= width) {
      for (int i = row + size - 1; i >= row; i--) {
        first = is(image[i], largest) ? i : first;
      }
    }
    return first;
  }

  /** Of a pixel of a window: whether it is the largest, which is NaN if any pixel is. */
  private static boolean is(double pixel, double largest) {
    return pixel == largest || Double.isNaN(pixel);
  }

  /** The length of {@link Ops#averagePool(double[], int, int, int)}. */
  public static int averagePoolLength(double[] image, int height, int width, int size) {
    return maxPoolLength(image, height, width, size, size);
  }

  /** As {@link Ops#averagePool(double[], int, int, int)}. */
  public static void averagePool(double[] image, int height, int width, int size, double[] out) {
    averagePool(image, height, width, size, size, out);
  }

  /** Adds {@code dOut / size^2} to each pixel of its window. */
  public static void averagePoolByImage(
      double[] image,
      int height,
      int width,
      int size,
      double[] out,
      double[] dOut,
      double[] dImage) {
    averagePoolByImage(image, height, width, size, size, out, dOut, dImage);
  }

  /** The length of {@link Ops#averagePool(double[], int, int, int, int)}. */
  public static int averagePoolLength(double[] image, int height, int width, int size, int stride) {
    return maxPoolLength(image, height, width, size, stride);
  }

  /** As {@link Ops#averagePool(double[], int, int, int, int)}. */
  public static void averagePool(
      double[] image, int height, int width, int size, int stride, double[] out) {
    Lengths.equal("out", out.length, averagePoolLength(image, height, width, size, stride));
    int i = 0;
    for (int plane = 0; plane < image.length; plane += height * width) {
      for (int row = 0; row <= height - size; row += stride) {
        for (int column = 0; column <= width - size; column += stride) {
          double sum = sum(image, plane + row * width + column, width, size);
          out[i] = sum / (size * size);
          i++;
        }
      }
    }
  }

  /** Adds {@code dOut / size^2} to each pixel of its window. */
  public static void averagePoolByImage(
      double[] image,
      int height,
      int width,
      int size,
      int stride,
      double[] out,
      double[] dOut,
      double[] dImage) {
    int length = averagePoolLength(image, height, width, size, stride);
    Lengths.results(out.length, dOut.length, length);
    Lengths.equal("dImage", dImage.length, image.length);
    int i = 0;
    for (int plane = 0; plane < image.length; plane += height * width) {
      for (int row = 0; row <= height - size; row += stride) {
        for (int column = 0; column <= width - size; column += stride) {
          addTo(dImage, plane + row * width + column, width, size, dOut[i] / (size * size));
          i++;
        }
      }
    }
  }

  private static double sum(double[] image, int start, int width, int size) {
    double sum = 0;
    for (int row = start; row < start + size * width; row += width) {
      for (int i = row; i < row + size; i++) {
        sum += image[i];
      }
    }
    return sum;
  }

  private static void addTo(double[] dImage, int start, int width, int size, double number) {
    for (int row = start; row < start + size * width; row += width) {
      for (int i = row; i < row + size; i++) {
        dImage[i] += number;
      }
    }
  }

  /** The length of {@link Ops#maxPool(float[], int, int, int)}. */
  public static int maxPoolLength(float[] image, int height, int width, int size) {
    return maxPoolLength(image, height, width, size, size);
  }

  /** As {@link Ops#maxPool(float[], int, int, int)}. */
  public static void maxPool(float[] image, int height, int width, int size, float[] out) {
    maxPool(image, height, width, size, size, out);
  }

  /** Adds {@code dOut} at the first largest pixel of each window. */
  public static void maxPoolByImage(
      float[] image, int height, int width, int size, float[] out, float[] dOut, float[] dImage) {
    maxPoolByImage(image, height, width, size, size, out, dOut, dImage);
  }

  /** The length of {@link Ops#maxPool(float[], int, int, int, int)}. */
  public static int maxPoolLength(float[] image, int height, int width, int size, int stride) {
    int channels = Grid.channels(image.length, height, width);
    int rows = Grid.positions("height", height, size, stride, 0);
    return Grid.length(channels, rows, Grid.positions("width", width, size, stride, 0));
  }

  /** As {@link Ops#maxPool(float[], int, int, int, int)}. */
  public static void maxPool(
      float[] image, int height, int width, int size, int stride, float[] out) {
    Lengths.equal("out", out.length, maxPoolLength(image, height, width, size, stride));
    int columns = Grid.positions("width", width, size, stride, 0);
    int to = 0;
    for (int plane = 0; plane < image.length; plane += height * width) {
      for (int row = 0; row <= height - size; row += stride) {
        int from = plane + row * width;
        if (size == 2) {
          ofFour(image, from, width, stride, out, to, columns);
        } else {
          ofMany(image, from, width, size, stride, out, to, columns);
        }
        to += columns;
      }
    }
  }

  /** A row of windows of 2x2 pixels. */
  private static void ofFour(
      float[] image, int from, int width, int stride, float[] out, int to, int columns) {
    for (int i = 0; i < columns; i++) {
      int at = from + i * stride;
      float above = Math.max(image[at], image[at + 1]);
      out[to + i] = Math.max(above, Math.max(image[at + width], image[at + width + 1]));
    }
  }

  /** A row of windows, one pixel of each at a time. */
  private static void ofMany(
      float[] image, int from, int width, int size, int stride, float[] out, int to, int columns) {
    for (int i = 0; i < columns; i++) {
      out[to + i] = image[from + i * stride];
    }
    for (int k = 1; k < size * size; k++) {
      int pixel = from + k / size * width + k % size;
      for (int i = 0; i < columns; i++) {
        out[to + i] = Math.max(out[to + i], image[pixel + i * stride]);
      }
    }
  }

  /** Adds {@code dOut} at the first largest pixel of each window. */
  public static void maxPoolByImage(
      float[] image,
      int height,
      int width,
      int size,
      int stride,
      float[] out,
      float[] dOut,
      float[] dImage) {
    int length = maxPoolLength(image, height, width, size, stride);
    Lengths.results(out.length, dOut.length, length);
    Lengths.equal("dImage", dImage.length, image.length);
    int i = 0;
    for (int plane = 0; plane < image.length; plane += height * width) {
      for (int row = 0; row <= height - size; row += stride) {
        for (int column = 0; column <= width - size; column += stride) {
          dImage[first(image, plane + row * width + column, width, size, out[i])] += dOut[i];
          i++;
        }
      }
    }
  }

  /** The index of the first pixel of a window that is the largest, or of the first NaN. */
  private static int first(float[] image, int start, int width, int size, float largest) {
    if (size == 2) {
      int below = start + width;
      int first = is(image[below], largest) ? below : below + 1;
      first = is(image[start + 1], largest) ? start + 1 : first;
      return is(image[start], largest) ? start : first;
    }
    int first = start;
    for (int row = start + (size - 1) * width; row >= start; row -= width) {
      for (int i = row + size - 1; i >= row; i--) {
        first = is(image[i], largest) ? i : first;
      }
    }
    return first;
  }

  /** Of a pixel of a window: whether it is the largest, which is NaN if any pixel is. */
  private static boolean is(float pixel, float largest) {
    return pixel == largest || Float.isNaN(pixel);
  }

  /** The length of {@link Ops#averagePool(float[], int, int, int)}. */
  public static int averagePoolLength(float[] image, int height, int width, int size) {
    return maxPoolLength(image, height, width, size, size);
  }

  /** As {@link Ops#averagePool(float[], int, int, int)}. */
  public static void averagePool(float[] image, int height, int width, int size, float[] out) {
    averagePool(image, height, width, size, size, out);
  }

  /** Adds {@code dOut / size^2} to each pixel of its window. */
  public static void averagePoolByImage(
      float[] image, int height, int width, int size, float[] out, float[] dOut, float[] dImage) {
    averagePoolByImage(image, height, width, size, size, out, dOut, dImage);
  }

  /** The length of {@link Ops#averagePool(float[], int, int, int, int)}. */
  public static int averagePoolLength(float[] image, int height, int width, int size, int stride) {
    return maxPoolLength(image, height, width, size, stride);
  }

  /** As {@link Ops#averagePool(float[], int, int, int, int)}. */
  public static void averagePool(
      float[] image, int height, int width, int size, int stride, float[] out) {
    Lengths.equal("out", out.length, averagePoolLength(image, height, width, size, stride));
    int i = 0;
    for (int plane = 0; plane < image.length; plane += height * width) {
      for (int row = 0; row <= height - size; row += stride) {
        for (int column = 0; column <= width - size; column += stride) {
          double sum = sum(image, plane + row * width + column, width, size);
          out[i] = (float) (sum / (size * size));
          i++;
        }
      }
    }
  }

  /** Adds {@code dOut / size^2} to each pixel of its window. */
  public static void averagePoolByImage(
      float[] image,
      int height,
      int width,
      int size,
      int stride,
      float[] out,
      float[] dOut,
      float[] dImage) {
    int length = averagePoolLength(image, height, width, size, stride);
    Lengths.results(out.length, dOut.length, length);
    Lengths.equal("dImage", dImage.length, image.length);
    int i = 0;
    for (int plane = 0; plane < image.length; plane += height * width) {
      for (int row = 0; row <= height - size; row += stride) {
        for (int column = 0; column <= width - size; column += stride) {
          addTo(dImage, plane + row * width + column, width, size, dOut[i] / (size * size));
          i++;
        }
      }
    }
  }

  private static double sum(float[] image, int start, int width, int size) {
    double sum = 0;
    for (int row = start; row < start + size * width; row += width) {
      for (int i = row; i < row + size; i++) {
        sum += image[i];
      }
    }
    return sum;
  }

  private static void addTo(float[] dImage, int start, int width, int size, float number) {
    for (int row = start; row < start + size * width; row += width) {
      for (int i = row; i < row + size; i++) {
        dImage[i] += number;
      }
    }
  }
}
