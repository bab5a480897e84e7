package dev.brisk.ops;

/**
 * Where a square window lies as it moves over the planes of an image. A plane of {@code height x
 * width} pixels has {@code rows x columns} positions of it; at position {@code i} its offset {@code
 * k} lies on pixel {@code i stride + k - padding}, which may be outside of the image.
 */
final class Grid {
  private Grid() {}

  /** The number of planes of an image. */
  static int channels(int length, int height, int width) {
    Lengths.positive("height", height);
    Lengths.positive("width", width);
    Lengths.multiple("image", length, Lengths.result((long) height * width));
    return length / (height * width);
  }

  /** The number of positions along an extent: the last one that fits is not beyond the padding. */
  static int positions(String name, int extent, int size, int stride, int padding) {
    Lengths.positive("size", size);
    Lengths.positive("stride", stride);
    Lengths.within("padding", padding, 0, (Integer.MAX_VALUE - extent) / 2);
    int padded = extent + 2 * padding;
    if (size > padded) {
      throw new IllegalArgumentException(
          "size is " + size + ", expected at most the " + name + ", " + padded);
    }
    return (padded - size) / stride + 1;
  }

  /** The length of a number of planes. */
  static int length(int planes, int rows, int columns) {
    return Lengths.result((long) planes * Lengths.result((long) rows * columns));
  }
}
