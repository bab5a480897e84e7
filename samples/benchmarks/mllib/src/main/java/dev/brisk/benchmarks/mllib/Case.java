package dev.brisk.benchmarks.mllib;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.spark.TrainerFactory;
import java.util.List;

/**
 * What is trained, and how Brisk does it.
 *
 * @param shards of Brisk; as many as there are cores, or 1 where the data is too small for more
 * @param copies of the data that a shard has. Shards meet at the end of an epoch at the latest, and
 *     with several copies that is several passes over the data
 */
record Case<T extends DoubleTrainer<E>, E extends Examples<E>>(
    String name,
    Data data,
    int shards,
    int copies,
    TrainerFactory<T> trainers,
    Columns<E> columns,
    List<Target> targets) {}
