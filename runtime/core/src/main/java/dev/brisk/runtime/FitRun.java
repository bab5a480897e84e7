package dev.brisk.runtime;

import dev.brisk.runtime.RunPosition.Course;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A run: the loop over epochs, windows and batches. */
final class FitRun<E extends Examples<E>> implements TrainingRun {
  private final GeneratedTrainer<E> trainer;
  private final FitLoop<E> loop;
  private final RunPosition position;
  private final Course course;
  private final ExampleStream<E> examples;
  private final @Nullable E held;
  private final Fit options;
  private final @Nullable Watch<E> watch;
  private final @Nullable Recoveries<E> recoveries;
  private final @Nullable CheckpointSaver checkpoints;
  private boolean isStopped;
  private long nanos;

  /**
   * @param loop has the position at which the run begins
   * @param memory what the run has kept so far, if it is taken up
   * @param start the {@link System#nanoTime} at which it began
   */
  FitRun(
      GeneratedTrainer<E> trainer,
      FitLoop<E> loop,
      ExampleStream<E> examples,
      @Nullable E held,
      Fit options,
      @Nullable CheckpointSaver checkpoints,
      RunMemory memory,
      long start) {
    this.trainer = trainer;
    this.loop = loop;
    this.position = loop.position();
    this.course = position.course();
    this.examples = examples;
    this.held = held;
    this.options = options;
    Monitor own = options.monitor();
    this.watch = own == null ? trainer.watch() : Watch.begun(trainer, own);
    this.recoveries = Recoveries.of(trainer, memory.recovery(), this::meanLoss);
    this.checkpoints = checkpoints;
    this.nanos = System.nanoTime() - start;
  }

  /** The mean loss of all examples. */
  private double meanLoss() {
    double sum = 0;
    for (int window = 0; window < examples.windows(); window++) {
      E read = examples.read(window);
      sum += trainer.loss(read) * ((double) read.size() / examples.size());
    }
    return sum;
  }

  RunMemory memory() {
    return hasNext() && recoveries != null ? new RunMemory(recoveries.state()) : RunMemory.NONE;
  }

  @Override
  public RunPlan plan() {
    return course.plan();
  }

  @Override
  public boolean hasNext() {
    return !isStopped && loop.epochs() < course.lastEpoch();
  }

  @Override
  public Epoch next() {
    if (!loop.isCurrent(this)) {
      throw new IllegalStateException(
          "the trainer has begun another run; take its epochs, or begin a new one");
    }
    if (!hasNext()) {
      throw new NoSuchElementException(
          isStopped
              ? "the run was ended after epoch " + loop.epochs()
              : "all " + plan().epochs() + " epochs are complete");
    }
    if (!position.course().equals(course)) {
      position.begin(course); // A snapshot of another run was restored.
    }
    long start = System.nanoTime();
    Watch<E> ofTrainer = trainer.exchangeWatch(watch);
    boolean isDone = false;
    try {
      Epoch epoch = trainer.inThreads(options.threadCount(), this::epoch);
      isDone = true;
      return epoch;
    } finally {
      if (!isDone) {
        position.begin(course);
      }
      trainer.exchangeWatch(ofTrainer);
      nanos += System.nanoTime() - start;
    }
  }

  private Epoch epoch() {
    double trainLoss =
        recoveries == null ? updates() : recoveries.epoch(position.done() > 0, this::updates);
    boolean isWhole = position.done() == examples.size();
    if (!isWhole && checkpoints != null) {
      checkpoints.write(); // Before what was done counts as an epoch, to be gone on with.
    }
    trainer.withAveragedWeights(() -> loop.add(completed(trainLoss)));
    position.begin(course);
    List<Epoch> history = loop.history();
    Epoch epoch = history.get(history.size() - 1);
    if (isWhole) {
      complete(history, epoch);
    }
    options.completed(epoch, course.lastEpoch());
    if (watch != null && !hasNext()) {
      watch.monitor().end();
    }
    return epoch;
  }

  private void complete(List<Epoch> history, Epoch epoch) {
    trainer.completed(epoch);
    if (recoveries != null) {
      recoveries.completed(epoch);
    }
    if (checkpoints != null) {
      checkpoints.completed(history, hasNext());
    }
  }

  /**
   * Goes on with the updates of the epoch, to its end or until the run is to stop, and gives the
   * mean loss of its examples before their updates.
   */
  private double updates() {
    EpochOrder order = new EpochOrder(examples, options.shuffles(), trainer.seed(), loop.epochs());
    int first = order.placeOf(position.done());
    try (ReadAhead<E> ahead = new ReadAhead<>(examples, order.windows(), first)) {
      for (int place = first; place < order.windows().length && !isStopped; place++) {
        int window = order.windows()[place];
        E ordered = ordered(ahead.next(), window, order.within(window));
        updates(ordered, position.done() - order.before(place));
      }
    }
    return position.meanLoss();
  }

  private E ordered(E read, int window, int @Nullable [] order) {
    if (watch != null) {
      watch.order(examples.firstOf(window), order);
    }
    return order == null ? read : read.select(order);
  }

  /**
   * Updates on the examples of a window from that one on. The gradients of several batches add up
   * example by example as those of one batch do, so an update that takes several is one over their
   * whole range.
   */
  private void updates(E window, int first) {
    int size = window.size();
    int to;
    for (int from = first; from < size && !isStopped; from = to) {
      to = from + (int) Math.min(plan().examplesPerUpdate(), size - from);
      double loss = trainer.trainBatch(window, from, to);
      position.updated(loss, to - from);
      if (recoveries != null) {
        recoveries.updated(loss);
      }
      if (checkpoints != null) {
        checkpoints.updated();
      }
      isStopped = Thread.currentThread().isInterrupted();
    }
  }

  private Epoch completed(double trainLoss) {
    OptionalDouble loss = OptionalDouble.empty();
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (held != null) {
      loss = OptionalDouble.of(trainer.loss(held));
      trainer.metrics().forEach((name, metric) -> metrics.put(name, metric.applyAsDouble(held)));
    }
    long steps = trainer.stepCount();
    return new Epoch(
        loop.epochs() + 1, steps, trainer.learningRateAt(steps - 1), trainLoss, loss, metrics);
  }

  @Override
  public TrainingReport report() {
    List<Epoch> history = loop.history();
    if (history.isEmpty()) {
      throw new IllegalStateException("no epoch is complete yet; there is nothing to report");
    }
    return new TrainingReport(
        history,
        Duration.ofNanos(nanos),
        watch == null ? List.of() : watch.monitor().findings(),
        recoveries == null ? List.of() : recoveries.done());
  }
}
