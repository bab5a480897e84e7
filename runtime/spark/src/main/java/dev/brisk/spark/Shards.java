package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Examples in a fixed number of shards: the one with index {@code i} is in shard {@code i % count},
 * so no two shards differ by more than one example. The number is a part of what decides the bits
 * of a run; how many executors there are is not.
 *
 * <p>A good number is that of the cores that all executors have, or a small multiple of it.
 *
 * @param <E> the examples that the model's loss takes
 */
public abstract sealed class Shards<E extends Examples<E>> implements AutoCloseable
    permits LocalShards, RddShards {
  private final int count;

  Shards(int count) {
    this.count = count;
  }

  /**
   * Shards in the memory of this process, without Spark. A run over them has the bits of one over
   * as many shards of the same examples on a cluster.
   *
   * @param count from 1 to the number of the examples
   * @throws IllegalArgumentException if it is another one
   */
  public static <E extends Examples<E>> Shards<E> inMemory(E examples, int count) {
    return LocalShards.dealt(examples, count);
  }

  /**
   * Shards of the records of an RDD, which are counted, sent to their shards once, and kept in the
   * memory of executors until {@link #close}. Their indices are those of {@code zipWithIndex}: the
   * order must be the same whenever the RDD is computed, as that of files is, or of a sort.
   *
   * @param count from 1 to the number of the records
   * @throws IllegalArgumentException if it is another one
   */
  public static <R, E extends Examples<E>> Shards<E> of(
      JavaRDD<R> records, int count, ExamplesFactory<R, E> factory) {
    return RddShards.kept(records, count, factory);
  }

  /**
   * Shards of the rows of a dataset, as {@link #of(JavaRDD, int, ExamplesFactory)} makes them. The
   * columns by the names of the loss's arguments are taken, in whatever order they stand and
   * whatever else there is. Numbers may be of a narrower type than the argument, and arrays are
   * those of SQL.
   *
   * @throws IllegalArgumentException before any job is started, if a column is not there or of
   *     another type; it names the column, its type, and what is expected
   */
  public static <E extends Examples<E>> Shards<E> of(
      Dataset<Row> rows, int count, TrainerFactory<? extends Trainer<E>> factory) {
    RowReader<E> reader = new RowReader<>(factory, rows.schema());
    return of(rows.javaRDD().map(reader::read), count, reader::examples);
  }

  /** The number of shards. */
  public final int count() {
    return count;
  }

  /** The number of all examples. */
  public abstract int size();

  /** The class of the examples. */
  abstract Class<?> type();

  /**
   * Has a trainer work on each shard, and gives the results in the order of the shards.
   *
   * @param parameters which the trainers have then
   */
  abstract <T extends Trainer<E>, R> List<R> each(
      Crew<T> crew, Serializable parameters, ShardWork<T, E, R> work);

  /** Lets go of the memory of executors. Shards in this process have none. */
  @Override
  public void close() {}

  static void check(int count, long size) {
    if (count < 1 || count > size) {
      throw new IllegalArgumentException(
          "count is " + count + ", expected a number from 1 to the " + size + " examples");
    }
  }
}
