package dev.brisk.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do independent pieces of work side by side. */
final class Workers implements AutoCloseable {
  private final ExecutorService threads;
  private final List<Thread> members = new CopyOnWriteArrayList<>();

  Workers(int count) {
    threads = Executors.newFixedThreadPool(count, this::thread);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "brisk-tune-" + (members.size() + 1));
    thread.setDaemon(true);
    members.add(thread);
    return thread;
  }

  /**
   * Does all the work, and waits for it. What a piece throws is thrown as it is; the first one's,
   * in their order, if several do.
   *
   * @throws CancellationException if this thread is interrupted, which it then is again
   */
  void all(List<? extends Runnable> work) {
    checkWanted();
    List<Future<?>> pieces = new ArrayList<>();
    work.forEach(piece -> pieces.add(threads.submit(piece)));
    try {
      for (Future<?> piece : pieces) {
        piece.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled();
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    }
  }

  /** Ends a piece of work that is no longer wanted. */
  static void checkWanted() {
    if (Thread.currentThread().isInterrupted()) {
      throw cancelled();
    }
  }

  private static CancellationException cancelled() {
    return new CancellationException("interrupted; what was trained so far is given up");
  }

  /** Work throws nothing that the compiler asks to be declared. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException thrown(Throwable problem) throws T {
    throw (T) problem;
  }

  /** Ends all threads, and waits for that; each ends its current epoch first. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    for (Thread member : members) {
      interrupted |= isInterruptedUntilEndOf(member);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isInterruptedUntilEndOf(Thread member) {
    boolean interrupted = false;
    while (member.isAlive()) {
      try {
        member.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }
}
