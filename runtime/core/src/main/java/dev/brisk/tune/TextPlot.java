package dev.brisk.tune;

import dev.brisk.text.Digits;
import java.util.Arrays;
import java.util.OptionalDouble;

/** A curve of losses over rates as text, with a logarithmic axis of rates. */
final class TextPlot {
  private static final int COLUMNS = 64;
  private static final int ROWS = 14;

  /** Of the fall, how much of a rise above the first loss is shown. */
  private static final double HEADROOM = 0.25;

  private final double[] rates;
  private final double[] losses;
  private final char[][] cells = new char[ROWS][COLUMNS];

  private TextPlot(double[] rates, double[] losses) {
    this.rates = rates;
    this.losses = losses;
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
    }
  }

  static String of(double[] rates, double[] losses, double first, OptionalDouble suggestion) {
    return rates.length == 0
        ? "no step was done\n"
        : new TextPlot(rates, losses).drawn(first, suggestion);
  }

  private String drawn(double first, OptionalDouble suggestion) {
    double bottom = Arrays.stream(losses).min().orElse(first);
    double highest = Arrays.stream(losses).max().orElse(first);
    double top = Math.min(highest, Math.max(first, bottom) + HEADROOM * Math.abs(first - bottom));
    double height = top > bottom ? top - bottom : 1;
    for (int i = 0; i < rates.length; i++) {
      double part = Math.max(0, Math.min(1, (top - losses[i]) / height));
      cells[(int) Math.round(part * (ROWS - 1))][column(rates[i])] = losses[i] > top ? '^' : '*';
    }
    String highLabel = Digits.of(top);
    String lowLabel = Digits.of(bottom);
    int margin = Math.max(highLabel.length(), lowLabel.length());
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      String label = row == 0 ? highLabel : row == ROWS - 1 ? lowLabel : "";
      line(text, " ".repeat(margin - label.length()) + label + " |" + new String(cells[row]));
    }
    String left = " ".repeat(margin + 2);
    line(text, left.substring(1) + "+" + "-".repeat(COLUMNS));
    line(text, left + decades());
    suggestion.ifPresent(
        rate -> line(text, left + " ".repeat(column(rate)) + "^ " + Digits.of(rate)));
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private int column(double rate) {
    double low = Math.log(rates[0]);
    double high = Math.log(rates[rates.length - 1]);
    double part = high > low ? (Math.log(rate) - low) / (high - low) : 0;
    return (int) Math.round(Math.max(0, Math.min(1, part)) * (COLUMNS - 1));
  }

  /** The powers of ten, each where it is, as far as they do not run into each other. */
  private String decades() {
    StringBuilder line = new StringBuilder();
    int from = (int) Math.ceil(Math.log10(rates[0]) - 1e-9);
    int to = (int) Math.floor(Math.log10(rates[rates.length - 1]) + 1e-9);
    for (int exponent = from; exponent <= to; exponent++) {
      int column = column(Math.pow(10, exponent));
      if (line.length() == 0 || column > line.length()) {
        line.append(" ".repeat(column - line.length()));
        line.append(Digits.of(Double.parseDouble("1e" + exponent)));
      }
    }
    return line.toString();
  }
}
