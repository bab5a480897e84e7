package dev.brisk.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {
  /** Tests run in a process whose streams are pipes. */
  @Test
  void withoutATerminalThereAreLines() {
    assertThat(TerminalWidth.ofStandardError()).isEmpty();
    assertThat(Progress.onTerminal()).isInstanceOf(LineListener.class);
  }
}
