package dev.brisk.spark;

import dev.brisk.kernel.Kernels;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import dev.brisk.tune.RunProgress;
import dev.brisk.tune.Search;
import dev.brisk.tune.SearchResult;
import dev.brisk.tune.SearchRun;
import dev.brisk.tune.SearchRunner;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Trains the runs of a search as the tasks of a job, each from the beginning.
 *
 * @param training all examples, as one shard, which an executor makes when it first needs them
 * @param validation likewise
 */
record SearchJobs<T extends Trainer<E>, E extends Examples<E>>(
    JavaSparkContext context,
    TrainerFactory<T> trainers,
    Broadcast<Shard<E>> training,
    Broadcast<Shard<E>> validation)
    implements SearchRunner {
  /** What came of a run, and by which kernels. */
  private static final class Trained implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RunProgress progress;
    private final String kernels = Kernels.describe();

    Trained(RunProgress progress) {
      this.progress = progress;
    }

    RunProgress checked() {
      SameKernels.check(kernels);
      return progress;
    }
  }

  static <T extends Trainer<E>, E extends Examples<E>> SearchResult run(
      Search<E, ?> search,
      TrainerFactory<T> trainers,
      Shard<E> training,
      Shard<E> validation,
      JavaSparkContext context) {
    Broadcast<Shard<E>> sentTraining = Jobs.send(context.sc(), training);
    Broadcast<Shard<E>> sentValidation = Jobs.send(context.sc(), validation);
    try {
      return search.run(new SearchJobs<>(context, trainers, sentTraining, sentValidation));
    } finally {
      Jobs.letGo(sentTraining);
      Jobs.letGo(sentValidation);
    }
  }

  /** All records, as one shard. */
  static <R, E extends Examples<E>> Shard<E> collected(
      String name, JavaRDD<R> records, ExamplesFactory<R, E> factory) {
    List<R> all = new ArrayList<>(Jobs.collect(records));
    if (all.isEmpty()) {
      throw new IllegalArgumentException(name + " has no records, expected at least 1");
    }
    return Shard.of(0, 1, all, factory);
  }

  @Override
  public List<RunProgress> train(List<SearchRun> runs, int upTo) {
    // What is sent; this itself is not.
    List<SearchRun> sent = new ArrayList<>(runs);
    TrainerFactory<T> factory = trainers;
    Broadcast<Shard<E>> examples = training;
    Broadcast<Shard<E>> heldOut = validation;
    List<Integer> places = IntStream.range(0, sent.size()).boxed().toList();
    return Jobs.collectOrCancel(
            context
                .parallelize(places, sent.size())
                .map(
                    place ->
                        new Trained(
                            sent.get(place)
                                .train(
                                    upTo,
                                    factory::create,
                                    examples.value().examples(),
                                    heldOut.value().examples()))))
        .stream()
        .map(Trained::checked)
        .toList();
  }
}
