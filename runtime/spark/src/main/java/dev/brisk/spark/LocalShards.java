package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** Shards of examples that are in this process. */
final class LocalShards<E extends Examples<E>> extends Shards<E> {
  private final E examples;
  private final List<Shard<E>> shards;

  private LocalShards(E examples, List<Shard<E>> shards) {
    super(shards.size());
    this.examples = examples;
    this.shards = shards;
  }

  static <E extends Examples<E>> LocalShards<E> dealt(E examples, int count) {
    check(count, examples.size());
    return new LocalShards<>(
        examples,
        IntStream.range(0, count).mapToObj(number -> shard(examples, number, count)).toList());
  }

  private static <E extends Examples<E>> Shard<E> shard(E examples, int number, int count) {
    List<Integer> rows =
        IntStream.iterate(number, row -> row < examples.size(), row -> row + count)
            .boxed()
            .toList();
    return Shard.of(
        number,
        count,
        rows,
        own -> examples.select(own.stream().mapToInt(Integer::intValue).toArray()));
  }

  @Override
  public int size() {
    return examples.size();
  }

  @Override
  Class<?> type() {
    return examples.getClass();
  }

  @Override
  <T extends Trainer<E>, R> List<R> each(Crew<T> crew, Serializable sent, ShardWork<T, E, R> work) {
    return shards.stream().map(shard -> shard.work(crew, sent, work)).toList();
  }

  @Override
  <T extends Trainer<E>> List<Part> eachGroup(
      int groups,
      Crew<T> crew,
      Serializable sent,
      ShardWork<T, E, Part> work,
      Combining<T> combining) {
    List<Part> parts = each(crew, sent, work);
    return IntStream.range(0, groups)
        .mapToObj(
            group ->
                IntStream.range(0, count())
                    .filter(shard -> Gathering.of(shard, count(), groups) == group)
                    .mapToObj(parts::get)
                    .toList())
        .map(group -> combining.of(crew, group))
        .toList();
  }
}
