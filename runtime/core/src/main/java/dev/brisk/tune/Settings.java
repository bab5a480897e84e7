package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What every search is told.
 *
 * @param batchSizes none for the declared one
 * @param epochs 0 for the declared ones
 */
record Settings<E extends Examples<E>>(
    LongFunction<? extends Trainer<E>> trainers,
    List<Integer> batchSizes,
    int epochs,
    List<Long> seeds,
    Objective objective,
    Halving halving,
    int threads) {
  static <E extends Examples<E>> Settings<E> of(LongFunction<? extends Trainer<E>> trainers) {
    return new Settings<>(trainers, List.of(), 0, List.of(0L), Objective.LOSS, Halving.NONE, 1);
  }

  Settings<E> withBatchSizes(List<Integer> sizes) {
    return new Settings<>(trainers, sizes, epochs, seeds, objective, halving, threads);
  }

  Settings<E> withEpochs(int count) {
    return new Settings<>(trainers, batchSizes, count, seeds, objective, halving, threads);
  }

  Settings<E> withSeeds(List<Long> other) {
    return new Settings<>(trainers, batchSizes, epochs, other, objective, halving, threads);
  }

  Settings<E> withObjective(Objective other) {
    return new Settings<>(trainers, batchSizes, epochs, seeds, other, halving, threads);
  }

  Settings<E> withHalving(Halving other) {
    return new Settings<>(trainers, batchSizes, epochs, seeds, objective, other, threads);
  }

  Settings<E> withThreads(int count) {
    return new Settings<>(trainers, batchSizes, epochs, seeds, objective, halving, count);
  }

  /** The sizes of batches to try; 0 stands for the declared one. */
  List<Integer> sizes() {
    return batchSizes.isEmpty() ? List.of(0) : batchSizes;
  }

  /** The run of a candidate with a seed. */
  SearchRun run(Candidate candidate, long seed) {
    return new SearchRun(candidate, seed, epochs, objective);
  }
}
