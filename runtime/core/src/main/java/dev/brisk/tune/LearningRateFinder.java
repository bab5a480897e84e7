package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds a learning rate by a short run in which the rate rises from step to step: while it is too
 * small the loss stays, then it falls, and when the rate is too large it rises. Where it falls well
 * is a rate to train with.
 *
 * <pre>{@code
 * FinderResult found = LearningRateFinder.on(trainer).run(examples);
 * System.out.println(found.plot());
 * System.out.println(found);
 * }</pre>
 *
 * <p>The trainer is brought back afterwards as it was, bit by bit, whatever is thrown; see {@link
 * Trial}. Where the curve has nothing to tell, {@link FinderResult#suggestion()} is empty and the
 * verdict says why. The same trainer, examples and options give the same result.
 *
 * <p>Source: Smith, "Cyclical Learning Rates for Training Neural Networks", 2017, section 3.3.
 *
 * <p>Immutable; every method gives another object.
 *
 * @param <E> the examples that the model's loss takes
 */
public final class LearningRateFinder<E extends Examples<E>> {
  private static final int DEFAULT_BATCH_SIZE = 32;

  private static final double LOWEST = 1e-7;
  private static final double HIGHEST = 1;

  /** How much further the range goes where nobody chose it and the loss still falls at its end. */
  private static final int FURTHER = 1000;

  private final LongFunction<? extends Trainer<E>> trainers;
  private double lowest = LOWEST;
  private double highest = HIGHEST;
  private boolean isOpen = true;
  private int steps = 100;
  private boolean isLinear;
  private int batchSize;
  private StopRule stop = StopRule.FIRST;
  private double factor = 4;
  private Smoothing smoothing = Smoothing.localRegression(0.15);
  private Suggestion rule = Suggestion.STEEPEST;
  private double leastFall = 0.15;
  private long[] seeds = {0, 1, 2};
  private @Nullable E held;

  private LearningRateFinder(LongFunction<? extends Trainer<E>> trainers) {
    this.trainers = trainers;
  }

  private LearningRateFinder(LearningRateFinder<E> other) {
    trainers = other.trainers;
    lowest = other.lowest;
    highest = other.highest;
    isOpen = other.isOpen;
    steps = other.steps;
    isLinear = other.isLinear;
    batchSize = other.batchSize;
    stop = other.stop;
    factor = other.factor;
    smoothing = other.smoothing;
    rule = other.rule;
    leastFall = other.leastFall;
    seeds = other.seeds;
    held = other.held;
  }

  /** A finder over the trainer's model as it is now. Seeds vary the order of examples. */
  public static <E extends Examples<E>> LearningRateFinder<E> on(Trainer<E> trainer) {
    return new LearningRateFinder<>(seed -> trainer);
  }

  /**
   * A finder over new trainers, one for each seed, which then varies the first weights too.
   *
   * @param trainers makes a trainer of a new model with that seed
   */
  public static <E extends Examples<E>> LearningRateFinder<E> on(
      LongFunction<? extends Trainer<E>> trainers) {
    return new LearningRateFinder<>(trainers);
  }

  /**
   * The first and the last rate. Without it they are 1e-7 and 1; if the loss still falls there, the
   * run is done again in the same ratio from step to step, as far as 1,000.
   *
   * @param lowest finite and above 0
   * @param highest finite and above {@code lowest}
   * @throws IllegalArgumentException if they are not
   */
  public LearningRateFinder<E> range(double lowest, double highest) {
    Limits.positive("lowest", lowest);
    Limits.above("highest", highest, "lowest, " + lowest, lowest);
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.lowest = lowest;
    next.highest = highest;
    next.isOpen = false;
    return next;
  }

  /**
   * The number of updates, each with a rate of its own; 100 without it.
   *
   * @param steps at least 3; fewer than ten are never enough for a suggestion
   * @throws IllegalArgumentException if there are fewer
   */
  public LearningRateFinder<E> steps(int steps) {
    Limits.atLeast("steps", steps, 3);
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.steps = steps;
    return next;
  }

  /** Rates rise by the same ratio from step to step, {@code lowest (highest / lowest)^(i / n)}. */
  public LearningRateFinder<E> exponential() {
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.isLinear = false;
    return next;
  }

  /** Rates rise by the same amount from step to step; without it they do by the same ratio. */
  public LearningRateFinder<E> linear() {
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.isLinear = true;
    return next;
  }

  /**
   * The examples of an update. Without it those of {@link dev.brisk.Training}, accumulated batches
   * included, or else 32. The rate that suits depends on it.
   *
   * @param examples at least 1; may be more than there are
   * @throws IllegalArgumentException if it is below 1
   */
  public LearningRateFinder<E> batchSize(int examples) {
    Limits.atLeast("batchSize", examples, 1);
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.batchSize = examples;
    return next;
  }

  /**
   * The loss at which the run ends; without it four times the first one. It always ends at a loss
   * or gradient that is not finite.
   *
   * @param factor of the loss that the rule names, finite and above 1
   * @throws IllegalArgumentException if it is not
   */
  public LearningRateFinder<E> stopAt(StopRule rule, double factor) {
    Limits.above("factor", factor, "1", 1);
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.stop = rule;
    next.factor = factor;
    return next;
  }

  /** How the losses are smoothed. */
  public LearningRateFinder<E> smoothing(Smoothing smoothing) {
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.smoothing = smoothing;
    return next;
  }

  /** The rule that makes the suggestion. */
  public LearningRateFinder<E> rule(Suggestion rule) {
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.rule = rule;
    return next;
  }

  /**
   * The share of the first loss that has to be learnt for a suggestion; 0.15 without it. Weights
   * that only come to rest at what the labels' frequencies give learn about half of that.
   *
   * @param share in (0, 1]
   * @throws IllegalArgumentException if it is not
   */
  public LearningRateFinder<E> leastFall(double share) {
    Limits.positiveShare("leastFall", share);
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.leastFall = share;
    return next;
  }

  /**
   * Looks at the loss of held-out examples after each update, in place of that of the batch before
   * it. It has no noise of batches, and costs a pass over those examples at every step.
   *
   * @param held at least one
   */
  public LearningRateFinder<E> validation(E held) {
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.held = held;
    return next;
  }

  /**
   * Runs once for each seed, and judges the mean of their curves; without it for three of them.
   * Each is one run without training, against which losses are measured, and one with it.
   *
   * @param seeds at least one
   * @throws IllegalArgumentException if there is none
   */
  public LearningRateFinder<E> seeds(long... seeds) {
    Limits.atLeast("the number of seeds", seeds.length, 1);
    LearningRateFinder<E> next = new LearningRateFinder<>(this);
    next.seeds = seeds.clone();
    return next;
  }

  /**
   * Runs on the examples and judges what came out. What the trainer throws, other than of losses
   * and gradients that are not finite, comes out when it is brought back.
   *
   * @throws IllegalStateException within {@link Trainer#withAveragedWeights}
   */
  public FinderResult run(E examples) {
    return run(trainer -> new LocalSteps<>(trainer, examples));
  }

  /**
   * As {@link #run(Examples)}, by steps that are done elsewhere, such as over examples in other
   * processes.
   *
   * @param steps from a trainer, which is that of a seed, to its steps
   * @throws IllegalStateException within {@link Trainer#withAveragedWeights}
   */
  public FinderResult run(Function<? super Trainer<E>, ? extends FinderSteps> steps) {
    Trainer<E> trainer = trainers.apply(seeds[0]);
    int size = updateSize(trainer);
    Curves curves = curves(trainer, steps, size);
    if (isOpen && curves.isLowestAtEdge()) {
      curves = further().curves(trainer, steps, size);
    }
    return FinderResult.of(curves, rule, leastFall, rate -> trainer.annotationFor(rate, size));
  }

  private LearningRateFinder<E> further() {
    double ratio = Math.log(highest / lowest) / (steps - 1);
    int more = isLinear ? 0 : (int) Math.round(Math.log(FURTHER) / ratio);
    return range(lowest, highest * FURTHER).steps(steps + more);
  }

  /**
   * @param first the trainer of the first seed
   * @param size of an update
   */
  private Curves curves(
      Trainer<E> first, Function<? super Trainer<E>, ? extends FinderSteps> steps, int size) {
    double[] rates = rates();
    List<Sweep> sweeps = new ArrayList<>();
    for (int k = 0; k < seeds.length; k++) {
      Trainer<E> trainer = k == 0 ? first : trainers.apply(seeds[k]);
      ShortRun<E> run = new ShortRun<>(trainer, steps.apply(trainer), size, seeds[k], held);
      sweeps.add(run.sweep(rates, stop, factor));
    }
    return Curves.of(seeds, rates, sweeps, smoothing, factor);
  }

  private int updateSize(Trainer<E> trainer) {
    long declared = trainer.declaredRun().examplesPerUpdate();
    if (batchSize > 0) {
      return batchSize;
    }
    return declared == 0 ? DEFAULT_BATCH_SIZE : (int) Math.min(declared, Integer.MAX_VALUE);
  }

  private double[] rates() {
    double[] rates = new double[steps];
    for (int i = 0; i < steps; i++) {
      double part = (double) i / (steps - 1);
      rates[i] =
          isLinear ? lowest + part * (highest - lowest) : lowest * Math.pow(highest / lowest, part);
    }
    rates[steps - 1] = highest;
    return rates;
  }
}
