package dev.brisk.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPageTest {
  @TempDir private Path folder;

  private final RunRecorder recorder = new RunRecorder("</title><script>steal()</script>");

  @Test
  void aReportWritesItsPage() throws IOException {
    TrainingReport report =
        new Slope().fit(Slope.points(100), Fit.epochs(2).validation(Slope.points(7)));
    Path file = folder.resolve("report.html");
    report.html(file);
    assertThat(Files.readString(file))
        .startsWith("<!")
        .contains("Loss by epoch", "rootLoss", "validation loss");
  }

  @Test
  void aRunWritesItsPageWhateverItsName() throws IOException {
    new Slope().fit(Slope.points(100), recorder.watching(Fit.epochs(2)));
    Path file = folder.resolve("run.html");
    recorder.run().html(file);
    assertThat(Files.readString(file))
        .contains("Update-to-weight ratio", "warm-up", "@Warmup(steps")
        .doesNotContain("<script>steal()");
  }

  @Test
  void whatCannotBeWrittenIsSaid() {
    TrainingReport report = new Slope().fit(Slope.points(100), Fit.epochs(1));
    assertThatThrownBy(() -> report.html(folder.resolve("nowhere/report.html")))
        .isInstanceOf(IOException.class);
  }
}
