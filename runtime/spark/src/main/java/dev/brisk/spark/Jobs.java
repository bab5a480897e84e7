package dev.brisk.spark;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;

/** Runs jobs. */
final class Jobs {
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
      throw new IllegalStateException(
          "a job of Spark failed: " + e.getCause().getMessage(), e.getCause());
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
