package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.Iterator;

/**
 * A {@link Trainer#fit} that is taken epoch by epoch, and may rest between two of them or end
 * early:
 *
 * <pre>{@code
 * TrainingRun run = trainer.begin(training, Fit.epochs(30).validation(heldOut));
 * while (run.hasNext() && run.next().validationLoss().getAsDouble() > 0.1) {}
 * }</pre>
 *
 * <p>Taken to its end it does bit by bit what {@code fit} does. Schedules are those of the whole
 * run, however early it ends. Like its trainer, for one thread at a time.
 */
public interface TrainingRun extends Iterator<Epoch> {
  /** The run that options, declaration and examples came to; nothing in it is open. */
  RunPlan plan();

  /** Whether an epoch is left; not if the run has ended for another reason, see {@link End}. */
  @Override
  boolean hasNext();

  /**
   * Trains for one more epoch, with the threads of the options, and tells their listeners. An epoch
   * that is ended by an exception does not count: the next call begins it anew, with the parameters
   * as they are.
   *
   * @throws java.util.NoSuchElementException if there is none left
   * @throws IllegalStateException if the trainer has begun another run since
   * @throws NonFiniteLossException as {@link Trainer#fit} does
   * @throws NonFiniteGradientException likewise
   */
  @Override
  Epoch next();

  /**
   * What came out so far, and the same for ever once the run has ended; its duration is the time
   * that passed in this run's own methods.
   *
   * @throws IllegalStateException if the trainer has completed no epoch yet
   */
  TrainingReport report();
}
