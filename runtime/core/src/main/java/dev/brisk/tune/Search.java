package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Trains with many learning rates and sizes of batches, and ranks them by what came out on examples
 * that were held out; see {@link GridSearch} and {@link RandomSearch}. Immutable; every method
 * gives another object.
 *
 * <p>Each candidate is a whole {@link Trainer#fit} with the model's own optimizer and schedules,
 * which start from the candidate's rate, for every seed. {@link dev.brisk.BatchScaling} does not
 * scale that rate. What comes out is the same, bit by bit, for every number of {@link #threads}.
 *
 * <p>A candidate whose loss, gradient or objective is not finite is ranked last, with the reason;
 * so is one that {@link dev.brisk.OnDivergence} takes back, as it goes on at another rate. Any
 * other exception, of the training or of what makes trainers, ends the search and is thrown as it
 * is. When {@link #run} returns or throws, its threads have ended.
 *
 * @param <E> the examples that the model's loss takes
 * @param <S> the search itself
 */
public abstract sealed class Search<E extends Examples<E>, S extends Search<E, S>>
    permits GridSearch, RandomSearch {
  private final Settings<E> settings;

  Search(Settings<E> settings) {
    this.settings = settings;
  }

  /** What was said so far. */
  final Settings<E> settings() {
    return settings;
  }

  /** The same search with other settings. */
  abstract S with(Settings<E> settings);

  /** What to try, in an order that settles ties. */
  abstract List<Candidate> candidates(List<Integer> batchSizes);

  /**
   * The numbers of examples of a batch to try. Without it that of {@link dev.brisk.Training}, or
   * else 32. Schedules and warm-up with lengths in steps keep them, so that a larger batch, which
   * takes fewer steps, is trained with other parts of them.
   *
   * @param sizes at least one, each at least 1
   * @throws IllegalArgumentException if there is none, or one is below 1
   */
  public S batchSizes(int... sizes) {
    Limits.atLeast("the number of batch sizes", sizes.length, 1);
    Arrays.stream(sizes).forEach(size -> Limits.atLeast("a batch size", size, 1));
    return with(settings.withBatchSizes(Arrays.stream(sizes).sorted().distinct().boxed().toList()));
  }

  /**
   * The epochs that each candidate is trained for, if it is not stopped; without it those of {@link
   * dev.brisk.Training}. What is said here, or by {@link #batchSizes}, goes before what is
   * declared, as by {@link Fit#overrideTraining()}.
   *
   * @throws IllegalArgumentException if {@code epochs} is below 1
   */
  public S epochs(int epochs) {
    Limits.atLeast("epochs", epochs, 1);
    return with(settings.withEpochs(epochs));
  }

  /**
   * Seeds with which each candidate is trained; 0 alone without it. Candidates are ranked by the
   * median over them.
   *
   * @throws IllegalArgumentException if there is none, or one is there twice
   */
  public S seeds(long... seeds) {
    return with(settings.withSeeds(Seeds.of(1, seeds)));
  }

  /**
   * Ranks by a metric of the validation examples, the highest first; without it by their loss, the
   * lowest first. It is the one after the last epoch that counts.
   *
   * @param metric the name of a method with {@link dev.brisk.Metric}
   */
  public S maximize(String metric) {
    return with(settings.withObjective(new Objective(metric, true)));
  }

  /** As {@link #maximize}, the lowest first. */
  public S minimize(String metric) {
    return with(settings.withObjective(new Objective(metric, false)));
  }

  /** As {@link #halving(int, int)}, where the first comparison may be after one epoch. */
  public S halving(int eta) {
    return halving(eta, 1);
  }

  /**
   * Stops the worse candidates early, by successive halving (Jamieson and Talwalkar,
   * "Non-stochastic Best Arm Identification and Hyperparameter Optimization", 2016; as the inner
   * loop of Li et al., "Hyperband", 2018): of {@code n} candidates the best {@code n / eta} go on
   * after {@code epochs / eta^s} epochs, of those again one in {@code eta} after {@code eta} times
   * as many, and so on; about one is trained to the end. {@code s} is the largest number for which
   * there are candidates and epochs enough. Schedules are those of the whole run all the time, and
   * a candidate that goes on is not trained anew, so the best one is trained exactly as it would be
   * without halving.
   *
   * <p>What begins slowly and ends well, as a low rate does, may be stopped. All trainers of a
   * comparison are kept in memory until it is over.
   *
   * @param eta one in how many goes on, at least 2; 3 or 4 are usual
   * @param firstEpochs the fewest epochs before the first comparison, at least 1: longer than a
   *     warm-up
   * @throws IllegalArgumentException if one of them is below its limit
   */
  public S halving(int eta, int firstEpochs) {
    Limits.atLeast("eta", eta, 2);
    Limits.atLeast("firstEpochs", firstEpochs, 1);
    return with(settings.withHalving(new Halving(eta, firstEpochs)));
  }

  /**
   * The number of runs that are trained side by side, one without it. Each has a thread of its own;
   * a batch is not shared among threads.
   *
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public S threads(int count) {
    Limits.atLeast("threads", count, 1);
    return with(settings.withThreads(count));
  }

  /**
   * Trains all candidates, and ranks them.
   *
   * @param training the examples to train on; shared by all threads, and only read
   * @param validation the examples to compare by
   * @throws IllegalStateException if it was not said which rates to try
   * @throws IllegalArgumentException if the model has no such metric, what is declared leaves the
   *     epochs open, or the same trainer was made twice
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it still is
   *     then, and what was trained is lost. An epoch that is under way is finished first
   */
  public final SearchResult run(E training, E validation) {
    List<Candidate> candidates = candidates(settings.sizes());
    Data<E> data = new Data<>(settings, new Trainers<>(settings.trainers()), training, validation);
    List<Entrant> entrants = candidates.stream().map(data::entrant).toList();
    race(entrants);
    Comparator<Outcome> best = Ranking.best(settings.objective().higherIsBetter());
    return new SearchResult(
        settings.objective().name(),
        settings.objective().higherIsBetter(),
        settings.seeds(),
        entrants.stream().map(Entrant::outcome).sorted(best).toList());
  }

  private void race(List<Entrant> entrants) {
    int epochs = entrants.get(0).runs().get(0).begun().plan().epochs();
    List<Entrant> running = entrants;
    try (Workers workers = new Workers(settings.threads())) {
      for (int rung : settings.halving().rungs(entrants.size(), epochs)) {
        workers.all(work(running, rung, rung == epochs));
        if (rung < epochs) {
          running = survivors(running);
        }
      }
    }
  }

  private static List<Runnable> work(List<Entrant> running, int rung, boolean isLast) {
    List<Runnable> work = new ArrayList<>();
    for (Entrant entrant : running) {
      for (SeededRun<?> run : entrant.runs()) {
        work.add(
            () -> {
              run.trainTo(rung);
              if (isLast) {
                run.release();
              }
            });
      }
    }
    return work;
  }

  private List<Entrant> survivors(List<Entrant> running) {
    Comparator<Outcome> best = Ranking.best(settings.objective().higherIsBetter());
    List<Entrant> ranked =
        running.stream()
            .filter(entrant -> !entrant.hasDiverged())
            .sorted(Comparator.comparing(Entrant::outcome, best))
            .toList();
    int count = Math.min(ranked.size(), settings.halving().survivors(running.size()));
    ranked.subList(count, ranked.size()).forEach(Entrant::stop);
    return ranked.subList(0, count);
  }

  /** What all runs of a search share. */
  record Data<E extends Examples<E>>(
      Settings<E> settings, Trainers<E> trainers, E training, E validation) {
    Entrant entrant(Candidate candidate) {
      return new Entrant(
          candidate,
          settings.seeds().stream().map(seed -> new SeededRun<>(this, candidate, seed)).toList());
    }
  }
}
