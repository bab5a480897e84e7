package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.HeldOut;
import dev.brisk.runtime.Trainer;
import java.util.Map;

/** Shards that are held out of a run. */
record HeldOutShards<T extends Trainer<E>, E extends Examples<E>>(
    T trainer, Crew<T> crew, Shards<E> shards) implements HeldOut {
  @Override
  public double loss() {
    return Means.loss(trainer, crew, shards);
  }

  @Override
  public Map<String, Double> metrics() {
    return Means.metrics(trainer, crew, shards);
  }
}
