package dev.brisk.spark;

import java.io.Serializable;

/**
 * What is made of examples by a trainer: {@code NetTrainer::classify}. It is sent to executors, and
 * its results come back, so they must be serializable.
 *
 * @param <T> the trainer
 * @param <E> the examples
 * @param <R> the result
 */
@FunctionalInterface
public interface Mapping<T, E, R> extends Serializable {
  /** The result for these examples, which the trainer is only to look at. */
  R apply(T trainer, E examples);
}
