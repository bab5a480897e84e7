package dev.brisk.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Examples that need not fit into memory: they are read window by window while training goes on.
 *
 * <pre>{@code
 * try (MappedRows pixels = MappedRows.open(file)) {
 *   var stream = ExampleStream.of(pixels.rows(), 64 * 1000,
 *       (from, to) -> NetTrainer.examples(pixels.floats(from, to), labels.integers(from, to, 0, 9)));
 *   trainer.fit(stream, Fit.epochs(3).batchSize(64));
 * }
 * }</pre>
 *
 * <p>In an epoch each window comes once, the windows in a random order and their examples too,
 * which depends on the seed of the trainer and the number of the epoch alone. A window is read in
 * another thread while the one before it is trained on, so up to two are in memory.
 *
 * @param <E> the examples that the model's loss takes
 */
public final class ExampleStream<E extends Examples<E>> {
  private final int size;
  private final int windowSize;
  private final Reader<E> reader;

  /** Reads examples; is asked by one thread at a time, not always the same. */
  @FunctionalInterface
  public interface Reader<E> {
    /**
     * The examples {@code [from, to)}, always the same.
     *
     * @throws IOException if they cannot be read, which ends the run
     */
    E read(int from, int to) throws IOException;
  }

  private ExampleStream(int size, int windowSize, Reader<E> reader) {
    this.size = size;
    this.windowSize = windowSize;
    this.reader = reader;
  }

  /**
   * Examples that a reader gives.
   *
   * @param size the number of all examples, at least 1
   * @param windowSize examples that are read at once, at least 1; a multiple of those of an update,
   *     unless all are one window. The larger it is the better the examples are mixed.
   */
  public static <E extends Examples<E>> ExampleStream<E> of(
      int size, int windowSize, Reader<E> reader) {
    Check.positive("size", size);
    Check.positive("windowSize", windowSize);
    return new ExampleStream<>(size, Math.min(size, windowSize), reader);
  }

  /** Examples that are in memory: one window. */
  static <E extends Examples<E>> ExampleStream<E> inMemory(E examples) {
    return new ExampleStream<>(examples.size(), examples.size(), (from, to) -> examples);
  }

  /** The number of all examples. */
  public int size() {
    return size;
  }

  /** The number of examples that are read at once, except for a last short window. */
  public int windowSize() {
    return windowSize;
  }

  int windows() {
    return (size + windowSize - 1) / windowSize;
  }

  /** The number of the first example of a window. */
  int firstOf(int window) {
    return window * windowSize;
  }

  int sizeOf(int window) {
    return Math.min(windowSize, size - firstOf(window));
  }

  /** Reads a window. */
  E read(int window) {
    int from = firstOf(window);
    return read(from, from + sizeOf(window));
  }

  /** Reads one example, to see what it is like. */
  E sample() {
    return windows() == 1 ? read(0) : read(0, 1);
  }

  private E read(int from, int to) {
    E examples;
    try {
      examples = reader.read(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException("examples " + from + " to " + to + " could not be read", e);
    }
    if (examples.size() != to - from) {
      throw new IllegalStateException(
          "the reader gave "
              + examples.size()
              + " examples for ["
              + from
              + ", "
              + to
              + "), expected "
              + (to - from));
    }
    return examples;
  }

  /**
   * Refuses windows that are no whole number of updates.
   *
   * @throws IllegalArgumentException naming both
   */
  void checkWindows(long perUpdate) {
    if (windows() > 1 && windowSize % perUpdate != 0) {
      throw new IllegalArgumentException(
          "windowSize is "
              + windowSize
              + ", expected a multiple of the "
              + perUpdate
              + " examples of an update, such as "
              + Math.max(1, windowSize / perUpdate) * perUpdate);
    }
  }
}
