package dev.brisk.report.run;

import dev.brisk.report.page.HtmlPage;
import dev.brisk.runtime.HtmlReport;
import dev.brisk.runtime.TrainingReport;
import java.io.IOException;
import java.nio.file.Path;

/** Makes the page that {@link TrainingReport#html} asks for; found as a service. */
public final class TrainingPage implements HtmlReport {
  @Override
  public void write(TrainingReport report, Path file) throws IOException {
    HtmlPage.write(RunPage.of(RunRecord.of("Training", report)), file);
  }
}
