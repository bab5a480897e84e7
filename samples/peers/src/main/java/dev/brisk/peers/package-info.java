/**
 * Trainings by Brisk, by other libraries and by the limits of the machine, of the same models on
 * the same data, in one table of speeds, ratios and what was learnt.
 *
 * <p>{@link dev.brisk.peers.Rows} lists what is trained, {@link dev.brisk.peers.Contenders} by
 * whom: one class for each. Each measurement is a process of its own, since native libraries
 * quarrel over threads and memory.
 *
 * <pre>
 * mvn -q -DskipTests -Ppeers -pl samples/peers -am package exec:exec
 *     -Drows='perceptron-.*' -Dcontenders='Brisk|DJL.*' -Dthreads=1,2 -Drounds=5 -Dseconds=2
 * </pre>
 *
 * <p>What else can be set is in the pom. All of it takes hours.
 */
@NullMarked
package dev.brisk.peers;

import org.jspecify.annotations.NullMarked;
