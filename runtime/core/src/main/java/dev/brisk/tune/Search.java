package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Trainer;
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
    List<Entrant> entrants = entrants();
    try (LocalRuns<E> runs = new LocalRuns<>(settings, training, validation)) {
      return ranked(entrants, runs);
    }
  }

  /**
   * Ranks all candidates by runs that are trained elsewhere, as {@link #run(Examples, Examples)}
   * ranks those that it trains itself: the same trainers and examples give the same result. The
   * trainers of this search are not made, and {@link #threads} are not asked for.
   *
   * @param runner first begins one run, which tells the number of epochs; then it is called once
   *     for each comparison of {@link #halving}, and for the end. What it throws is thrown as it is
   * @throws IllegalStateException if it was not said which rates to try
   */
  public final SearchResult run(SearchRunner runner) {
    return ranked(entrants(), runner);
  }

  private List<Entrant> entrants() {
    return candidates(settings.sizes()).stream()
        .map(
            candidate ->
                new Entrant(
                    settings.seeds().stream().map(seed -> settings.run(candidate, seed)).toList()))
        .toList();
  }

  private SearchResult ranked(List<Entrant> entrants, SearchRunner runner) {
    race(entrants, runner);
    Comparator<Outcome> best = Ranking.best(settings.objective().higherIsBetter());
    return new SearchResult(
        settings.objective().name(),
        settings.objective().higherIsBetter(),
        settings.seeds(),
        entrants.stream().map(Entrant::outcome).sorted(best).toList());
  }

  private void race(List<Entrant> entrants, SearchRunner runner) {
    SearchRun first = entrants.get(0).runs().get(0);
    int epochs = runner.train(List.of(first), 0).get(0).plannedEpochs();
    List<Entrant> running = entrants;
    for (int rung : settings.halving().rungs(entrants.size(), epochs)) {
      train(running, rung, runner);
      if (rung < epochs) {
        running = survivors(running);
      }
      if (running.isEmpty()) {
        return;
      }
    }
  }

  private void train(List<Entrant> running, int rung, SearchRunner runner) {
    List<SearchRun> runs = running.stream().flatMap(entrant -> entrant.runs().stream()).toList();
    List<RunProgress> progress = runner.train(runs, rung);
    int seeds = settings.seeds().size();
    for (int i = 0; i < running.size(); i++) {
      running.get(i).progress(progress.subList(i * seeds, (i + 1) * seeds));
    }
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
}
