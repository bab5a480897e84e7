package dev.brisk.progress;

import dev.brisk.runtime.FitListener;
import java.io.PrintStream;
import java.util.OptionalInt;

/**
 * Listeners that show how far a fit has come, how fast it is and how long it will take. Each is for
 * one fit at a time.
 *
 * <pre>{@code
 * trainer.fit(training, Fit.epochs(10).validation(heldOut).listener(Progress.onTerminal()));
 * }</pre>
 */
public final class Progress {
  private Progress() {}

  /**
   * To {@link System#err}: a bar if that is a terminal, else {@linkplain #lines lines}. What is
   * printed on the same terminal meanwhile, as by {@link dev.brisk.runtime.Fit#printTo}, stands in
   * the line of the bar. On Windows a terminal is only known as one where {@code
   * org.jline:jline-native} is on the class path.
   */
  public static FitListener onTerminal() {
    PrintStream err = System.err;
    OptionalInt width = TerminalWidth.ofStandardError();
    return width.isPresent() ? new BarListener(err, width.getAsInt()) : lines(err);
  }

  /**
   * Lines for a log: for each epoch that is complete, but not more than one in a second; within a
   * long epoch, every ten seconds; and one at the end.
   */
  public static FitListener lines(PrintStream out) {
    return new LineListener(out, System::nanoTime);
  }
}
