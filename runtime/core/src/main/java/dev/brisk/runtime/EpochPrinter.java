package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.io.PrintStream;

/** Prints a line per epoch; the lines of a fit align. */
final class EpochPrinter implements FitListener {
  private final PrintStream out;

  EpochPrinter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void completed(FitProgress progress, Epoch epoch) {
    out.print(line(epoch, progress.lastEpoch()) + '\n');
  }

  private static String line(Epoch epoch, int lastEpoch) {
    String last = Integer.toString(lastEpoch);
    StringBuilder line = new StringBuilder("epoch ");
    line.append(Figures.right(Integer.toString(epoch.epoch()), last.length()));
    line.append('/').append(last);
    append(line, "rate", epoch.learningRate());
    append(line, "train loss", epoch.trainLoss());
    epoch.validationLoss().ifPresent(loss -> append(line, "validation loss", loss));
    epoch.validationMetrics().forEach((name, value) -> append(line, name, value));
    return line.toString();
  }

  private static void append(StringBuilder line, String name, double value) {
    line.append("  ").append(name).append(' ');
    line.append(Figures.right(Figures.of(value), Figures.WIDTH));
  }
}
