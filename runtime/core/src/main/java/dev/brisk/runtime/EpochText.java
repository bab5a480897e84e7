package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An epoch of the history as one line of text, exact: its steps, the learning rate, both losses,
 * the second one {@code -} where nothing was held out, and metrics by their names, which are those
 * of methods, so that there is no blank in them.
 */
final class EpochText {
  private static final String NONE = "-";
  private static final int FIGURES = 4;

  private EpochText() {}

  static String of(Epoch epoch) {
    StringBuilder text = new StringBuilder();
    text.append(epoch.steps()).append(' ');
    text.append(epoch.learningRate()).append(' ');
    text.append(epoch.trainLoss()).append(' ');
    text.append(
        epoch.validationLoss().isPresent() ? "" + epoch.validationLoss().getAsDouble() : NONE);
    epoch
        .validationMetrics()
        .forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.toString();
  }

  /**
   * The epoch of that number.
   *
   * @throws IllegalArgumentException if the text is not of that form
   */
  static Epoch read(int number, String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length < FIGURES) {
      throw new IllegalArgumentException(text);
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (int i = FIGURES; i < parts.length; i++) {
      String[] metric = parts[i].split("=", 2);
      if (metric.length < 2
          || metric[0].isEmpty()
          || metrics.put(metric[0], Double.valueOf(metric[1])) != null) {
        throw new IllegalArgumentException(text);
      }
    }
    return new Epoch(
        number,
        Long.parseLong(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        parts[3].equals(NONE)
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(parts[3])),
        metrics);
  }
}
