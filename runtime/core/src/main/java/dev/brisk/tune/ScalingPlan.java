package dev.brisk.tune;

import dev.brisk.ScalingRule;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link BatchScalingCheck} is told.
 *
 * @param batchSize the base; 0 where it was not said
 * @param learningRate of the base
 */
record ScalingPlan(
    int batchSize,
    double learningRate,
    List<Integer> factors,
    ScalingRule rule,
    int epochs,
    int warmupEpochs,
    List<Long> seeds,
    int threads) {
  static final ScalingPlan OPEN =
      new ScalingPlan(
          0,
          0,
          List.of(2, 4, 8),
          ScalingRule.LINEAR,
          20,
          BatchChange.WARMUP_EPOCHS,
          Seeds.of(2, 0, 1, 2, 3, 4),
          1);

  ScalingPlan withBase(int size, double rate) {
    return new ScalingPlan(size, rate, factors, rule, epochs, warmupEpochs, seeds, threads);
  }

  ScalingPlan withFactors(List<Integer> other) {
    return new ScalingPlan(
        batchSize, learningRate, other, rule, epochs, warmupEpochs, seeds, threads);
  }

  ScalingPlan withRule(ScalingRule other) {
    return new ScalingPlan(
        batchSize, learningRate, factors, other, epochs, warmupEpochs, seeds, threads);
  }

  ScalingPlan withEpochs(int count) {
    return new ScalingPlan(
        batchSize, learningRate, factors, rule, count, warmupEpochs, seeds, threads);
  }

  ScalingPlan withWarmup(int count) {
    return new ScalingPlan(batchSize, learningRate, factors, rule, epochs, count, seeds, threads);
  }

  ScalingPlan withSeeds(List<Long> other) {
    return new ScalingPlan(
        batchSize, learningRate, factors, rule, epochs, warmupEpochs, other, threads);
  }

  ScalingPlan withThreads(int count) {
    return new ScalingPlan(
        batchSize, learningRate, factors, rule, epochs, warmupEpochs, seeds, count);
  }

  void requireComplete() {
    if (batchSize == 0) {
      throw new IllegalStateException("say what is right: base(batchSize, learningRate)");
    }
    if (epochs <= warmupEpochs) {
      throw new IllegalStateException(
          "epochs is "
              + epochs
              + ", expected more than the "
              + warmupEpochs
              + " of the warm-up, which are not compared");
    }
  }

  /** The batches to train with, the base first. */
  List<BatchChange> changes() {
    List<BatchChange> changes = new ArrayList<>();
    changes.add(change(batchSize));
    factors.forEach(factor -> changes.add(change(Math.multiplyExact(batchSize, factor))));
    return changes;
  }

  /** The share of its rate from which every run rises: for the largest batch, the base rate. */
  double startFactor() {
    List<BatchChange> changes = changes();
    return changes.get(changes.size() - 1).startFactor();
  }

  /** From the base to another number of examples. */
  BatchChange change(int examples) {
    return new BatchChange(batchSize, examples, rule);
  }
}
