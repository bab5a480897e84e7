package dev.brisk.progress;

import java.io.IOException;
import java.util.OptionalInt;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;

/** Whether there is a terminal, and how wide it is. */
final class TerminalWidth {
  /** Of a terminal that does not tell, or cannot be as narrow as it says. */
  private static final int USUAL = 80;

  private static final int NARROWEST = 10;

  private TerminalWidth() {}

  /**
   * The columns of the terminal that the process writes its errors to; empty if that is none.
   *
   * <p>The terminal is asked here, without a hand on its signals, and not by the library that draws
   * the bar: that one takes Ctrl-C away from the virtual machine, whose shutdown hooks then never
   * run.
   */
  static OptionalInt ofStandardError() {
    try (Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .systemOutput(SystemOutput.SysErr)
            .nativeSignals(false)
            .dumb(true)
            .build()) {
      if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
        return OptionalInt.empty();
      }
      return OptionalInt.of(terminal.getWidth() < NARROWEST ? USUAL : terminal.getWidth());
    } catch (IOException e) {
      // A terminal that cannot be asked is not one to draw on.
      return OptionalInt.empty();
    }
  }
}
