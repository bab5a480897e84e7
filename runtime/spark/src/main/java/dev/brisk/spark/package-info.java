/**
 * A generated trainer, unchanged, on Apache Spark: {@link dev.brisk.spark.SparkTraining} fits it by
 * synchronous updates over {@link dev.brisk.spark.Shards}, {@link
 * dev.brisk.spark.HadoopCheckpoints} keeps what it reached.
 *
 * <p>The trainer that learns is the driver's. Executors make trainers of their own, which are given
 * its parameters, and send back gradients. What a run leaves depends on the trainer, the examples,
 * the number of shards and the options alone, bit by bit: not on how many executors there are, on
 * their order, or on which of them fail.
 */
@NullMarked
package dev.brisk.spark;

import org.jspecify.annotations.NullMarked;
