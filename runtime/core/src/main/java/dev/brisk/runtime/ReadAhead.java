package dev.brisk.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Gives windows of a stream one after the other, each read while the one before it is in use. */
final class ReadAhead<E extends Examples<E>> implements AutoCloseable {
  private final ExampleStream<E> stream;
  private final int[] windows;

  /** Reads; null where there is but one window, which the caller's own thread reads. */
  private final @Nullable ExecutorService reader;

  private @Nullable CompletableFuture<E> ahead;
  private int next;

  /**
   * @param windows in the order in which they are to come
   * @param first the place of the first one that is wanted
   */
  ReadAhead(ExampleStream<E> stream, int[] windows, int first) {
    this.stream = stream;
    this.windows = windows;
    this.next = first;
    this.reader = windows.length == 1 ? null : Executors.newSingleThreadExecutor(ReadAhead::thread);
  }

  private static Thread thread(Runnable reading) {
    Thread thread = new Thread(reading, "brisk-reader");
    thread.setDaemon(true);
    return thread;
  }

  /** The next window, whose number in the stream is at its place among the windows. */
  E next() {
    int window = windows[next++];
    if (reader == null) {
      return stream.read(window);
    }
    CompletableFuture<E> read = ahead == null ? reading(reader, window) : ahead;
    ahead = null;
    E examples = await(read);
    if (next < windows.length) {
      ahead = reading(reader, windows[next]);
    }
    return examples;
  }

  private CompletableFuture<E> reading(ExecutorService in, int window) {
    return CompletableFuture.supplyAsync(() -> stream.read(window), in);
  }

  /** Waits also in a thread that is interrupted: a run ends after an update, not before one. */
  private static <E> E await(CompletableFuture<E> read) {
    try {
      return read.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw e;
    }
  }

  /** Waits for a window that is being read, as what it is read from may be closed afterwards. */
  @Override
  public void close() {
    if (reader != null) {
      reader.shutdown();
    }
    if (ahead != null) {
      ahead.exceptionally(unwanted -> null).join();
    }
  }
}
