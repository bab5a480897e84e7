package dev.brisk.tune;

import dev.brisk.ScalingRule;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Measures how far a rule for large batches holds: trains with the batch and the rate that are
 * right, and with {@code k} times the batch and the rate that the rule gives, after a gradual
 * warm-up, and compares the losses after each epoch, when both have seen as many examples:
 *
 * <pre>{@code
 * BatchScalingReport report =
 *     BatchScalingCheck.on(seed -> new DigitsTrainer(new Digits(), seed))
 *         .base(16, 0.05)
 *         .times(2, 4, 8, 16)
 *         .epochs(30)
 *         .run(training);
 * System.out.println(report);
 * }</pre>
 *
 * <p>It is the rule that is measured and nothing else. The model's own schedules are not asked: the
 * rate rises along a line over the epochs of the warm-up, and then stays. All runs rise alike, the
 * base too, from that share of their rates which is the base rate for the largest batch, as in
 * {@link BatchChange#startFactor}: else the curves would part because one was held back. With the
 * same seed, runs begin with the same weights and take the examples in the same order. Where the
 * last batch of an epoch is short, its rate is the rule's for its own number of examples.
 *
 * <p>Immutable; every method gives another object. The same comes out for every number of threads.
 *
 * @param <E> the examples that the model's loss takes
 */
public final class BatchScalingCheck<E extends Examples<E>> {
  private final LongFunction<? extends Trainer<E>> trainers;
  private final ScalingPlan plan;

  private BatchScalingCheck(LongFunction<? extends Trainer<E>> trainers, ScalingPlan plan) {
    this.trainers = trainers;
    this.plan = plan;
  }

  /**
   * A check with trainers that are made when they are needed, by one thread at a time.
   *
   * @param trainers from a seed to a new trainer, with a new model of its own
   */
  public static <E extends Examples<E>> BatchScalingCheck<E> on(
      LongFunction<? extends Trainer<E>> trainers) {
    return new BatchScalingCheck<>(trainers, ScalingPlan.OPEN);
  }

  /**
   * What is right: a number of examples of an update, and its learning rate.
   *
   * @param batchSize at least 1
   * @param learningRate finite and above 0
   * @throws IllegalArgumentException if one of them is not such a number
   */
  public BatchScalingCheck<E> base(int batchSize, double learningRate) {
    Limits.atLeast("batchSize", batchSize, 1);
    Limits.positive("learningRate", learningRate);
    return with(plan.withBase(batchSize, learningRate));
  }

  /**
   * By what to multiply the batch; 2, 4 and 8 without it.
   *
   * @param factors at least one, each at least 2
   * @throws IllegalArgumentException if there is none, or one is below 2
   */
  public BatchScalingCheck<E> times(int... factors) {
    Limits.atLeast("the number of factors", factors.length, 1);
    Arrays.stream(factors).forEach(factor -> Limits.atLeast("a factor", factor, 2));
    return with(plan.withFactors(IntStream.of(factors).sorted().distinct().boxed().toList()));
  }

  /** The rule to check; the linear one without it. */
  public BatchScalingCheck<E> rule(ScalingRule rule) {
    return with(plan.withRule(rule));
  }

  /**
   * The epochs of each run; 20 without it. More than those of the warm-up are needed.
   *
   * @throws IllegalArgumentException if {@code epochs} is below 1
   */
  public BatchScalingCheck<E> epochs(int epochs) {
    Limits.atLeast("epochs", epochs, 1);
    return with(plan.withEpochs(epochs));
  }

  /**
   * The epochs in which rates rise; five without it, as in {@link BatchChange#warmupSteps}. They
   * are not compared.
   *
   * @param epochs at least 0
   * @throws IllegalArgumentException if {@code epochs} is below 0
   */
  public BatchScalingCheck<E> warmupEpochs(int epochs) {
    Limits.atLeast("warmupEpochs", epochs, 0);
    return with(plan.withWarmup(epochs));
  }

  /**
   * Seeds with which to train at each batch; 0 to 4 without it.
   *
   * @param seeds at least two, as what seeds make of it is the measure
   * @throws IllegalArgumentException if there are fewer, or one is there twice
   */
  public BatchScalingCheck<E> seeds(long... seeds) {
    return with(plan.withSeeds(Seeds.of(2, seeds)));
  }

  /**
   * The number of runs that are trained side by side, one without it.
   *
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public BatchScalingCheck<E> threads(int count) {
    Limits.atLeast("threads", count, 1);
    return with(plan.withThreads(count));
  }

  private BatchScalingCheck<E> with(ScalingPlan other) {
    return new BatchScalingCheck<>(trainers, other);
  }

  /**
   * Trains with every batch and seed, and compares.
   *
   * @param examples to train on, and to take the losses of after each epoch
   * @throws IllegalStateException if the base is not known, or no epoch follows the warm-up
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it still is
   *     then. Epochs that are under way are finished first
   */
  public BatchScalingReport run(E examples) {
    plan.requireComplete();
    Trainers<E> made = new Trainers<>(trainers);
    List<Runnable> work = new ArrayList<>();
    List<List<ScaledRun<E>>> runs = new ArrayList<>();
    for (BatchChange change : plan.changes()) {
      List<ScaledRun<E>> ofBatch =
          plan.seeds().stream()
              .map(seed -> new ScaledRun<>(plan, change, seed, made, examples))
              .toList();
      runs.add(ofBatch);
      work.addAll(ofBatch);
    }
    try (Workers workers = new Workers(plan.threads())) {
      workers.all(work);
    }
    List<LossCurves> curves = runs.stream().map(ScaledRun::curves).toList();
    return new BatchScalingReport(
        plan.rule(),
        examples.size(),
        plan.warmupEpochs(),
        plan.seeds(),
        curves.get(0),
        curves.subList(1, curves.size()));
  }
}
