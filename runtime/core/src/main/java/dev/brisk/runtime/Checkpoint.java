package dev.brisk.runtime;

import java.nio.file.Path;
import java.util.SortedMap;

/**
 * What was read from a file, and fits the trainer for which it was read.
 *
 * @param memory of the run in which it was written
 * @param configuration of the trainer that was saved
 * @param rates that trainer's learning rates of some of the steps to come
 */
record Checkpoint(
    Path file,
    Snapshot state,
    RunMemory memory,
    Configuration configuration,
    Attachments attachments,
    SortedMap<Long, Double> rates) {}
