package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trains on threads of this process. Runs that go on are kept from one call to the next. */
final class LocalRuns<E extends Examples<E>> implements SearchRunner, AutoCloseable {
  private final Trainers<E> trainers;
  private final E training;
  private final E validation;
  private final Workers workers;
  private final Map<SearchRun, SeededRun<E>> kept = new HashMap<>();

  LocalRuns(Settings<E> settings, E training, E validation) {
    this.trainers = new Trainers<>(settings.trainers());
    this.training = training;
    this.validation = validation;
    this.workers = new Workers(settings.threads());
  }

  @Override
  public List<RunProgress> train(List<SearchRun> runs, int upTo) {
    kept.keySet().retainAll(runs);
    List<SeededRun<E>> wanted = runs.stream().map(this::kept).toList();
    workers.all(wanted.stream().map(run -> (Runnable) () -> run.trainTo(upTo)).toList());
    return wanted.stream().map(SeededRun::progress).toList();
  }

  private SeededRun<E> kept(SearchRun run) {
    return kept.computeIfAbsent(
        run, begun -> new SeededRun<>(begun, trainers, training, validation));
  }

  @Override
  public void close() {
    workers.close();
  }
}
