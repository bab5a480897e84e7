package dev.brisk.report.run;

import dev.brisk.report.page.HtmlPage;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Recovery;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a run when it is over, or has come so far.
 *
 * @param name by which it is told from others on a page
 * @param configuration that it went by, a line each; empty if it is not known
 * @param machine that it ran on, a line each
 * @param curves by update
 * @param epochs all of its trainer, those of earlier fits first
 * @param findings of its monitor
 * @param recoveries how often it was taken back
 * @param ending why it ended, in words
 * @param duration that it took
 * @param restoredEpoch the epoch that it was brought back to at its end, if it was
 */
public record RunRecord(
    String name,
    List<String> configuration,
    List<String> machine,
    Curves curves,
    List<Epoch> epochs,
    List<Finding> findings,
    List<Recovery> recoveries,
    String ending,
    Duration duration,
    OptionalInt restoredEpoch) {
  /** Copies the lists. */
  public RunRecord {
    configuration = List.copyOf(configuration);
    machine = List.copyOf(machine);
    epochs = List.copyOf(epochs);
    findings = List.copyOf(findings);
    recoveries = List.copyOf(recoveries);
  }

  /**
   * What was measured at every update.
   *
   * @param loss the mean over the examples of an update, before it
   * @param learningRate that the update used
   * @param gradientNorm the norm of the gradient of all parameters, before clipping
   * @param updateRatio the norm of the change of all parameters over that of themselves
   */
  public record Curves(Curve loss, Curve learningRate, Curve gradientNorm, Curve updateRatio) {
    /** None recorded. */
    static Curves none(String name) {
      Curve none = Curve.none(name);
      return new Curves(none, none, none, none);
    }
  }

  /** What a report tells of a run, which is nothing by update. */
  public static RunRecord of(String name, TrainingReport report) {
    return new RunRecord(
        name,
        List.of(),
        Machine.lines(),
        Curves.none(name),
        report.epochs(),
        report.findings(),
        report.recoveries(),
        report.end().words(),
        report.duration(),
        report.restoredEpoch());
  }

  /** What the learning rate did, told from the rates of the updates. */
  public List<Phase> phases() {
    return Phases.of(curves.learningRate().points());
  }

  /**
   * The epoch with the least validation loss, if one is finite; the first of those that have it.
   */
  public Optional<Epoch> best() {
    return epochs.stream()
        .filter(epoch -> Double.isFinite(epoch.validationLoss().orElse(Double.NaN)))
        .min(Comparator.comparingDouble(epoch -> epoch.validationLoss().getAsDouble()));
  }

  /**
   * Writes a page of this run alone to a file, in place of one that may be there. Several are
   * compared by {@code HtmlPage.write(RunPage.of(one, other), file)}.
   *
   * @throws IOException if it cannot be written; what was there before is as it was
   */
  public void html(Path file) throws IOException {
    HtmlPage.write(RunPage.of(this), file);
  }

  /** The same run by another name. */
  RunRecord named(String other) {
    return new RunRecord(
        other,
        configuration,
        machine,
        curves,
        epochs,
        findings,
        recoveries,
        ending,
        duration,
        restoredEpoch);
  }
}
