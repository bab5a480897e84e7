package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.List;

/** Tells all listeners of a fit, in the order in which they were added. */
final class FitListeners implements FitListener {
  /** An array, for a loop over a list may allocate. */
  private final FitListener[] all;

  FitListeners(List<FitListener> all) {
    this.all = all.toArray(FitListener[]::new);
  }

  @Override
  public void began(FitProgress progress) {
    for (FitListener listener : all) {
      listener.began(progress);
    }
  }

  @Override
  public void updated(FitProgress progress) {
    for (FitListener listener : all) {
      listener.updated(progress);
    }
  }

  @Override
  public void completed(FitProgress progress, Epoch epoch) {
    for (FitListener listener : all) {
      listener.completed(progress, epoch);
    }
  }

  @Override
  public void ended(FitProgress progress, TrainingReport report) {
    for (FitListener listener : all) {
      listener.ended(progress, report);
    }
  }

  /** What a listener throws here does not take the place of the reason. */
  @Override
  public void failed(FitProgress progress, Throwable reason) {
    for (FitListener listener : all) {
      try {
        listener.failed(progress, reason);
      } catch (RuntimeException e) {
        if (e != reason) {
          reason.addSuppressed(e);
        }
      }
    }
  }
}
