/**
 * A generated trainer, unchanged, on Apache Spark: {@link dev.brisk.spark.SparkTraining} fits it by
 * synchronous updates over {@link dev.brisk.spark.Shards} and finds a rate for that, by a short run
 * or a search; {@link dev.brisk.spark.HadoopCheckpoints} keeps what it reached.
 *
 * <p>The trainer that learns is the driver's. Executors make trainers of their own, which are given
 * its parameters, and send back gradients. What a run leaves depends on the trainer, the examples,
 * the number of shards and the options alone, bit by bit: not on how many executors there are, on
 * their order, or on which of them fail.
 *
 * <p>May use {@code runtime}, {@code kernel} and {@code tune}, Spark, and Hadoop's file systems.
 */
@NullMarked
package dev.brisk.spark;

import org.jspecify.annotations.NullMarked;
