package dev.brisk.spark;

import java.io.Serializable;

/**
 * Makes trainers where they are needed, as none is ever sent: {@code seed -> new NetTrainer(new
 * Net(), seed)}. It is sent itself, so what it refers to must be serializable.
 *
 * @param <T> the trainer
 */
@FunctionalInterface
public interface TrainerFactory<T> extends Serializable {
  /** A new trainer of a new model. */
  T create(long seed);
}
