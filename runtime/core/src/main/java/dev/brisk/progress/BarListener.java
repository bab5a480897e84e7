package dev.brisk.progress;

import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Draws a bar over the updates of a fit, in a thread of the library's own. */
final class BarListener implements FitListener {
  private static final int MILLIS = 250;

  /** Columns for the bar itself, counts, and times; the rest is for words. */
  private static final int BAR = 55;

  private final PrintStream out;
  private final int width;
  private @Nullable ProgressBar bar;
  private long firstStep;
  private long lastText;
  private String validation = "";

  /**
   * @param width columns of the terminal
   */
  BarListener(PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public void began(FitProgress progress) {
    close();
    firstStep = progress.step();
    validation = "";
    bar =
        new ProgressBarBuilder()
            .setInitialMax(progress.lastStep() - firstStep)
            .setUpdateIntervalMillis(MILLIS)
            .setStyle(ProgressBarStyle.ASCII)
            // The last column is left free: some terminals break the line after it.
            .setConsumer(new Drawn(out, width - 1))
            .build();
  }

  @Override
  public void updated(FitProgress progress) {
    if (bar != null) {
      bar.stepTo(progress.step() - firstStep);
      long now = System.nanoTime();
      if (now - lastText >= MILLIS * 1_000_000L) {
        lastText = now;
        describe(bar, progress);
      }
    }
  }

  @Override
  public void completed(FitProgress progress, Epoch epoch) {
    validation = ProgressText.validation(epoch);
    if (bar != null) {
      describe(bar, progress);
    }
  }

  private void describe(ProgressBar shown, FitProgress progress) {
    String text = ProgressText.epoch(progress) + ", " + ProgressText.figures(progress);
    boolean fits = text.length() + validation.length() <= width - BAR;
    shown.setExtraMessage(fits ? text + validation : text);
  }

  @Override
  public void ended(FitProgress progress, TrainingReport report) {
    close();
  }

  @Override
  public void failed(FitProgress progress, Throwable reason) {
    close();
  }

  /** Draws the bar for the last time. The library would swallow an interrupt of the thread. */
  private void close() {
    if (bar != null) {
      boolean isInterrupted = Thread.interrupted();
      bar.close();
      bar = null;
      out.print("\n");
      out.flush();
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Leaves the end of the line to us: the library forgets it where a fit is over at once. */
  private static final class Drawn extends ConsoleProgressBarConsumer {
    Drawn(PrintStream out, int length) {
      super(out, length);
    }

    @Override
    public void close() {
      // Nothing is to be released.
    }
  }
}
