package dev.brisk.spark;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;

/** Runs jobs. */
final class Jobs {
  private static final String INTERRUPT_ON_CANCEL = "spark.job.interruptOnCancel";

  private Jobs() {}

  /**
   * All elements, in the order of partitions. Waits also in a thread that is interrupted: a run
   * ends after an update, not within one.
   *
   * @throws RuntimeException with which the job failed
   */
  static <T> List<T> collect(JavaRDD<T> elements) {
    JavaFutureAction<List<T>> job = elements.collectAsync();
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return job.get();
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw failed(e);
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
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
    JavaFutureAction<List<T>> job = elements.collectAsync();
    try {
      return job.get();
    } catch (InterruptedException e) {
      job.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted; the job of Spark is given up");
    } catch (ExecutionException e) {
      throw failed(e);
    } finally {
      context.setLocalProperty(INTERRUPT_ON_CANCEL, before);
    }
  }

  private static IllegalStateException failed(ExecutionException e) {
    return new IllegalStateException(
        "a job of Spark failed: " + e.getCause().getMessage(), e.getCause());
  }
}
