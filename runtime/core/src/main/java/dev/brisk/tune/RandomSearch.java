package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * Draws learning rates, their logarithms evenly between two bounds, and with each a size of batch.
 * Of several settings of which some hardly matter it tries more values of the others than a grid
 * does (Bergstra and Bengio, "Random Search for Hyper-Parameter Optimization", 2012):
 *
 * <pre>{@code
 * SearchResult result =
 *     RandomSearch.on(seed -> new DigitsTrainer(new Digits(), seed))
 *         .ratesBetween(1e-3, 10)
 *         .batchSizes(16, 32, 64)
 *         .candidates(27)
 *         .halving(3)
 *         .run(training, heldOut);
 * }</pre>
 *
 * @param <E> the examples that the model's loss takes
 */
public final class RandomSearch<E extends Examples<E>> extends Search<E, RandomSearch<E>> {
  private static final Drawing NOTHING = new Drawing(0, 0, 20, 0);

  private final Drawing drawing;

  private RandomSearch(Settings<E> settings, Drawing drawing) {
    super(settings);
    this.drawing = drawing;
  }

  /**
   * A search with trainers that are made when they are needed, by one thread at a time.
   *
   * @param trainers from a seed to a new trainer, with a new model of its own
   */
  public static <E extends Examples<E>> RandomSearch<E> on(
      LongFunction<? extends Trainer<E>> trainers) {
    return new RandomSearch<>(Settings.of(trainers), NOTHING);
  }

  /**
   * The bounds of the rates, which are rounded to two digits.
   *
   * @param low finite and above 0
   * @param high above {@code low}
   * @throws IllegalArgumentException if one of them is not such a number
   */
  public RandomSearch<E> ratesBetween(double low, double high) {
    LogSpace.requireRange(low, high);
    return new RandomSearch<>(settings(), new Drawing(low, high, drawing.count(), drawing.seed()));
  }

  /**
   * How many candidates to draw; 20 without it. More of them begin with those of fewer.
   *
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public RandomSearch<E> candidates(int count) {
    Limits.atLeast("candidates", count, 1);
    return new RandomSearch<>(
        settings(), new Drawing(drawing.low(), drawing.high(), count, drawing.seed()));
  }

  /** What candidates are drawn by; 0 without it. It has nothing to do with the trainers' seeds. */
  public RandomSearch<E> drawnBy(long seed) {
    return new RandomSearch<>(
        settings(), new Drawing(drawing.low(), drawing.high(), drawing.count(), seed));
  }

  @Override
  RandomSearch<E> with(Settings<E> settings) {
    return new RandomSearch<>(settings, drawing);
  }

  @Override
  List<Candidate> candidates(List<Integer> batchSizes) {
    if (drawing.high() == 0) {
      throw new IllegalStateException("say which rates to try: ratesBetween(low, high)");
    }
    SplittableRandom random = new SplittableRandom(drawing.seed());
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < drawing.count(); i++) {
      double rate = LogSpace.drawn(drawing.low(), drawing.high(), random.nextDouble());
      candidates.add(new Candidate(rate, batchSizes.get(random.nextInt(batchSizes.size()))));
    }
    return candidates;
  }

  /**
   * How candidates are drawn.
   *
   * @param high 0 where the rates are not known yet
   */
  private record Drawing(double low, double high, int count, long seed) {}
}
