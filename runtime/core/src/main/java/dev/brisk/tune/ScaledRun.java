package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Shuffle;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.Trial;
import java.util.ArrayList;
import java.util.List;

/** A run of a {@link BatchScalingCheck}, with one batch and one seed. */
final class ScaledRun<E extends Examples<E>> implements Runnable {
  private final ScalingPlan plan;
  private final BatchChange change;
  private final long seed;
  private final Trainers<E> trainers;
  private final E examples;
  private final long warmupSteps;
  private final List<Double> losses = new ArrayList<>();
  private long step;
  private String divergence = "";

  ScaledRun(ScalingPlan plan, BatchChange change, long seed, Trainers<E> trainers, E examples) {
    this.plan = plan;
    this.change = change;
    this.seed = seed;
    this.trainers = trainers;
    this.examples = examples;
    this.warmupSteps = plan.warmupEpochs() * ((examples.size() - 1L) / change.to() + 1);
  }

  @Override
  public void run() {
    Trainer<E> trainer = trainers.make(seed);
    try (Trial<E> trial = trainer.trial()) {
      String reason = Divergence.of(() -> train(trainer, trial));
      if (!reason.isEmpty()) {
        diverged(reason);
      }
    }
  }

  private void train(Trainer<E> trainer, Trial<E> trial) {
    for (int epoch = 0; epoch < plan.epochs() && divergence.isEmpty(); epoch++) {
      Workers.checkWanted();
      epoch(trial, examples.select(Shuffle.order(examples.size(), seed, epoch)));
      completed(trainer.loss(examples));
    }
  }

  private void epoch(Trial<E> trial, E ordered) {
    int to;
    for (int from = 0; from < ordered.size(); from = to) {
      to = (int) Math.min((long) from + change.to(), ordered.size());
      trial.trainBatch(ordered, from, to, learningRate(to - from));
      step++;
    }
  }

  private double learningRate(int count) {
    double scaled = plan.change(count).learningRate(plan.learningRate());
    if (step >= warmupSteps) {
      return scaled;
    }
    double start = plan.startFactor();
    return scaled * (start + (1 - start) * step / warmupSteps);
  }

  private void completed(double loss) {
    losses.add(loss);
    if (!Double.isFinite(loss)) {
      diverged("the loss after epoch " + losses.size() + " is " + loss);
    }
  }

  private void diverged(String reason) {
    divergence = "seed " + seed + ": " + reason;
  }

  /** What came of runs with the same batch. */
  static <E extends Examples<E>> LossCurves curves(List<ScaledRun<E>> runs) {
    ScaledRun<E> first = runs.get(0);
    return new LossCurves(
        first.change.to(),
        first.change.learningRate(first.plan.learningRate()),
        first.warmupSteps,
        runs.stream().map(ScaledRun::losses).toList(),
        runs.stream().map(run -> run.divergence).filter(d -> !d.isEmpty()).findFirst().orElse(""));
  }

  /** The losses of all examples after each epoch, those after a divergence being NaN. */
  private List<Double> losses() {
    List<Double> all = new ArrayList<>(losses);
    while (all.size() < plan.epochs()) {
      all.add(Double.NaN);
    }
    return all;
  }
}
