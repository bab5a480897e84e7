package dev.brisk.runtime;

/**
 * Is told how a fit goes, in the thread that trains and between two updates. What it throws ends
 * the fit. Listeners are told one after the other, in the order in which they were added.
 *
 * <p>A {@link FitProgress} is one object for the whole fit, so that telling costs nothing: it is to
 * be read within the call.
 */
public interface FitListener {
  /** The first update is about to be done. */
  default void began(FitProgress progress) {}

  /** An update is done. */
  default void updated(FitProgress progress) {}

  /** An epoch is complete, its validation included. */
  default void completed(FitProgress progress, TrainingReport.Epoch epoch) {}

  /**
   * The fit has ended, for one of the reasons of {@link End}. Not called for a {@link TrainingRun}
   * that is left before its end.
   */
  default void ended(FitProgress progress, TrainingReport report) {}

  /**
   * An exception ends the fit: that of a refused update, or of a listener. A {@link TrainingRun}
   * may go on all the same.
   */
  default void failed(FitProgress progress, Throwable reason) {}
}
