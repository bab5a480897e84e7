package dev.brisk.runtime;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The order in which the examples of an epoch come: windows, and the examples of each. */
final class EpochOrder {
  private final ExampleStream<?> examples;
  private final boolean isShuffled;
  private final long seed;
  private final long epoch;
  private final int[] windows;

  /**
   * @param epoch counted from 0
   */
  EpochOrder(ExampleStream<?> examples, boolean isShuffled, long seed, long epoch) {
    this.examples = examples;
    this.isShuffled = isShuffled;
    this.seed = seed;
    this.epoch = epoch;
    int count = examples.windows();
    this.windows =
        isShuffled && count > 1
            ? Shuffle.windows(count, seed, epoch)
            : IntStream.range(0, count).toArray();
  }

  /** The numbers of the windows, in the order in which they come. */
  int[] windows() {
    return windows;
  }

  /** The place of the window in which the next example is, when so many have come. */
  int placeOf(int done) {
    int place = 0;
    for (int end = 0; place < windows.length; place++) {
      end += examples.sizeOf(windows[place]);
      if (end > done) {
        break;
      }
    }
    return place;
  }

  /** How many examples come before the window at that place. */
  int before(int place) {
    return IntStream.range(0, place).map(i -> examples.sizeOf(windows[i])).sum();
  }

  /** The order of the examples of a window; null for that in which they are given. */
  int @Nullable [] within(int window) {
    return isShuffled ? Shuffle.within(window, examples.sizeOf(window), seed, epoch) : null;
  }
}
