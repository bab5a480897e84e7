package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Tries every learning rate with every size of batch:
 *
 * <pre>{@code
 * SearchResult result =
 *     GridSearch.on(seed -> new DigitsTrainer(new Digits(), seed))
 *         .ratesBetween(1e-3, 10, 9)
 *         .batchSizes(16, 32, 64)
 *         .epochs(30)
 *         .seeds(0, 1, 2)
 *         .halving(3)
 *         .threads(4)
 *         .run(training, heldOut);
 * System.out.println(result);
 * }</pre>
 *
 * @param <E> the examples that the model's loss takes
 */
public final class GridSearch<E extends Examples<E>> extends Search<E, GridSearch<E>> {
  private final List<Double> rates;

  private GridSearch(Settings<E> settings, List<Double> rates) {
    super(settings);
    this.rates = rates;
  }

  /**
   * A search with trainers that are made when they are needed, by one thread at a time.
   *
   * @param trainers from a seed to a new trainer, with a new model of its own
   */
  public static <E extends Examples<E>> GridSearch<E> on(
      LongFunction<? extends Trainer<E>> trainers) {
    return new GridSearch<>(Settings.of(trainers), List.of());
  }

  /**
   * The rates to try.
   *
   * @param rates at least one, each finite and above 0
   * @throws IllegalArgumentException if there is none, or one is not such a number
   */
  public GridSearch<E> rates(double... rates) {
    Limits.atLeast("the number of rates", rates.length, 1);
    Arrays.stream(rates).forEach(rate -> Limits.positive("a rate", rate));
    return new GridSearch<>(settings(), Arrays.stream(rates).sorted().distinct().boxed().toList());
  }

  /**
   * Rates to try whose logarithms are evenly spaced, {@code low (high / low)^(i / (count - 1))}.
   * Those between the ends are rounded to as few digits, two at least, as keep them apart.
   *
   * @param low the lowest, finite and above 0
   * @param high the highest, above {@code low}
   * @param count at least 2
   * @throws IllegalArgumentException if one of them is not such a number
   */
  public GridSearch<E> ratesBetween(double low, double high, int count) {
    LogSpace.requireRange(low, high);
    Limits.atLeast("count", count, 2);
    return new GridSearch<>(settings(), LogSpace.grid(low, high, count));
  }

  @Override
  GridSearch<E> with(Settings<E> settings) {
    return new GridSearch<>(settings, rates);
  }

  @Override
  List<Candidate> candidates(List<Integer> batchSizes) {
    if (rates.isEmpty()) {
      throw new IllegalStateException("say which rates to try: rates(...) or ratesBetween(...)");
    }
    List<Candidate> candidates = new ArrayList<>();
    for (double rate : rates) {
      batchSizes.forEach(size -> candidates.add(new Candidate(rate, size)));
    }
    return candidates;
  }
}
