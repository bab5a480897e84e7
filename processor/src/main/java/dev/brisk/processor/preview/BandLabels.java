package dev.brisk.processor.preview;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of bands above their left ends, in as many rows as keep them from covering each other; the
 * first row is the highest. In a run of very many schedules some names find no room.
 */
record BandLabels(List<Label> labels, int rows) {
  private static final int MOST_ROWS = 5;

  /** The width of a letter, about. */
  private static final double LETTER = 6.8;

  private static final double GAP = 10;

  /**
   * A name in its place.
   *
   * @param isBefore whether it ends at {@code x} instead of beginning there
   */
  record Label(Band band, double x, boolean isBefore, int row) {}

  BandLabels {
    labels = List.copyOf(labels);
  }

  /** The names of these bands, of which none goes beyond {@code right}. */
  static BandLabels of(List<Band> bands, Panel panel, double right) {
    List<Label> labels = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (Band band : bands) {
      double x = panel.x(band.from());
      double width = band.name().length() * LETTER;
      boolean isBefore = x + width > right;
      double start = isBefore ? x - width : x;
      int row = 0;
      while (row < ends.size() && ends.get(row) > start) {
        row++;
      }
      if (row == MOST_ROWS) {
        continue;
      }
      if (row == ends.size()) {
        ends.add(0.0);
      }
      ends.set(row, start + width + GAP);
      labels.add(new Label(band, x, isBefore, row));
    }
    return new BandLabels(labels, ends.size());
  }
}
