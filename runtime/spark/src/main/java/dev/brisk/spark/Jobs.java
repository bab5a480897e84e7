package dev.brisk.spark;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Runs jobs, and what they need around them, also in a thread that is interrupted, where Spark by
 * itself gives up: a run ends after an update, not within one.
 */
final class Jobs {
  private static final String INTERRUPT_ON_CANCEL = "spark.job.interruptOnCancel";

  private Jobs() {}

  /**
   * All elements, in the order of partitions.
   *
   * @throws IllegalStateException if the job fails for good
   */
  static <T> List<T> collect(JavaRDD<T> elements) {
    JavaFutureAction<List<T>> job = uninterrupted(elements::collectAsync);
    return uninterrupted(job::get);
  }

  /**
   * As {@link #collect}, but ends the job where this thread is interrupted, and its tasks with it,
   * whose threads are interrupted then.
   *
   * @throws CancellationException if this thread is interrupted; it still is then
   */
  static <T> List<T> collectOrCancel(JavaRDD<T> elements) {
    SparkContext context = elements.context();
    String before = context.getLocalProperty(INTERRUPT_ON_CANCEL);
    context.setLocalProperty(INTERRUPT_ON_CANCEL, "true");
    try {
      return getOrCancel(uninterrupted(elements::collectAsync));
    } finally {
      context.setLocalProperty(INTERRUPT_ON_CANCEL, before);
    }
  }

  private static <T> T getOrCancel(JavaFutureAction<T> job) {
    try {
      return job.get();
    } catch (InterruptedException e) {
      job.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted; the job of Spark is given up");
    } catch (ExecutionException e) {
      throw failed(e);
    }
  }

  /** Sends something to each executor that will ask for it. */
  static <T> Broadcast<T> send(SparkContext context, T value) {
    return uninterrupted(() -> JavaSparkContext.fromSparkContext(context).broadcast(value));
  }

  /** Lets go of what was sent. */
  static void letGo(Broadcast<?> sent) {
    uninterrupted(
        () -> {
          sent.destroy();
          return sent;
        });
  }

  /** Lets go of what executors keep. */
  static void letGo(JavaRDD<?> kept) {
    uninterrupted(kept::unpersist);
  }

  private static <T> T uninterrupted(Callable<T> call) {
    boolean isInterrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return call.call();
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Spark failed: " + e.getMessage(), e);
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static IllegalStateException failed(ExecutionException e) {
    return new IllegalStateException(
        "a job of Spark failed: " + e.getCause().getMessage(), e.getCause());
  }
}
