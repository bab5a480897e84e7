package dev.brisk.tune;

import dev.brisk.runtime.BatchUpdates.Batch;
import java.util.List;
import java.util.stream.IntStream;

/** The batches of a short run. */
final class Batches {
  private Batches() {}

  /**
   * Whole batches in a random order, epoch after epoch; what is left of an epoch is not used. The
   * order depends on the seed alone.
   *
   * @param examples of an epoch
   * @param size of a batch; all examples, if there are fewer
   */
  static List<Batch> of(int count, int examples, int size, long seed) {
    int each = Math.min(size, examples);
    int perEpoch = examples / each;
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int from = i % perEpoch * each;
              return new Batch(seed, i / perEpoch, true, from, from + each);
            })
        .toList();
  }
}
