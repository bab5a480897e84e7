package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Shards that are the partitions of an RDD, one element each. */
final class RddShards<E extends Examples<E>> extends Shards<E> {
  private final JavaRDD<Shard<E>> shards;
  private final int size;
  private final Class<?> type;

  private RddShards(JavaRDD<Shard<E>> shards, int size, Class<?> type) {
    super(shards.getNumPartitions());
    this.shards = shards;
    this.size = size;
    this.type = type;
  }

  static <R, E extends Examples<E>> RddShards<E> kept(
      JavaRDD<R> records, int count, ExamplesFactory<R, E> factory) {
    check(count, Math.max(count, 1));
    // As objects: a shard that is kept has its trainer and the order of its epoch with it.
    JavaRDD<Shard<E>> shards =
        records
            .zipWithIndex()
            .mapToPair(Tuple2::swap)
            .repartitionAndSortWithinPartitions(new ByRemainder(count))
            .mapPartitionsWithIndex((number, own) -> shard(number, count, own, factory), true)
            .persist(StorageLevel.MEMORY_ONLY());
    List<Census> all = Jobs.collect(shards.map(shard -> Census.of(shard.examples())));
    long size = all.stream().mapToLong(Census::size).sum();
    if (all.size() < count || size > Integer.MAX_VALUE) {
      shards.unpersist();
      check(count, size);
      throw new IllegalArgumentException(
          "there are " + size + " records, expected at most " + Integer.MAX_VALUE);
    }
    return new RddShards<>(shards, (int) size, all.get(0).type());
  }

  private static <R, E extends Examples<E>> Iterator<Shard<E>> shard(
      int number, int count, Iterator<Tuple2<Long, R>> own, ExamplesFactory<R, E> factory) {
    List<R> records = new ArrayList<>();
    own.forEachRemaining(record -> records.add(record._2()));
    return records.isEmpty()
        ? List.<Shard<E>>of().iterator()
        : List.of(Shard.of(number, count, records, factory)).iterator();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  Class<?> type() {
    return type;
  }

  @Override
  <T extends Trainer<E>, R> List<R> each(
      Crew<T> crew, Serializable state, ShardWork<T, E, R> work) {
    return withSent(state, sent -> shards.map(shard -> shard.work(crew, sent.value(), work)));
  }

  @Override
  <T extends Trainer<E>> List<Part> eachGroup(
      int groups,
      Crew<T> crew,
      Serializable state,
      ShardWork<T, E, Part> work,
      Combining<T> combining) {
    return withSent(
        state,
        sent ->
            shards
                .mapToPair(
                    shard -> new Tuple2<>(shard.number(), shard.work(crew, sent.value(), work)))
                .repartitionAndSortWithinPartitions(new ByGroup(count(), groups))
                .mapPartitions(
                    own -> {
                      List<Part> parts = new ArrayList<>();
                      own.forEachRemaining(part -> parts.add(part._2()));
                      return List.of(combining.of(crew, parts)).iterator();
                    }));
  }

  /** What a job gives to which something is sent. */
  private <R> List<R> withSent(
      Serializable state, Function<Broadcast<Serializable>, JavaRDD<R>> job) {
    Broadcast<Serializable> sent =
        JavaSparkContext.fromSparkContext(shards.context()).broadcast(state);
    try {
      return Jobs.collect(job.apply(sent));
    } finally {
      sent.destroy();
    }
  }

  @Override
  public void close() {
    shards.unpersist();
  }
}
