package dev.brisk.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Training that is undone: {@link #close} brings everything back as it was when the trial began,
 * bit by bit, whatever was done to the trainer meanwhile and whatever was thrown. The model's own
 * arrays stay the same objects.
 *
 * <pre>{@code
 * try (Trial<E> trial = trainer.trial()) {
 *   double loss = trial.trainBatch(examples, 0, 32, 0.1);
 * }
 * }</pre>
 *
 * <p>A monitor of the trainer does not see what is done in a trial.
 *
 * <p>Within a trial the trainer itself can be used as ever, also for a whole {@link Trainer#fit}.
 * Trials may be nested, and are then closed from the inside out.
 *
 * @param <E> the examples that the model's loss takes
 */
public final class Trial<E extends Examples<E>> implements AutoCloseable {
  private final GeneratedTrainer<E> trainer;
  private final Snapshot before;
  private final @Nullable Watch<E> watch;
  private boolean isClosed;

  Trial(GeneratedTrainer<E> trainer) {
    this.trainer = trainer;
    this.before = trainer.snapshot();
    this.watch = trainer.exchangeWatch(null);
  }

  /**
   * One update on the mean loss of the examples {@code [from, to)} with a rate of the caller's. No
   * schedule is asked, so the length of the run need not be known; where one cycles the momentum it
   * is the annotated one.
   *
   * @param rate of this update, finite and at least 0
   * @return the mean loss before the update
   * @throws IllegalArgumentException if the rate is not such a number
   * @throws IllegalStateException if the trial is closed
   * @throws NonFiniteLossException if the loss is infinite or NaN; and for the rest as {@link
   *     Trainer#trainBatch}
   */
  public double trainBatch(E examples, int from, int to, double rate) {
    return atRate(rate, () -> trainer.trainBatch(examples, from, to));
  }

  /**
   * Does something while the trainer's rate is one of the caller's, as {@link #trainBatch} does an
   * update: one by a gradient that was computed elsewhere, {@code trial.atRate(0.1, () -> {
   * trainer.applyGradient(loss, gradient); return loss; })}.
   *
   * @param rate finite and at least 0
   * @param work of the trainer
   * @return what it gives
   * @throws IllegalArgumentException if the rate is not such a number
   * @throws IllegalStateException if the trial is closed
   */
  public <R> R atRate(double rate, Supplier<R> work) {
    requireOpen();
    return trainer.atRate(rate, work);
  }

  /**
   * Brings everything back as it was when the trial began; the trial goes on.
   *
   * @throws IllegalStateException if the trial is closed
   */
  public void reset() {
    requireOpen();
    trainer.restore(before);
  }

  /** Brings everything back, and ends the trial. A second call does nothing. */
  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      trainer.exchangeWatch(null);
      try {
        trainer.restore(before);
      } finally {
        trainer.exchangeWatch(watch);
      }
    }
  }

  private void requireOpen() {
    if (isClosed) {
      throw new IllegalStateException("the trial is closed");
    }
  }
}
