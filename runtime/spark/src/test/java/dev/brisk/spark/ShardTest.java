package dev.brisk.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.runtime.BatchUpdates.Batch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {
  private static List<Shard<Numbers>> deal(int size, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                Shard.of(
                    number,
                    count,
                    new ArrayList<>(
                        IntStream.iterate(number, i -> i < size, i -> i + count).boxed().toList()),
                    Numbers::of))
        .toList();
  }

  /** What all shards give to a batch. */
  private static int[] examples(List<Shard<Numbers>> shards, Batch batch) {
    return shards.stream()
        .flatMapToInt(
            shard ->
                Arrays.stream(
                    shard.ordered(batch).values(),
                    shard.before(batch.from()),
                    shard.before(batch.to())))
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({"10, 1, 3", "10, 3, 4", "11, 4, 3", "12, 4, 12", "7, 7, 2"})
  void inOrderABatchHasTheExamplesThatItHasOnOneMachine(int size, int count, int batchSize) {
    List<Shard<Numbers>> shards = deal(size, count);
    for (int from = 0; from < size; from += batchSize) {
      int to = Math.min(size, from + batchSize);
      assertThat(examples(shards, new Batch(1, 0, false, from, to, to - from)))
          .containsExactlyInAnyOrder(IntStream.range(from, to).toArray());
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 1, 3", "10, 3, 4", "11, 4, 3", "13, 4, 1"})
  void shuffledABatchHasItsSizeAndAnEpochEveryExampleOnce(int size, int count, int batchSize) {
    List<Shard<Numbers>> shards = deal(size, count);
    List<Integer> epoch = new ArrayList<>();
    for (int from = 0; from < size; from += batchSize) {
      int to = Math.min(size, from + batchSize);
      int[] batch = examples(shards, new Batch(1, 0, true, from, to, to - from));
      assertThat(batch).hasSize(to - from);
      Arrays.stream(batch).forEach(epoch::add);
    }
    assertThat(epoch)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, size).boxed().toList());
  }

  @Test
  void theOrderFollowsFromSeedEpochAndShard() {
    int[] order = ordered(deal(80, 2).get(0), 1, 0);
    assertThat(ordered(deal(80, 2).get(0), 1, 0)).isEqualTo(order);
    assertThat(ordered(deal(80, 2).get(0), 2, 0)).isNotEqualTo(order);
    assertThat(ordered(deal(80, 2).get(0), 1, 1)).isNotEqualTo(order);
    assertThat(Arrays.stream(ordered(deal(80, 2).get(1), 1, 0)).map(i -> i - 1).toArray())
        .isNotEqualTo(order);
  }

  @Test
  void theOrderOfAnEpochIsNotTakenForThatOfAnother() {
    Shard<Numbers> shard = deal(80, 2).get(0);
    int[] first = ordered(shard, 1, 0);
    int[] second = ordered(shard, 1, 1);
    assertThat(second).isNotEqualTo(first);
    assertThat(ordered(shard, 1, 0)).isEqualTo(first);
    assertThat(ordered(shard, 7, 0)).isNotEqualTo(first);
  }

  private static int[] ordered(Shard<Numbers> shard, long seed, long epoch) {
    return shard.ordered(new Batch(seed, epoch, true, 0, 1, 1)).values();
  }

  @Test
  void aShardThatWasSentMakesItsExamplesAnew() throws IOException, ClassNotFoundException {
    Shard<Numbers> shard = deal(10, 3).get(1);
    assertThat(shard.examples().values()).containsExactly(1, 4, 7);

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(shard);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Shard<?> sent = (Shard<?>) in.readObject();
      assertThat(((Numbers) (Object) sent.examples()).values()).containsExactly(1, 4, 7);
    }
  }

  @Test
  void refusesAFactoryThatLosesRecords() {
    Shard<Numbers> shard = Shard.of(0, 1, List.of(1, 2, 3), records -> Numbers.upTo(2));
    assertThatIllegalStateException()
        .isThrownBy(shard::examples)
        .withMessage("the factory made 2 examples of 3 records, expected one of each");
  }
}
