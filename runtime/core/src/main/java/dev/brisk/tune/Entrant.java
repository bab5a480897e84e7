package dev.brisk.tune;

import java.util.List;

/** A candidate in a search, with a run for each seed. */
final class Entrant {
  private final double learningRate;
  private final List<SearchRun> runs;
  private List<RunProgress> progress = List.of();
  private boolean isStopped;

  /**
   * @param runs of one candidate, in the order of their seeds
   */
  Entrant(List<SearchRun> runs) {
    this.learningRate = runs.get(0).candidate().learningRate();
    this.runs = List.copyOf(runs);
  }

  List<SearchRun> runs() {
    return runs;
  }

  /** Takes note of how far its runs have come. */
  void progress(List<RunProgress> ofRuns) {
    progress = List.copyOf(ofRuns);
  }

  void stop() {
    isStopped = true;
  }

  boolean hasDiverged() {
    return progress.stream().anyMatch(RunProgress::hasDiverged);
  }

  /** What came of it so far. */
  Outcome outcome() {
    return new Outcome(
        learningRate,
        progress.get(0).batchSize(),
        progress.stream().map(RunProgress::value).toList(),
        progress.stream().mapToInt(RunProgress::epochs).min().orElseThrow(),
        status(),
        progress.stream()
            .filter(RunProgress::hasDiverged)
            .map(RunProgress::divergence)
            .findFirst()
            .orElse(""),
        progress.get(0).annotations());
  }

  private Outcome.Status status() {
    if (hasDiverged()) {
      return Outcome.Status.DIVERGED;
    }
    return isStopped ? Outcome.Status.STOPPED : Outcome.Status.COMPLETE;
  }
}
