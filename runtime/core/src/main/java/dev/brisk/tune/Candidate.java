package dev.brisk.tune;

import java.io.Serializable;

/**
 * What a search tries.
 *
 * @param batchSize 0 for the declared one
 */
record Candidate(double learningRate, int batchSize) implements Serializable {}
