/**
 * Logistic regression by Brisk on Spark and by Spark's own MLlib: the same data in the memory of
 * the same executors, the same loss, and the time until it is reached.
 *
 * <pre>
 * mvn -q -DskipTests -Pmllib -pl samples/benchmarks/mllib -am package exec:exec
 *     -Dcases='digits.*' -Drounds=5
 * </pre>
 *
 * <p>{@link dev.brisk.benchmarks.mllib.Cases} lists what is trained, and how.
 */
@NullMarked
package dev.brisk.benchmarks.mllib;

import org.jspecify.annotations.NullMarked;
