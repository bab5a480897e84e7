/**
 * Trainings by Brisk, by other libraries and by the limits of the machine, of the same models on
 * the same data, in one table of speeds, ratios and what was learnt.
 *
 * <p>{@link dev.brisk.peers.Rows} lists what is trained, {@link dev.brisk.peers.Contenders} by
 * whom: one class for each. Each measurement is a process of its own, since native libraries
 * quarrel over threads and memory.
 */
@NullMarked
package dev.brisk.peers;

import org.jspecify.annotations.NullMarked;
