package dev.brisk.tune;

import java.util.List;

/**
 * Trains the runs of a {@link Search}, wherever trainers and examples are; see {@link
 * Search#run(SearchRunner)}.
 */
@FunctionalInterface
public interface SearchRunner {
  /**
   * Trains each run until so many epochs are complete, or it has diverged: from the beginning, by
   * {@link SearchRun#train}, or on from where it was, which comes to the same.
   *
   * @param runs at least one
   * @param upTo epochs, at least 0, and more than in the call before
   * @return how far they have come, in the same order
   */
  List<RunProgress> train(List<SearchRun> runs, int upTo);
}
