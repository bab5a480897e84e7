package dev.brisk.processor.preview;

/**
 * A part of the run with a name, {@code cosine}.
 *
 * @param from its first step
 * @param to the step after its last
 */
record Band(String name, long from, long to) {}
