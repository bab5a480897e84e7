package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.HeldOut;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.tune.FinderResult;
import dev.brisk.tune.GridSearch;
import dev.brisk.tune.LearningRateFinder;
import dev.brisk.tune.RandomSearch;
import dev.brisk.tune.Search;
import dev.brisk.tune.SearchResult;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model over {@link Shards}, by updates on a global batch each: every shard computes mean
 * loss and gradient of its own examples of the batch at the parameters that it is sent, and the
 * trainer of this process, the driver, does one update by their mean.
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

  private SparkTraining(@Nullable JavaSparkContext context, Crew<T> crew) {
    this.context = context;
    this.crew = crew;
  }

  /**
   * A training on a cluster.
   *
   * @param factory of the trainers that compute gradients; each executor makes its own
   */
  public static <T extends Trainer<E>, E extends Examples<E>> SparkTraining<T, E> on(
      JavaSparkContext context, TrainerFactory<T> factory) {
    return new SparkTraining<>(context, new Crew<>(factory));
  }

  /** As {@link #on(JavaSparkContext, TrainerFactory)}, on the cluster of a session. */
  public static <T extends Trainer<E>, E extends Examples<E>> SparkTraining<T, E> on(
      SparkSession session, TrainerFactory<T> factory) {
    return on(JavaSparkContext.fromSparkContext(session.sparkContext()), factory);
  }

  /** A training over {@link Shards#inMemory} alone: it leaves the bits that a cluster does. */
  public static <T extends Trainer<E>, E extends Examples<E>> SparkTraining<T, E> withoutSpark(
      TrainerFactory<T> factory) {
    return new SparkTraining<>(null, new Crew<>(factory));
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
   * Runs over the examples as the options say, and as {@link Trainer#fit(Examples, Fit)} does: the
   * batch size is the global one, which schedules and {@link dev.brisk.BatchScaling} go by. In an
   * epoch, shards take turns in giving an example each, in an order of their own that depends on
   * the seed of the trainer, the numbers of the epoch and of the shard alone.
   *
   * <p>Its threads work on the validation alone. A thread that is interrupted ends the run after
   * the update that is being done.
   *
   * @param trainer that learns, in this process
   * @throws IllegalStateException if a job fails for good, or executors compute by other kernels
   *     than the driver; parameters are those of the last update
   */
  public TrainingReport fit(T trainer, Shards<E> examples, Fit options) {
    return trainer.fit(new Synchronous<>(trainer, crew, examples), options);
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

  /**
   * Finds a learning rate as {@link LearningRateFinder#run(Examples)} does, by updates over shards:
   * one job for each step, and one for the losses of all of them without training. The trainer is
   * brought back. With one shard the result has the bits of a run without Spark, as far as {@link
   * #fit} leaves those.
   *
   * @param finder over the trainer that is to learn, {@code LearningRateFinder.on(trainer)};
   *     examples that it validates on are in this process
   * @throws IllegalStateException as {@link #fit} does; the trainer is brought back
   */
  public FinderResult findRate(LearningRateFinder<E> finder, Shards<E> examples) {
    return finder.run(trainer -> new ShardedSteps<>(trainer, crew, examples));
  }

  /** A search on a grid with the trainers of this training, for {@link #search}. */
  public GridSearch<E> gridSearch() {
    return GridSearch.on(crew.factory()::create);
  }

  /** A random search with the trainers of this training, for {@link #search}. */
  public RandomSearch<E> randomSearch() {
    return RandomSearch.on(crew.factory()::create);
  }

  /**
   * Searches as {@link Search#run(Examples, Examples)} does, and with the same result bit by bit,
   * where every run, of one candidate with one seed, is a task that trains on all examples by
   * itself. Records are collected, and sent to each executor once, which makes its examples of
   * them: they are to fit one process. The number of {@link Search#threads} is not looked at.
   *
   * <p>With halving, a run that goes on after a comparison is trained again from the beginning, so
   * that a task depends on nothing that a lost executor had. The work is less than {@code 1 / (1 -
   * 1 / eta)} times that on one machine: 1.5 times with an {@code eta} of 3, and twice with 2.
   *
   * @param search its trainers are those of this training, whatever it was made on
   * @param training records to train on, at least one; their order is that of the examples
   * @param validation records to compare by, likewise
   * @throws IllegalArgumentException if there are no records
   * @throws IllegalStateException if it was not said which rates to try; if a task fails for good,
   *     with what it threw; if executors compute by other kernels than the driver
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it still is
   *     then, and tasks end after the update that is being done
   */
  public <R> SearchResult search(
      Search<E, ?> search,
      JavaRDD<R> training,
      JavaRDD<R> validation,
      ExamplesFactory<R, E> factory) {
    return SearchJobs.run(
        search,
        crew.factory(),
        SearchJobs.collected("training", training, factory),
        SearchJobs.collected("validation", validation, factory),
        JavaSparkContext.fromSparkContext(training.context()));
  }

  /**
   * As {@link #search(Search, JavaRDD, JavaRDD, ExamplesFactory)}, with rows whose columns are
   * taken as {@link #shards(Dataset, int)} does.
   */
  public SearchResult search(Search<E, ?> search, Dataset<Row> training, Dataset<Row> validation) {
    RowReader<E> trained = new RowReader<>(crew.factory(), training.schema());
    RowReader<E> held = new RowReader<>(crew.factory(), validation.schema());
    return SearchJobs.run(
        search,
        crew.factory(),
        SearchJobs.collected("training", training.javaRDD().map(trained::read), trained::examples),
        SearchJobs.collected("validation", validation.javaRDD().map(held::read), held::examples),
        JavaSparkContext.fromSparkContext(training.sparkSession().sparkContext()));
  }
}
