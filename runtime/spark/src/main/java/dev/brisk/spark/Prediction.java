package dev.brisk.spark;

import java.io.Serializable;

/**
 * What a trainer's model says of one record: {@code (net, digit) -> net.classify(digit.pixels())}.
 * It is sent to executors, so what it refers to must be serializable.
 *
 * @param <T> the trainer
 * @param <R> the record
 * @param <P> the prediction, which is serializable
 */
@FunctionalInterface
public interface Prediction<T, R, P> extends Serializable {
  /** The prediction for this record; the trainer is only to be looked at. */
  P of(T trainer, R record);
}
