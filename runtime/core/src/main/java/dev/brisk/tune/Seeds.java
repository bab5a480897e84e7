package dev.brisk.tune;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Seeds of runs that are to differ by chance alone. */
final class Seeds {
  private Seeds() {}

  /**
   * The seeds, each there once.
   *
   * @param least how many are needed
   */
  static List<Long> of(int least, long... seeds) {
    Limits.atLeast("the number of seeds", seeds.length, least);
    if (LongStream.of(seeds).distinct().count() < seeds.length) {
      throw new IllegalArgumentException(
          "seeds are " + Arrays.toString(seeds) + ", expected none of them twice");
    }
    return LongStream.of(seeds).boxed().toList();
  }
}
