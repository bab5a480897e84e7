package dev.brisk.spark;

import java.io.Serializable;
import java.util.UUID;

/**
 * The trainers of a training, one for each shard that an executor has at hand.
 *
 * @param <T> the trainer
 */
final class Crew<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final UUID training = UUID.randomUUID();
  private final TrainerFactory<T> factory;

  Crew(TrainerFactory<T> factory) {
    this.factory = factory;
  }

  /** By which trainers are told from those of others. */
  UUID training() {
    return training;
  }

  TrainerFactory<T> factory() {
    return factory;
  }
}
