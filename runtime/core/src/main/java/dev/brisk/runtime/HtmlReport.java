package dev.brisk.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * Makes a page of a report: what {@link TrainingReport#html} asks for. A service, so that the
 * runtime does not need what draws; {@code brisk-report} provides it.
 */
public interface HtmlReport {
  /**
   * Writes the page as one file.
   *
   * @throws IOException if it cannot be written; what was there before is as it was
   */
  void write(TrainingReport report, Path file) throws IOException;

  /**
   * The one that is on the class path.
   *
   * @throws IllegalStateException if there is none
   */
  static HtmlReport installed() {
    return ServiceLoader.load(HtmlReport.class)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "nothing here makes pages of reports; add the artifact dev.brisk:brisk-report"
                        + " to the class path"));
  }
}
