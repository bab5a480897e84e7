package dev.brisk.progress;

import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints lines, few enough for a log. */
final class LineListener implements FitListener {
  private static final long SECOND = 1_000_000_000;

  /** Between two lines within an epoch. */
  private static final long WITHIN_EPOCH = 10 * SECOND;

  private final PrintStream out;
  private final LongSupplier clock;
  private long lastLine;
  private boolean isFirst;

  /**
   * @param clock in nanoseconds
   */
  LineListener(PrintStream out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void began(FitProgress progress) {
    lastLine = clock.getAsLong();
    isFirst = true;
  }

  @Override
  public void updated(FitProgress progress) {
    boolean isWithin = progress.examples() < progress.examplesOfEpoch();
    if (isWithin && clock.getAsLong() - lastLine >= WITHIN_EPOCH) {
      print(progress, "");
    }
  }

  @Override
  public void completed(FitProgress progress, Epoch epoch) {
    if (isFirst || isLast(progress) || clock.getAsLong() - lastLine >= SECOND) {
      print(progress, ProgressText.validation(epoch));
      isFirst = false;
    }
  }

  private static boolean isLast(FitProgress progress) {
    return progress.epoch() == progress.lastEpoch();
  }

  private void print(FitProgress progress, String more) {
    StringBuilder line = new StringBuilder(ProgressText.epoch(progress));
    line.append(", ").append(ProgressText.step(progress));
    line.append(", ").append(ProgressText.figures(progress)).append(more);
    progress
        .remaining()
        .filter(left -> !left.isZero())
        .ifPresent(left -> line.append(", ").append(ProgressText.time(left)).append(" left"));
    println(line);
    lastLine = clock.getAsLong();
  }

  @Override
  public void ended(FitProgress progress, TrainingReport report) {
    String end = report.end().name().toLowerCase(Locale.ROOT);
    String time = ProgressText.time(progress.elapsed());
    println(
        end
            + " after "
            + report.steps()
            + " steps, "
            + time
            + ProgressText.validation(report.last()));
  }

  @Override
  public void failed(FitProgress progress, Throwable reason) {
    println("failed in " + ProgressText.epoch(progress) + ", " + ProgressText.step(progress));
  }

  /** The same line feed on every platform, as all that a report prints. */
  private void println(CharSequence line) {
    out.print(line + "\n");
    out.flush();
  }
}
