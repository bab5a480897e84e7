package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The loop over epochs and batches, and the history of what came out. */
final class FitLoop<E extends Examples<E>> {
  private final RunPlan declared;
  private final List<Epoch> history = new ArrayList<>();
  private @Nullable Run current;

  FitLoop(RunPlan declared) {
    this.declared = declared;
  }

  /** The epochs so far. */
  List<Epoch> history() {
    return List.copyOf(history);
  }

  /** Replaces the epochs so far. */
  void history(List<Epoch> epochs) {
    history.clear();
    history.addAll(epochs);
  }

  TrainingRun begin(GeneratedTrainer<E> trainer, E examples, Fit options) {
    long start = System.nanoTime();
    RunPlan plan = options.resolve(declared, examples.size());
    E held = options.validationLike(examples);
    trainer.checkParameters();

    trainer.checkMonitor(held != null);
    trainer.beginRun(plan);
    Run run = new Run(trainer, examples, options, plan, held);
    current = run;
    run.nanos = System.nanoTime() - start;
    return run;
  }

  private final class Run implements TrainingRun {
    private final GeneratedTrainer<E> trainer;
    private final E examples;
    private final Fit options;
    private final RunPlan plan;
    private final @Nullable E held;
    private final int lastEpoch;
    private final @Nullable Watch<E> watch;
    private final @Nullable Recoveries<E> recoveries;
    private long nanos;

    Run(GeneratedTrainer<E> trainer, E examples, Fit options, RunPlan plan, @Nullable E held) {
      this.trainer = trainer;
      this.examples = examples;
      this.options = options;
      this.plan = plan;
      this.held = held;
      this.lastEpoch = history.size() + plan.epochs();
      Monitor own = options.monitor();
      this.watch = own == null ? trainer.watch() : Watch.begun(trainer, own);
      RecoveryPlan recovery = trainer.recovery();
      this.recoveries = recovery == null ? null : new Recoveries<>(trainer, recovery, examples);
    }

    @Override
    public RunPlan plan() {
      return plan;
    }

    @Override
    public boolean hasNext() {
      return history.size() < lastEpoch;
    }

    @Override
    public Epoch next() {
      if (current != this) {
        throw new IllegalStateException(
            "the trainer has begun another run; take its epochs, or begin a new one");
      }
      if (!hasNext()) {
        throw new NoSuchElementException("all " + plan.epochs() + " epochs are complete");
      }
      long start = System.nanoTime();
      Watch<E> ofTrainer = trainer.exchangeWatch(watch);
      try {
        return trainer.inThreads(options.threadCount(), this::epoch);
      } finally {
        trainer.exchangeWatch(ofTrainer);
        nanos += System.nanoTime() - start;
      }
    }

    private Epoch epoch() {
      double trainLoss = recoveries == null ? updates() : recoveries.epoch(this::updates);
      trainer.withAveragedWeights(() -> history.add(completed(trainLoss)));
      Epoch epoch = history.get(history.size() - 1);
      trainer.completed(epoch);
      if (recoveries != null) {
        recoveries.completed(epoch);
      }
      options.completed(epoch, lastEpoch);
      if (watch != null && !hasNext()) {
        watch.monitor().end();
      }
      return epoch;
    }

    private E ordered() {
      int[] order =
          options.shuffles()
              ? Shuffle.order(examples.size(), trainer.seed(), history.size())
              : null;
      if (watch != null) {
        watch.order(order);
      }
      return order == null ? examples : examples.select(order);
    }

    /**
     * Updates on all examples, and gives their mean loss before their updates. The gradients of
     * several batches add up example by example as those of one batch do, so an update that takes
     * several is one over their whole range.
     */
    private double updates() {
      E ordered = ordered();
      int size = ordered.size();
      double sum = 0;
      int to;
      for (int from = 0; from < size; from = to) {
        to = from + (int) Math.min(plan.examplesPerUpdate(), size - from);
        double loss = trainer.trainBatch(ordered, from, to);
        sum += loss * (to - from);
        if (recoveries != null) {
          recoveries.updated(loss);
        }
      }
      return sum / size;
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
          history.size() + 1, steps, trainer.learningRateAt(steps - 1), trainLoss, loss, metrics);
    }

    @Override
    public TrainingReport report() {
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
}
