package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.util.function.LongFunction;

/**
 * One of the runs of a {@link Search}: with one candidate and one seed. It holds what decides the
 * run, but for trainers and examples, and can be sent to another process.
 */
public final class SearchRun implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Candidate candidate;
  private final long seed;
  private final int epochs;
  private final Objective objective;

  /**
   * @param epochs 0 for the declared ones
   */
  SearchRun(Candidate candidate, long seed, int epochs, Objective objective) {
    this.candidate = candidate;
    this.seed = seed;
    this.epochs = epochs;
    this.objective = objective;
  }

  /**
   * Trains from the beginning until so many epochs are complete, or the run has diverged. The same
   * comes out wherever it is done, and however often.
   *
   * @param upTo epochs, at least 0; at 0 the run is only begun, and so checked
   * @param trainers from a seed to a new trainer, with a new model of its own
   * @param training the examples to train on, which are only read
   * @param validation the examples to compare by, likewise
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it still is
   *     then. The update that is under way is finished first
   */
  public <E extends Examples<E>> RunProgress train(
      int upTo, LongFunction<? extends Trainer<E>> trainers, E training, E validation) {
    SeededRun<E> run = new SeededRun<>(this, new Trainers<>(trainers), training, validation);
    run.trainTo(upTo);
    Workers.checkWanted(); // An epoch that an interrupt has ended counts for nothing.
    return run.progress();
  }

  Candidate candidate() {
    return candidate;
  }

  long seed() {
    return seed;
  }

  Objective objective() {
    return objective;
  }

  /** How it is trained. */
  Fit fit(Examples<?> validation) {
    Fit fit = epochs == 0 ? Fit.asDeclared() : Fit.epochs(epochs);
    if (candidate.batchSize() > 0) {
      fit = fit.batchSize(candidate.batchSize());
    }
    boolean asDeclared = epochs == 0 && candidate.batchSize() == 0;
    return (asDeclared ? fit : fit.overrideTraining()).validation(validation);
  }
}
