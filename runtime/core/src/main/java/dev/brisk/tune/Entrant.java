package dev.brisk.tune;

import java.util.List;

/** A candidate in a search, with a run for each seed. */
final class Entrant {
  private final Candidate candidate;
  private final List<? extends SeededRun<?>> runs;
  private boolean isStopped;

  Entrant(Candidate candidate, List<? extends SeededRun<?>> runs) {
    this.candidate = candidate;
    this.runs = List.copyOf(runs);
  }

  List<? extends SeededRun<?>> runs() {
    return runs;
  }

  void stop() {
    isStopped = true;
    runs.forEach(SeededRun::release);
  }

  boolean hasDiverged() {
    return runs.stream().anyMatch(SeededRun::hasDiverged);
  }

  /** What came of it so far. */
  Outcome outcome() {
    return new Outcome(
        candidate.learningRate(),
        runs.get(0).plan().batchSize(),
        runs.stream().map(SeededRun::value).toList(),
        runs.stream().mapToInt(SeededRun::epochs).min().orElseThrow(),
        status(),
        runs.stream().map(SeededRun::divergence).filter(d -> !d.isEmpty()).findFirst().orElse(""),
        runs.get(0).annotations());
  }

  private Outcome.Status status() {
    if (hasDiverged()) {
      return Outcome.Status.DIVERGED;
    }
    return isStopped ? Outcome.Status.STOPPED : Outcome.Status.COMPLETE;
  }
}
