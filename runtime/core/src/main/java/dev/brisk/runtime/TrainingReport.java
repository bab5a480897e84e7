package dev.brisk.runtime;

import dev.brisk.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What came out of a {@link Trainer#fit}.
 *
 * @param epochs all epochs of this trainer so far, those of earlier fits first; at least one
 * @param duration the time that this fit took, validation included
 * @param findings what the monitor of this fit has found so far; none without a monitor
 * @param recoveries how often this fit had diverged and was taken back, in order; see {@link
 *     dev.brisk.OnDivergence}
 * @param end why this fit ended
 * @param restoredEpoch the number of the epoch that the trainer was brought back to at the end, if
 *     it was; see {@link EarlyStopping}
 */
public record TrainingReport(
    List<Epoch> epochs,
    Duration duration,
    List<Finding> findings,
    List<Recovery> recoveries,
    End end,
    OptionalInt restoredEpoch) {
  /** Copies the lists. */
  public TrainingReport {
    epochs = List.copyOf(epochs);
    findings = List.copyOf(findings);
    recoveries = List.copyOf(recoveries);
    if (epochs.isEmpty()) {
      throw new IllegalArgumentException("epochs is empty, expected at least 1");
    }
  }

  /** Of a fit that is complete. */
  public TrainingReport(
      List<Epoch> epochs, Duration duration, List<Finding> findings, List<Recovery> recoveries) {
    this(epochs, duration, findings, recoveries, End.COMPLETE, OptionalInt.empty());
  }

  /** Of a fit that is complete, was not monitored, and not taken back. */
  public TrainingReport(List<Epoch> epochs, Duration duration) {
    this(epochs, duration, List.of(), List.of());
  }

  /** The last epoch. */
  public Epoch last() {
    return epochs.get(epochs.size() - 1);
  }

  /** The number of updates that the trainer had done when the last epoch was complete. */
  public long steps() {
    return last().steps();
  }

  /**
   * Writes the epochs as comma-separated values: a header, then a line each, every number exact.
   * The columns are {@code epoch}, {@code steps}, {@code learningRate}, {@code trainLoss}, {@code
   * validationLoss} and each metric by its name; a cell is empty where there was no such figure. In
   * UTF-8, in place of a file that may be there.
   *
   * @throws IOException if it cannot be written; what was there before is as it was
   */
  public void writeCsv(Path file) throws IOException {
    EpochLines.csv(epochs).write(file);
  }

  /**
   * Writes the epochs as JSON lines: an object on each line, every number exact.
   *
   * <pre>{@code
   * {"epoch":2,"steps":200,"learningRate":0.001,"trainLoss":0.5,"validationLoss":0.75,"validationMetrics":{"accuracy":0.875}}
   * }</pre>
   *
   * <p>The last two are left out of an epoch without validation. JSON has no numbers that are not
   * finite; {@code null} stands for them. In UTF-8, in place of a file that may be there.
   *
   * @throws IOException if it cannot be written; what was there before is as it was
   */
  public void writeJsonLines(Path file) throws IOException {
    WholeFile.write(file, EpochLines.json(epochs));
  }

  /**
   * Writes a page to look at, one file of HTML that needs nothing else: the curves and the table of
   * the epochs, what was found, and what was recovered from. It takes {@code brisk-report} on the
   * class path; there, a {@code RunRecorder} adds what happened from one update to the next.
   *
   * @throws IllegalStateException if that artifact is not there
   * @throws IOException if the file cannot be written; what was there before is as it was
   */
  public void html(Path file) throws IOException {
    HtmlReport.installed().write(this, file);
  }

  /**
   * A table, one line per epoch; then why the fit ended, what was recovered from, and what was
   * found.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(EpochTable.of(epochs));
    text.append(
        String.format(
            Locale.ROOT, "%d steps; this fit took %.3f s", steps(), duration.toNanos() / 1e9));
    if (end != End.COMPLETE) {
      text.append("; ").append(end.words());
    }
    restoredEpoch.ifPresent(epoch -> text.append("; brought back to epoch ").append(epoch));
    recoveries.forEach(recovery -> text.append('\n').append(recovery));
    findings.forEach(finding -> text.append('\n').append(finding));
    return text.toString();
  }

  /**
   * One pass over the examples.
   *
   * @param epoch its number, counted from 1 over the life of the trainer
   * @param steps the number of updates that the trainer had done when it was complete
   * @param learningRate the rate of its last update
   * @param trainLoss the mean over its examples of the loss, each before its own batch's update
   * @param validationLoss the mean loss of the held-out examples afterwards, if there are any
   * @param validationMetrics the metrics of the held-out examples by name, in source order;
   *     unmodifiable, empty if there are no such examples
   */
  public record Epoch(
      int epoch,
      long steps,
      double learningRate,
      double trainLoss,
      OptionalDouble validationLoss,
      Map<String, Double> validationMetrics) {
    /** Copies the map. */
    public Epoch {
      validationMetrics = Collections.unmodifiableMap(new LinkedHashMap<>(validationMetrics));
    }
  }
}
