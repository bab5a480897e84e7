package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The loop over epochs and batches, and the history of what came out. */
final class FitLoop<E extends Examples<E>> {
  private final RunPlan declared;
  private final List<Epoch> history = new ArrayList<>();

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

  TrainingReport run(GeneratedTrainer<E> trainer, E examples, Fit options) {
    long start = System.nanoTime();
    RunPlan plan = options.resolve(declared, examples.size());
    E held = options.validationLike(examples);
    trainer.checkParameters();

    trainer.checkMonitor(held != null);
    trainer.beginRun(plan);
    int lastEpoch = history.size() + plan.epochs();
    while (history.size() < lastEpoch) {
      double trainLoss =
          epoch(trainer, ordered(examples, trainer.seed(), options), plan.examplesPerUpdate());
      trainer.withAveragedWeights(() -> history.add(completed(trainer, trainLoss, held)));
      Epoch epoch = history.get(history.size() - 1);
      trainer.completed(epoch);
      options.completed(epoch, lastEpoch);
    }
    return new TrainingReport(history, Duration.ofNanos(System.nanoTime() - start));
  }

  private E ordered(E examples, long seed, Fit options) {
    return options.shuffles()
        ? examples.select(Shuffle.order(examples.size(), seed, history.size()))
        : examples;
  }

  /**
   * Updates on all examples, and gives their mean loss before their updates. The gradients of
   * several batches add up example by example as those of one batch do, so an update that takes
   * several is one over their whole range.
   */
  private double epoch(GeneratedTrainer<E> trainer, E examples, long perUpdate) {
    int size = examples.size();
    double sum = 0;
    int to;
    for (int from = 0; from < size; from = to) {
      to = from + (int) Math.min(perUpdate, size - from);
      sum += trainer.trainBatch(examples, from, to) * (to - from);
    }
    return sum / size;
  }

  private Epoch completed(GeneratedTrainer<E> trainer, double trainLoss, @Nullable E held) {
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
}
