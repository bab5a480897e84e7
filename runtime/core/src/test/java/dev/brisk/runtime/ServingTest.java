package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ServingTest {
  private static final Line.Points POINTS = Line.points(1);

  /** A trainer by hand that sets all parameters to the number of the step, in an odd order. */
  private static final class Counter extends GeneratedTrainer<Line.Points> {
    private double[] flat = new double[4096];
    private final float[][] rows = {new float[1000], new float[1], new float[3000]};
    private final double[] momentum = new double[4096];
    private double scalar;
    private float single;

    Counter() {
      super(0.1, 0, RunPlan.OPEN);
    }

    @Override
    public double trainBatch(Line.Points examples, int from, int to) {
      long step = stepCount() + 1;
      single = step;
      for (int i = flat.length - 1; i >= 0; i--) {
        flat[i] = step;
        momentum[i] = -step;
      }
      for (float[] row : rows) {
        Arrays.fill(row, step);
      }
      scalar = step;
      countStep();
      return 0;
    }

    /** Whether the parameters are those of one step. */
    boolean isOf(long step) {
      boolean isOf = scalar == step && single == step;
      for (double value : flat) {
        isOf &= value == step;
      }
      for (float[] row : rows) {
        for (float value : row) {
          isOf &= value == step;
        }
      }
      return isOf;
    }

    @Override
    protected void checkParameters() {
      Check.length("flat", flat.length, 4096);
    }

    @Override
    protected void visitState(StateVisitor visitor) {
      visitor.array("flat", flat);
      visitor.array("flat.momentum", momentum);
      visitor.array("rows", rows);
      scalar = visitor.number("scalar", scalar);
      single = visitor.number("single", single);
    }

    @Override
    public List<ExampleColumn> columns() {
      return List.of(
          new ExampleColumn("x", double[].class, List.of()),
          new ExampleColumn("y", double[].class, List.of()));
    }

    @Override
    public Line.Points examplesOf(Object... columns) {
      Check.columns(columns(), columns);
      return new Line.Points((double[]) columns[0], (double[]) columns[1]);
    }

    @Override
    public List<ParameterLayout> layout() {
      return List.of();
    }

    @Override
    protected double scheduledRate(double base, long t) {
      return base;
    }

    @Override
    protected String annotation(String learningRate) {
      return "@Optimizer(value = SGD, learningRate = " + learningRate + ")";
    }

    @Override
    public double loss(Line.Points examples) {
      return 0;
    }

    @Override
    public Map<String, ToDoubleFunction<Line.Points>> metrics() {
      return Map.of();
    }
  }

  private static void train(Counter trainer, int updates) {
    for (int i = 0; i < updates; i++) {
      trainer.trainBatch(POINTS, 0, 1);
    }
  }

  @Test
  void readersHaveTheWeightsThatWerePublishedLast() {
    Counter trainer = new Counter();
    train(trainer, 2);
    Serving<Counter> serving = Serving.of(trainer);
    Counter own = new Counter();
    train(own, 1);

    Serving<Counter>.Reader reader = serving.reader(own);
    assertThat(own.isOf(2)).isTrue();
    assertThat(reader.step()).isEqualTo(2);

    train(trainer, 3);
    assertThat(reader.refresh()).isFalse();
    assertThat(own.isOf(2)).isTrue();

    serving.publish();
    train(trainer, 1);
    assertThat(reader.refresh()).isTrue();
    assertThat(reader.refresh()).isFalse();
    assertThat(own.isOf(5)).isTrue();
    assertThat(reader.step()).isEqualTo(5);
    assertThat(own.momentum).as("what the optimizer keeps").containsOnly(-1);
    assertThat(own.stepCount()).isEqualTo(1);
  }

  @Test
  void weightsOfAnEarlierStepAreNewerIfTheyArePublishedLater() {
    Counter trainer = new Counter();
    Snapshot start = trainer.snapshot();
    train(trainer, 7);
    Serving<Counter> serving = Serving.of(trainer);
    Counter own = new Counter();
    Serving<Counter>.Reader reader = serving.reader(own);

    trainer.restore(start);
    serving.publish();

    assertThat(reader.refresh()).isTrue();
    assertThat(own.isOf(0)).isTrue();
    assertThat(reader.step()).isZero();
  }

  /** Three readers, each checking all elements of what it gets, while every step is published. */
  @Test
  void readersNeverSeeWeightsOfTwoSteps() {
    assertTimeoutPreemptively(Duration.ofMinutes(2), ServingTest::trainAndRead);
  }

  private static void trainAndRead() throws Exception {
    Counter trainer = new Counter();
    Serving<Counter> serving = Serving.of(trainer);
    long lastStep = 20_000;
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<Integer>> refreshes = new ArrayList<>();
    CountDownLatch ready = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      refreshes.add(threads.submit(() -> refreshesUntil(lastStep, serving, ready)));
    }
    ready.await();
    while (trainer.stepCount() < lastStep) {
      train(trainer, 1);
      serving.publish();
    }
    for (Future<Integer> count : refreshes) {
      assertThat(count.get()).isPositive();
    }
    threads.shutdown();
  }

  private static int refreshesUntil(long lastStep, Serving<Counter> serving, CountDownLatch ready) {
    Counter own = new Counter();
    Serving<Counter>.Reader reader = serving.reader(own);
    ready.countDown();
    int refreshes = 0;
    while (reader.step() < lastStep) {
      long before = reader.step();
      if (reader.refresh()) {
        refreshes++;
        assertThat(reader.step()).isGreaterThan(before);
        assertThat(own.isOf(reader.step())).as("weights of step %d", reader.step()).isTrue();
      }
    }
    return refreshes;
  }

  @Test
  void neitherPublishingNorReadingAllocates() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Counter trainer = new Counter();
    Serving<Counter> serving = Serving.of(trainer);
    Serving<Counter>.Reader reader = serving.reader(new Counter());
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 3_000 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        train(trainer, 1);
        serving.publish();
        reader.refresh();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
    assertThat(reader.step()).isEqualTo(trainer.stepCount());
  }

  @Test
  void refusesAReaderThatHasTheTrainedModel() {
    Counter trainer = new Counter();
    Serving<Counter> serving = Serving.of(trainer);
    Counter sharing = new Counter();
    sharing.flat = trainer.flat;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> serving.reader(trainer))
        .withMessage("own is the trainer itself. Give each reader a trainer of a model of its own");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> serving.reader(sharing))
        .withMessageStartingWith(
            "the model of own has the array flat of the one that is trained. Give each");
  }

  @Test
  void refusesArraysOfOtherLengths() {
    Counter trainer = new Counter();
    Serving<Counter> serving = Serving.of(trainer);
    Counter other = new Counter();
    other.rows[1] = new float[2];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> serving.reader(other))
        .withMessage("rows[1] has length 2, in the snapshot it has 1");

    Serving<Counter>.Reader reader = serving.reader(new Counter());
    trainer.flat = new double[3];
    assertThatIllegalArgumentException()
        .isThrownBy(serving::publish)
        .withMessage("flat has length 3, expected 4096");
    assertThat(reader.refresh()).isFalse();
  }
}
