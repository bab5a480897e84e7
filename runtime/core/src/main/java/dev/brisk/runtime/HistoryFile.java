package dev.brisk.runtime;

import dev.brisk.file.WholeFile;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the history to a file after each epoch. The file is written anew as a whole, so that it is
 * what a report would write, also when a fit was taken back or a trainer restored.
 */
final class HistoryFile implements FitListener {
  private static final String CSV = ".csv";
  private static final String JSON_LINES = ".jsonl";

  private final Path file;

  /**
   * @throws IllegalArgumentException if the name of the file says nothing of its form
   */
  HistoryFile(Path file) {
    this.file = file;
    if (!file.toString().endsWith(CSV) && !file.toString().endsWith(JSON_LINES)) {
      throw new IllegalArgumentException(
          "file is " + file + ", expected a name that ends with " + CSV + " or " + JSON_LINES);
    }
  }

  @Override
  public void completed(FitProgress progress, Epoch epoch) {
    List<Epoch> epochs = progress.history();
    try {
      if (file.toString().endsWith(CSV)) {
        EpochLines.csv(epochs).write(file);
      } else {
        WholeFile.write(file, EpochLines.json(epochs));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the history could not be written to " + file, e);
    }
  }
}
