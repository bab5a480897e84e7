package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import java.io.Serializable;

/**
 * What a trainer does on a shard: a function of its parameters and the shard, whoever does it and
 * how often.
 */
@FunctionalInterface
interface ShardWork<T, E extends Examples<E>, R> extends Serializable {
  R on(T trainer, Shard<E> shard);
}
