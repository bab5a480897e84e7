package dev.brisk.runtime;

import dev.brisk.file.CsvFile;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The history of epochs for other programs to read, a line each and every number exact. */
final class EpochLines {
  private static final List<String> COLUMNS =
      List.of("epoch", "steps", "learningRate", "trainLoss", "validationLoss");

  private EpochLines() {}

  /** With a header; the columns of metrics are those of all epochs, and empty in some. */
  static CsvFile csv(List<Epoch> epochs) {
    Set<String> metrics = new LinkedHashSet<>();
    epochs.forEach(epoch -> metrics.addAll(epoch.validationMetrics().keySet()));
    List<String> header = new ArrayList<>(COLUMNS);
    header.addAll(metrics);

    CsvFile csv = new CsvFile();
    csv.row(header);
    epochs.forEach(epoch -> csv.row(cells(epoch, metrics)));
    return csv;
  }

  private static List<Object> cells(Epoch epoch, Set<String> metrics) {
    List<Object> cells = new ArrayList<>();
    cells.add(epoch.epoch());
    cells.add(epoch.steps());
    cells.add(epoch.learningRate());
    cells.add(epoch.trainLoss());
    cells.add(epoch.validationLoss().isPresent() ? epoch.validationLoss().getAsDouble() : "");
    Map<String, Double> values = epoch.validationMetrics();
    metrics.forEach(metric -> cells.add(values.containsKey(metric) ? values.get(metric) : ""));
    return cells;
  }

  /** An object on each line. */
  static String json(List<Epoch> epochs) {
    return epochs.stream().map(EpochLines::object).collect(Collectors.joining());
  }

  private static String object(Epoch epoch) {
    StringBuilder line = new StringBuilder("{\"epoch\":").append(epoch.epoch());
    line.append(",\"steps\":").append(epoch.steps());
    line.append(",\"learningRate\":").append(number(epoch.learningRate()));
    line.append(",\"trainLoss\":").append(number(epoch.trainLoss()));
    if (epoch.validationLoss().isPresent()) {
      line.append(",\"validationLoss\":").append(number(epoch.validationLoss().getAsDouble()));
      line.append(
          epoch.validationMetrics().entrySet().stream()
              .map(metric -> string(metric.getKey()) + ':' + number(metric.getValue()))
              .collect(Collectors.joining(",", ",\"validationMetrics\":{", "}")));
    }
    return line.append("}\n").toString();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "null";
  }

  /** In quotes, with what RFC 8259 does not allow within them escaped. */
  private static String string(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
