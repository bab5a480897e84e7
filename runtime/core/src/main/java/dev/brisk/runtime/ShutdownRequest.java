package dev.brisk.runtime;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds the end of the process back while a fit comes to a good end: when the process is asked to
 * end, as by Ctrl-C, this says so, and waits until it is closed.
 */
final class ShutdownRequest implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;
  private final Duration patience;
  private volatile boolean isMade;

  /**
   * Begins to listen.
   *
   * @param patience how long the process waits at most
   */
  ShutdownRequest(Duration patience) {
    this.patience = patience;
    this.hook = new Thread(this::askAndWait, "brisk-shutdown");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already.
      isMade = true;
    }
  }

  private void askAndWait() {
    isMade = true;
    try {
      if (!closed.await(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS)) {
        System.getLogger("dev.brisk")
            .log(Level.WARNING, "the process ends within a fit, which did not end in " + patience);
      }
    } catch (InterruptedException e) {
      // Whoever interrupts a thread that holds the end of the process back wants it to end.
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process was asked to end. */
  boolean isMade() {
    return isMade;
  }

  /** Lets the process end, and no longer listens. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is running.
    }
  }
}
