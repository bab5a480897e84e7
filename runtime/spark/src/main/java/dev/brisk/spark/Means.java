package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Means over the examples of a shard. */
final class Means implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int examples;
  private final double[] values;

  private Means(Examples<?> examples, double... values) {
    this.examples = examples.size();
    this.values = values;
  }

  /** The mean loss of all examples. */
  static <T extends Trainer<E>, E extends Examples<E>> double loss(
      T trainer, Crew<T> crew, Shards<E> shards) {
    return mean(0, shards.size(), shards.each(crew, parameters(trainer), Means::lossOf));
  }

  /** The means of all metrics. */
  static <T extends Trainer<E>, E extends Examples<E>> Map<String, Double> metrics(
      T trainer, Crew<T> crew, Shards<E> shards) {
    List<Means> parts = shards.each(crew, parameters(trainer), Means::metricsOf);
    List<String> names = new ArrayList<>(trainer.metrics().keySet());
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      metrics.put(names.get(i), mean(i, shards.size(), parts));
    }
    return metrics;
  }

  private static <E extends Examples<E>> Serializable parameters(Trainer<E> trainer) {
    return Vectors.of(trainer).parameters();
  }

  private static <T extends Trainer<E>, E extends Examples<E>> Means lossOf(
      T worker, Shard<E> shard) {
    return new Means(shard.examples(), worker.loss(shard.examples()));
  }

  private static <T extends Trainer<E>, E extends Examples<E>> Means metricsOf(
      T worker, Shard<E> shard) {
    E examples = shard.examples();
    return new Means(
        examples,
        worker.metrics().values().stream()
            .mapToDouble(metric -> metric.applyAsDouble(examples))
            .toArray());
  }

  private static double mean(int value, int all, List<Means> parts) {
    double mean = 0;
    for (Means part : parts) {
      mean += (double) part.examples / all * part.values[value];
    }
    return mean;
  }
}
