package dev.brisk.runtime;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What ends a run between two updates, before all that was asked for is done. */
final class Interruption {
  private final FitProgress progress;
  private final @Nullable Duration shutdownPatience;
  private @Nullable ShutdownRequest shutdown;
  private End reason = End.OPEN;

  /**
   * @param shutdownPatience how long the end of the process waits for the run; null if it does not
   */
  Interruption(FitProgress progress, @Nullable Duration shutdownPatience) {
    this.progress = progress;
    this.shutdownPatience = shutdownPatience;
  }

  /** Does something during which the process may be asked to end. */
  <T> T heeding(Supplier<T> work) {
    if (shutdownPatience == null || shutdown != null) {
      return work.get();
    }
    try (ShutdownRequest own = new ShutdownRequest(shutdownPatience)) {
      shutdown = own;
      return work.get();
    } finally {
      shutdown = null;
    }
  }

  /** An update is done that is not the last one. */
  void updated() {
    if (Thread.currentThread().isInterrupted() || (shutdown != null && shutdown.isMade())) {
      reason = End.INTERRUPTED;
    } else if (progress.isTimeOver()) {
      reason = End.TIME;
    }
  }

  /** Why the run ends here; {@link End#OPEN} if it goes on. */
  End reason() {
    return reason;
  }
}
