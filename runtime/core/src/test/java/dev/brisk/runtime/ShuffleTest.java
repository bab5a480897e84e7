package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  @Test
  void givesEveryIndexOnce() {
    int[] order = Shuffle.order(1000, 5, 3);
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    assertThat(sorted).isEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(order).isNotEqualTo(sorted);
  }

  @Test
  void dependsOnSeedAndEpochAlone() {
    assertThat(Shuffle.order(100, 5, 3)).isEqualTo(Shuffle.order(100, 5, 3));
    assertThat(Shuffle.order(100, 5, 3)).isNotEqualTo(Shuffle.order(100, 5, 4));
    assertThat(Shuffle.order(100, 5, 3)).isNotEqualTo(Shuffle.order(100, 6, 3));
    assertThat(Shuffle.order(100, 5, 3)).isNotEqualTo(Shuffle.order(100, 6, 2));
  }

  @Test
  void isTheSameOnEveryJdk() {
    assertThat(Shuffle.order(10, 42, 0)).containsExactly(1, 3, 4, 8, 2, 6, 7, 9, 5, 0);
    assertThat(Arrays.hashCode(Shuffle.order(100_000, 42, 1))).isEqualTo(331375529);
  }

  @Test
  void everyOrderIsEquallyLikely() {
    int[] counts = new int[6];
    for (int epoch = 0; epoch < 60_000; epoch++) {
      int[] order = Shuffle.order(3, 11, epoch);
      counts[2 * order[0] + (order[1] < order[2] ? 0 : 1)]++;
    }
    for (int count : counts) {
      assertThat((double) count).isCloseTo(10_000, within(500.0));
    }
  }
}
