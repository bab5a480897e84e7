package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The epochs of a run as a table of text: a row each, the middle of a long run left out. */
final class EpochTable {
  /** Rows at either end of a long run. */
  private static final int SHOWN = 10;

  /** Stands for a figure that an epoch of another fit has. */
  private static final String ABSENT = "-";

  private final Set<String> metrics = new LinkedHashSet<>();
  private final boolean validated;
  private final StringBuilder text = new StringBuilder();

  private EpochTable(List<Epoch> epochs) {
    validated = epochs.stream().anyMatch(epoch -> epoch.validationLoss().isPresent());
    epochs.forEach(epoch -> metrics.addAll(epoch.validationMetrics().keySet()));
  }

  static String of(List<Epoch> epochs) {
    EpochTable table = new EpochTable(epochs);
    table.header();
    for (int i = 0; i < epochs.size(); i++) {
      if (i < SHOWN || i >= epochs.size() - SHOWN) {
        table.row(epochs.get(i));
      } else if (i == SHOWN) {
        table.text.append("  ...\n");
      }
    }
    return table.text.toString();
  }

  private void header() {
    line("epoch", "steps", names());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of("rate", "train loss"));
    if (validated) {
      names.add("validation loss");
    }
    names.addAll(metrics);
    return names;
  }

  private void row(Epoch epoch) {
    List<String> cells = new ArrayList<>();
    cells.add(Figures.of(epoch.learningRate()));
    cells.add(Figures.of(epoch.trainLoss()));
    if (validated) {
      OptionalDouble loss = epoch.validationLoss();
      cells.add(loss.isPresent() ? Figures.of(loss.getAsDouble()) : ABSENT);
    }
    for (String metric : metrics) {
      Double value = epoch.validationMetrics().get(metric);
      cells.add(value == null ? ABSENT : Figures.of(value));
    }
    line(Integer.toString(epoch.epoch()), Long.toString(epoch.steps()), cells);
  }

  private void line(String epoch, String steps, List<String> cells) {
    text.append(Figures.right(epoch, 5)).append("  ").append(Figures.right(steps, 9));
    List<String> names = names();
    for (int i = 0; i < cells.size(); i++) {
      int width = Math.max(Figures.WIDTH, names.get(i).length());
      text.append("  ").append(Figures.right(cells.get(i), width));
    }
    text.append('\n');
  }
}
