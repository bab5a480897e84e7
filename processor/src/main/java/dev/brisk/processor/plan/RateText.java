package dev.brisk.processor.plan;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.schedule.RateCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The rate of a whole run in figures and as a curve, lines of text of one width a letter. */
final class RateText {
  private static final int COLUMNS = 60;
  private static final int ROWS = 6;

  private RateText() {}

  /** Nothing where the length of the run is not known. */
  static List<String> of(RateCurve curve) {
    if (curve.steps().isEmpty()) {
      return List.of();
    }
    long steps = curve.steps().getAsLong();
    List<String> lines = new ArrayList<>(table(curve, steps));
    double[] rates =
        IntStream.range(0, COLUMNS).mapToDouble(i -> curve.rate(at(i, steps))).toArray();
    double peak = curve.peak().rate();
    if (peak > Arrays.stream(rates).min().orElseThrow()) {
      lines.add("");
      lines.addAll(plot(rates, peak));
    }
    return lines;
  }

  /** The rate at the quarters of the run and where the warm-up ends. */
  private static List<String> table(RateCurve curve, long steps) {
    TreeSet<Long> at = new TreeSet<>(List.of(0L, steps - 1));
    at.add(Math.min(curve.warmupSteps(), steps - 1));
    for (int quarter = 1; quarter < 4; quarter++) {
      at.add(quarter * (steps / 4) + quarter * (steps % 4) / 4);
    }
    StringBuilder[] rows = {
      new StringBuilder("run "), new StringBuilder("step"), new StringBuilder("rate")
    };
    for (long step : at) {
      String share = Math.round(100.0 * step / Math.max(1, steps - 1)) + "%";
      String[] cells = {share, Figures.count(step), Figures.rounded(curve.rate(step))};
      int width = 0;
      for (String cell : cells) {
        width = Math.max(width, cell.length());
      }
      for (int row = 0; row < rows.length; row++) {
        rows[row].append("  ").append(" ".repeat(width - cells[row].length())).append(cells[row]);
      }
    }
    return List.of(rows[0].toString(), rows[1].toString(), rows[2].toString());
  }

  /** The curve over the run; the highest row is the peak, the lowest 0. */
  private static List<String> plot(double[] rates, double peak) {
    String top = Figures.rounded(peak);
    char[][] cells = new char[ROWS][COLUMNS];
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
    }
    for (int column = 0; column < COLUMNS; column++) {
      double height = Math.max(0, Math.min(1, rates[column] / peak));
      cells[ROWS - 1 - (int) Math.round(height * (ROWS - 1))][column] = '*';
    }
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      String label = row == 0 ? top : row == ROWS - 1 ? "0" : "";
      String padding = " ".repeat(top.length() - label.length());
      lines.add((padding + label + " |" + new String(cells[row])).stripTrailing());
    }
    return lines;
  }

  private static long at(int column, long steps) {
    return Math.min(steps - 1, (long) ((double) column / (COLUMNS - 1) * (steps - 1)));
  }
}
