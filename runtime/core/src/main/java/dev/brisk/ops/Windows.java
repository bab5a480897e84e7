package dev.brisk.ops;

/**
 * Where the weights of a convolution meet its image. While a kernel moves along a row of positions,
 * a weight meets pixels that lie {@code stride} apart. With stride 1, what it meets in several rows
 * is one piece of the image, if what lies between these rows is taken along: rows of positions are
 * then {@code pitch}, the image's width, apart, and the few elements between them mean nothing.
 *
 * <p>Each thread has its own, and sets it for one call. {@code height} and {@code width} are those
 * of the image with its padding, {@code rows} and {@code columns} those of the result, and {@code
 * weights} is the number of weights of one kernel.
 */
final class Windows {
  // Elements of the matrix of an image; a larger one is taken in parts of some rows of positions.
  private static final int MOST = 1 << 18;

  int channels;
  int outputs;
  int height;
  int width;
  int size;
  int stride;
  int padding;
  int rows;
  int columns;
  int pitch;
  int weights;

  /** The rows of positions that are taken together, except the last ones. */
  int part;

  void set(int length, int height, int width, int outputs, int size, int stride, int padding) {
    this.rows = Grid.positions("height", height, size, stride, padding);
    this.columns = Grid.positions("width", width, size, stride, padding);
    this.channels = Grid.channels(length, height, width);
    this.height = height + 2 * padding;
    this.width = width + 2 * padding;
    this.outputs = outputs;
    this.size = size;
    this.stride = stride;
    this.padding = padding;
    this.pitch = stride == 1 ? this.width : columns;
    this.weights = channels * size * size;
    this.part = (int) Math.max(1, Math.min(rows, MOST / ((long) weights * pitch)));
  }

  /** The length of the image with its padding. */
  int padded() {
    return Grid.length(channels, height, width);
  }

  /** The index of a plane's first pixel that is not padding. */
  int inner(int channel) {
    return (channel * height + padding) * width + padding;
  }

  /** The index of the pixel that a weight of a kernel meets at the first position of a row. */
  int pixel(int k, int row) {
    int channel = k / (size * size);
    int down = k / size % size;
    return (channel * height + row * stride + down) * width + k % size;
  }

  /** The index in the result of the first position of a row. */
  int result(int output, int row) {
    return (output * rows + row) * columns;
  }

  /** The number of rows of the part that begins at a row. */
  int count(int row) {
    return Math.min(part, rows - row);
  }

  /** The number of positions of some rows, with those that lie between them. */
  int positions(int count) {
    return Lengths.result((count - 1L) * pitch + columns);
  }
}
