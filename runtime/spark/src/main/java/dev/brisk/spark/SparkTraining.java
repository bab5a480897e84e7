package dev.brisk.spark;

import dev.brisk.runtime.BatchUpdates;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.HeldOut;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.TrainingReport;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model over {@link Shards}, in one of two modes. <em>Synchronous</em>, without further
 * words: every shard computes mean loss and gradient of its own examples of a global batch at the
 * parameters that it is sent, and the trainer of this process, the driver, does one update by their
 * mean. By {@link #localSteps local steps}: every shard does several updates of its own, and the
 * trainer here is brought to the mean of what they come to.
 *
 * <pre>{@code
 * var training = SparkTraining.on(session, seed -> new NetTrainer(new Net(), seed));
 * try (var shards = training.shards(rows, 8)) {
 *   training.fit(trainer, shards, Fit.epochs(10).batchSize(1024));
 * }
 * }</pre>
 *
 * <p>Gradients are added up in the order of the shards. So the bits that a run leaves depend on the
 * trainer, the examples, their order, the number of shards and the options: not on the executors,
 * on tasks that are repeated, or on whether there is a cluster at all. With one shard they are
 * those of {@link Trainer#fit(Examples, Fit)}, but for what {@code applyGradient} says of dropout
 * and of sparse tables.
 *
 * @param <T> the trainer
 * @param <E> the examples that the model's loss takes
 */
public final class SparkTraining<T extends Trainer<E>, E extends Examples<E>> {
  private final @Nullable JavaSparkContext context;
  private final Crew<T> crew;

  /** Of a fit by local steps; null where updates are synchronous. */
  private final @Nullable Function<Trainer<?>, Pace> pace;

  private final Gathering gathering;

  private SparkTraining(
      @Nullable JavaSparkContext context,
      Crew<T> crew,
      Gathering gathering,
      @Nullable Function<Trainer<?>, Pace> pace) {
    this.context = context;
    this.crew = crew;
    this.gathering = gathering;
    this.pace = pace;
  }

  /**
   * A training on a cluster.
   *
   * @param factory of the trainers that compute gradients; each executor makes its own
   */
  public static <T extends Trainer<E>, E extends Examples<E>> SparkTraining<T, E> on(
      JavaSparkContext context, TrainerFactory<T> factory) {
    return new SparkTraining<>(context, new Crew<>(factory), Gathering.OF_SHARDS, null);
  }

  /** As {@link #on(JavaSparkContext, TrainerFactory)}, on the cluster of a session. */
  public static <T extends Trainer<E>, E extends Examples<E>> SparkTraining<T, E> on(
      SparkSession session, TrainerFactory<T> factory) {
    return on(JavaSparkContext.fromSparkContext(session.sparkContext()), factory);
  }

  /** A training over {@link Shards#inMemory} alone: it leaves the bits that a cluster does. */
  public static <T extends Trainer<E>, E extends Examples<E>> SparkTraining<T, E> withoutSpark(
      TrainerFactory<T> factory) {
    return new SparkTraining<>(null, new Crew<>(factory), Gathering.OF_SHARDS, null);
  }

  /**
   * Shards of the records of an RDD, which are counted, sent to their shards once, and kept in the
   * memory of executors until {@link Shards#close}. Their indices are those of {@code
   * zipWithIndex}: the order must be the same whenever the RDD is computed, as that of files is, or
   * of a sort.
   *
   * @param count from 1 to the number of the records
   * @throws IllegalArgumentException if it is another one
   */
  public <R> Shards<E> shards(JavaRDD<R> records, int count, ExamplesFactory<R, E> factory) {
    return RddShards.kept(records, count, factory);
  }

  /**
   * Shards of the rows of a dataset, as {@link #shards(JavaRDD, int, ExamplesFactory)} makes them.
   * The columns by the names of the loss's arguments are taken, in whatever order they stand and
   * whatever else there is. Numbers may be of a narrower type than the argument, and arrays are
   * those of SQL.
   *
   * @throws IllegalArgumentException before any job is started, if a column is not there or of
   *     another type; it names the column, its type, and what is expected
   */
  public Shards<E> shards(Dataset<Row> rows, int count) {
    RowReader<E> reader = new RowReader<>(crew.factory(), rows.schema());
    return shards(rows.javaRDD().map(reader::read), count, reader::examples);
  }

  /**
   * This training by local steps (McDonald et al., 2010; Stich, "Local SGD Converges Fast and
   * Communicates Little", 2019): each shard does so many updates on its own part of as many global
   * batches, with the whole optimizer, schedule and dropout included, and then the trainer here is
   * brought to the mean of their states: of the parameters, and of what the optimizer keeps. Each
   * shard counts by its examples. A round never goes beyond an epoch, or the run.
   *
   * <p>A step counts as one of the run, on a global batch, as it does in synchronous mode;
   * schedules and {@link dev.brisk.BatchScaling} go by it. With one step at a time, gradient
   * descent with or without momentum does the same updates as there, up to rounding; with more of
   * them, a job is saved for each, and shards part from one another until they are averaged.
   *
   * <p>A fit hears of the steps of a round all at once, when they are done: listeners, checkpoints
   * and what ends a run. A monitor sees no gradients, and is refused.
   *
   * @param steps at least 1; a part of what decides the bits of a run
   * @throws IllegalArgumentException if it is below 1
   */
  public SparkTraining<T, E> localSteps(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps is " + steps + ", expected at least 1");
    }
    return new SparkTraining<>(context, crew, gathering, trainer -> Pace.of(steps));
  }

  /**
   * As {@link #localSteps(int)}, as few as leave at most a fifth of the time to sending states to
   * and fro. That is measured when a run begins, by rounds that are taken back, and told by the
   * report; a run that is taken up from a checkpoint goes on with the number that was measured
   * first. Give that number for the same bits again.
   */
  public SparkTraining<T, E> localSteps() {
    return new SparkTraining<>(context, crew, gathering, Pace::toBeMeasured);
  }

  /**
   * This training, in which executors add up what the shards of a group give before it is sent to
   * the driver: a tree of partial sums in a fixed order. It is for more shards and parameters than
   * the driver can receive, of which it then gets one vector for each group; a job has a second
   * stage for it, which costs some tens of milliseconds. Shards are grouped with their neighbours.
   *
   * @param groups at least 1, the square root of the number of shards for example; a part of what
   *     decides the bits of a run. As many as there are shards, or more, change nothing
   * @throws IllegalArgumentException if it is below 1
   */
  public SparkTraining<T, E> partialSums(int groups) {
    if (groups < 1) {
      throw new IllegalArgumentException("groups is " + groups + ", expected at least 1");
    }
    return new SparkTraining<>(context, crew, new Gathering(groups), pace);
  }

  /**
   * Runs over the examples as the options say, and as {@link Trainer#fit(Examples, Fit)} does: the
   * batch size is the global one, which schedules and {@link dev.brisk.BatchScaling} go by. In an
   * epoch, shards take turns in giving an example each, in an order of their own that depends on
   * the seed of the trainer, the numbers of the epoch and of the shard alone.
   *
   * <p>Its threads work on the validation alone. A thread that is interrupted ends the run after
   * the update that is being done.
   *
   * @param trainer that learns, in this process
   * @throws IllegalArgumentException as {@link Trainer#fit} does; by local steps also if the batch
   *     has fewer examples than there are shards, or the options have a monitor
   * @throws IllegalStateException if a job fails for good, or executors compute by other kernels
   *     than the driver; parameters are those of the last update
   */
  public SparkReport fit(T trainer, Shards<E> examples, Fit options) {
    Rounds rounds = new Rounds();
    Pace own = pace == null ? Pace.of(1) : pace.apply(trainer);
    BatchUpdates<E> updates =
        pace == null
            ? new Synchronous<>(trainer, crew, examples, gathering)
            : new LocalSteps<>(trainer, crew, examples, gathering, own);
    TrainingReport report = trainer.fit(updates, options.listener(rounds));
    return new SparkReport(
        report,
        examples.size(),
        examples.count(),
        pace != null,
        own.steps(),
        rounds.count(),
        trainer.rateScaling());
  }

  /** Counts jobs that do updates. */
  private static final class Rounds implements FitListener {
    private int count;

    @Override
    public void updated(FitProgress progress) {
      count++;
    }

    int count() {
      return count;
    }
  }

  /**
   * Examples that are held out of a run, for {@link Fit#validation(HeldOut)}, so that they need not
   * be in this process.
   */
  public HeldOut heldOut(T trainer, Shards<E> examples) {
    return new HeldOutShards<>(trainer, crew, examples);
  }

  /** The mean loss of all examples, added up in the order of the shards. */
  public double loss(T trainer, Shards<E> examples) {
    return Means.loss(trainer, crew, examples);
  }

  /** The means of the metrics of the model by the names of their methods, likewise. */
  public Map<String, Double> metrics(T trainer, Shards<E> examples) {
    return Means.metrics(trainer, crew, examples);
  }

  /**
   * What is made of each shard, such as predictions, in the order of the shards: number {@code i}
   * of shard {@code s} is that of the example with index {@code i * count + s}.
   */
  public <R> List<R> map(T trainer, Shards<E> examples, Mapping<T, E, R> mapping) {
    return examples.each(
        crew,
        Vectors.of(trainer).parameters(),
        (worker, shard) -> mapping.apply(worker, shard.examples()));
  }
}
