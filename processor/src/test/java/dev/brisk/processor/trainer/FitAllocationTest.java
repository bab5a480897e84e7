package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The loop of a fit allocates nothing from one update to the next, what it is told included. */
final class FitAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int STEPS = 4000;

  private static final String MODEL =
      """
      @Trainable
      @Optimizer(value = Algorithm.ADAM, learningRate = 0.001)
      class Model {
        @Parameter(shape = {4, 3}, init = Init.XAVIER) T[] weights;

        @Loss
        T loss(@Shape(3) T[] xs) {
          return Ops.sum(Ops.tanh(Ops.matrixVector(weights, xs)));
        }
      }
      """;

  @Test
  void anUpdateOfAFitAllocatesNothing() {
    CompiledModel model = Source.model(Source.inPrecision(MODEL, "double"));
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      rows.add(new Object[] {new double[] {i % 7, 1, -1}});
    }
    var measuring = new Measuring();
    model.fit(
        model.examples(rows),
        Fit.epochs(1_000_000) // As many as it takes until HotSpot has compiled all of it.
            .batchSize(1)
            .listener(measuring)
            .listener(new FitListener() {})
            .timeBudget(Duration.ofMinutes(2))
            .stopOnShutdown(Duration.ofSeconds(1)));
    assertThat(Thread.interrupted()).as("ended since nothing was allocated").isTrue();
    assertThat(measuring.least).isZero();
  }

  /** Reads what the thread has allocated within an epoch, and ends the fit when it is nothing. */
  private static final class Measuring implements FitListener {
    private long begun;
    private long least = Long.MAX_VALUE;
    private double read;

    @Override
    public void updated(FitProgress progress) {
      read += progress.loss() + progress.step() + progress.examples() + progress.learningRate();
      if (progress.examples() == 1) {
        begun = THREADS.getCurrentThreadAllocatedBytes();
      } else if (progress.examples() == STEPS) {
        least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - begun);
        if (least == 0) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
