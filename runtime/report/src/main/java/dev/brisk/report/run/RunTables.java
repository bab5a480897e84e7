package dev.brisk.report.run;

import dev.brisk.report.page.Block;
import dev.brisk.runtime.TrainingReport.Epoch;
import dev.brisk.text.Digits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables on a page of runs. A cell is empty where there is no such figure. */
final class RunTables {
  /** Epochs at either end of a run that are told, where there are more. */
  static final int SHOWN = 500;

  private static final int DIGITS = 6;
  private static final int FEW_DIGITS = 4;

  private final List<RunRecord> runs;
  private final List<String> metrics;
  private final boolean isValidated;

  RunTables(List<RunRecord> runs) {
    this.runs = runs;
    this.metrics = metrics(runs);
    this.isValidated =
        runs.stream()
            .flatMap(run -> run.epochs().stream())
            .anyMatch(epoch -> epoch.validationLoss().isPresent());
  }

  /** The names of all metrics of all runs, in the order in which they come. */
  static List<String> metrics(List<RunRecord> runs) {
    Set<String> names = new LinkedHashSet<>();
    runs.stream()
        .flatMap(run -> run.epochs().stream())
        .forEach(epoch -> names.addAll(epoch.validationMetrics().keySet()));
    return List.copyOf(names);
  }

  /** A row for each run: what it came to. */
  Block summary() {
    List<String> columns = new ArrayList<>(List.of("run", "ended", "epochs", "updates", "seconds"));
    columns.add("training loss");
    if (isValidated) {
      columns.addAll(List.of("validation loss", "best validation loss", "of epoch"));
    }
    columns.addAll(metrics);
    if (isAnyRestored()) {
      columns.add("weights of epoch");
    }
    return new Block.Table(columns, runs.stream().map(this::summary).toList());
  }

  private List<String> summary(RunRecord run) {
    List<String> cells = new ArrayList<>();
    int epochs = run.epochs().size();
    Optional<Epoch> last =
        epochs == 0 ? Optional.empty() : Optional.of(run.epochs().get(epochs - 1));
    cells.add(run.name());
    cells.add(run.ending());
    cells.add(Integer.toString(epochs));
    cells.add(last.map(epoch -> Long.toString(epoch.steps())).orElse("0"));
    cells.add(String.format(Locale.ROOT, "%.2f", run.duration().toNanos() / 1e9));
    cells.add(last.map(epoch -> figure(epoch.trainLoss(), FEW_DIGITS)).orElse(""));
    if (isValidated) {
      cells.add(last.map(epoch -> figure(epoch.validationLoss(), FEW_DIGITS)).orElse(""));
      cells.add(run.best().map(epoch -> figure(epoch.validationLoss(), FEW_DIGITS)).orElse(""));
      cells.add(run.best().map(epoch -> Integer.toString(epoch.epoch())).orElse(""));
    }
    metrics.forEach(
        name -> cells.add(last.map(epoch -> metric(epoch, name, FEW_DIGITS)).orElse("")));
    if (isAnyRestored()) {
      int kept = run.restoredEpoch().orElse(last.map(Epoch::epoch).orElse(0));
      cells.add(kept == 0 ? "" : Integer.toString(kept));
    }
    return cells;
  }

  private boolean isAnyRestored() {
    return runs.stream().anyMatch(run -> run.restoredEpoch().isPresent());
  }

  /** The epochs of the first run. */
  Block epochs() {
    List<String> columns = new ArrayList<>(List.of("epoch", "updates", "learning rate"));
    columns.add("training loss");
    if (isValidated) {
      columns.add("validation loss");
    }
    columns.addAll(metrics);
    List<Epoch> epochs = runs.get(0).epochs();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < epochs.size(); i++) {
      if (i < SHOWN || i >= epochs.size() - SHOWN) {
        rows.add(row(epochs.get(i)));
      } else if (i == SHOWN) {
        rows.add(Collections.nCopies(columns.size(), "..."));
      }
    }
    return new Block.Table(columns, rows);
  }

  private List<String> row(Epoch epoch) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(epoch.epoch()));
    cells.add(Long.toString(epoch.steps()));
    cells.add(figure(epoch.learningRate(), DIGITS));
    cells.add(figure(epoch.trainLoss(), DIGITS));
    if (isValidated) {
      cells.add(figure(epoch.validationLoss(), DIGITS));
    }
    metrics.forEach(name -> cells.add(metric(epoch, name, DIGITS)));
    return cells;
  }

  /** The phases of the first run. */
  Block phases() {
    return new Block.Table(
        List.of("phase", "from update", "to", "rate from", "to"),
        runs.get(0).phases().stream()
            .map(
                phase ->
                    List.of(
                        phase.kind().words(),
                        Long.toString((long) phase.from()),
                        Long.toString((long) phase.to()),
                        Digits.of(phase.fromRate()),
                        Digits.of(phase.toRate())))
            .toList());
  }

  /** What the monitors found. */
  Block findings() {
    return byRun(
        List.of("severity", "finding", "update", "evidence", "advice"),
        RunRecord::findings,
        found ->
            List.of(
                found.severity().name().toLowerCase(Locale.ROOT),
                found.id(),
                Long.toString(found.step()),
                found.evidence(),
                found.remedy()));
  }

  /** How often the runs were taken back. */
  Block recoveries() {
    return byRun(
        List.of("diverged at update", "reason", "back to update", "rate", "cut to"),
        RunRecord::recoveries,
        recovery ->
            List.of(
                Long.toString(recovery.step()),
                recovery.reason(),
                Long.toString(recovery.restoredStep()),
                Digits.of(recovery.fromRate()),
                Digits.of(recovery.toRate())));
  }

  /** A table of what runs have several of; says of which run, unless there is only one. */
  private <T> Block byRun(
      List<String> columns, Function<RunRecord, List<T>> several, Function<T, List<String>> cells) {
    boolean isOne = runs.size() == 1;
    List<List<String>> rows = new ArrayList<>();
    for (RunRecord run : runs) {
      for (T each : several.apply(run)) {
        rows.add(isOne ? cells.apply(each) : behind(run.name(), cells.apply(each)));
      }
    }
    return new Block.Table(isOne ? columns : behind("run", columns), rows);
  }

  private static List<String> behind(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }

  private static String metric(Epoch epoch, String name, int digits) {
    Double value = epoch.validationMetrics().get(name);
    return value == null ? "" : figure(value, digits);
  }

  private static String figure(OptionalDouble value, int digits) {
    return value.isPresent() ? figure(value.getAsDouble(), digits) : "";
  }

  private static String figure(double value, int digits) {
    return Digits.of(value, digits);
  }
}
