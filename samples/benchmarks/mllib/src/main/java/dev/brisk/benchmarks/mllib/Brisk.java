package dev.brisk.benchmarks.mllib;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.spark.Shards;
import dev.brisk.spark.SparkTraining;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/** The trainings of one case, with its data in the memory of executors. */
final class Brisk<T extends DoubleTrainer<E>, E extends Examples<E>> implements AutoCloseable {
  private static final long SEED = 1;

  private final Case<T, E> of;
  private final SparkTraining<T, E> training;
  private final Shards<E> shards;

  /** What an RDD has. */
  private record Example(double[] features, int label) implements Serializable {}

  private Brisk(Case<T, E> of, SparkTraining<T, E> training, Shards<E> shards) {
    this.of = of;
    this.training = training;
    this.shards = shards;
  }

  static <T extends DoubleTrainer<E>, E extends Examples<E>> Brisk<T, E> on(
      JavaSparkContext context, Case<T, E> of) {
    Data data = of.data();
    Columns<E> columns = of.columns();
    List<Example> examples =
        IntStream.range(0, data.size() * of.copies())
            .map(i -> i % data.size())
            .mapToObj(i -> new Example(data.features()[i], data.labels()[i]))
            .toList();
    SparkTraining<T, E> training = SparkTraining.on(context, of.trainers());
    Shards<E> shards =
        training.shards(
            context.parallelize(examples, of.shards()), of.shards(), own -> of(columns, own));
    return new Brisk<>(of, training, shards);
  }

  private static <E extends Examples<E>> E of(Columns<E> columns, List<Example> examples) {
    return columns.examples(
        examples.stream().map(Example::features).toArray(double[][]::new),
        examples.stream().mapToInt(Example::label).toArray());
  }

  /** Trains a new model. */
  T fit(List<Stage> stages) {
    T trainer = of.trainers().create(SEED);
    stages.forEach(stage -> stage.fit(training, trainer, shards));
    return trainer;
  }

  /** In the form that losses are taken of. The trainer has weights, then a bias, of each class. */
  LinearModel model(T trainer) {
    int width = of.data().width();
    int rows = of.data().classes() == 2 ? 1 : of.data().classes();
    double[] all = new double[rows * (width + 1)];
    trainer.parameters(all);
    if (rows == 1) {
      return LinearModel.binary(Arrays.copyOf(all, width), all[width]);
    }
    double[][] weights =
        IntStream.range(0, rows)
            .mapToObj(k -> Arrays.copyOfRange(all, k * width, (k + 1) * width))
            .toArray(double[][]::new);
    return new LinearModel(weights, Arrays.copyOfRange(all, rows * width, all.length));
  }

  @Override
  public void close() {
    shards.close();
  }
}
