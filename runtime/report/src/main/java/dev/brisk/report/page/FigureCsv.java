package dev.brisk.report.page;

import dev.brisk.file.CsvFile;
import dev.brisk.report.chart.Band;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Figure;
import dev.brisk.report.chart.Grid;
import dev.brisk.report.chart.Landscape;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Mark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a figure as a table, all of them: a row for each point of each line, each mark,
 * each end of a band and each value of a grid. The columns are {@code kind} ({@code line}, {@code
 * mark}, {@code band} or {@code height}), {@code name}, and the names of the axes.
 *
 * <p>A name that a spreadsheet would take for a formula, since it begins with one of {@code = +
 * - @}, a tab or a carriage return, is written with an apostrophe before it.
 */
public final class FigureCsv {
  private FigureCsv() {}

  /**
   * Writes the numbers to a file, in place of one that may be there.
   *
   * @throws IOException if it cannot be written; what was there before is as it was
   */
  public static void write(Figure figure, Path file) throws IOException {
    CsvFile csv = new CsvFile();
    List<String> header =
        new ArrayList<>(List.of("kind", "name", text(figure.x().name()), text(figure.y().name())));
    if (figure instanceof Landscape landscape) {
      header.add(text(landscape.height().name()));
    }
    csv.row(header);
    for (Line line : figure.lines()) {
      double[] xs = line.xs();
      double[] ys = line.ys();
      String name = text(line.name());
      for (int i = 0; i < xs.length; i++) {
        row(csv, header.size(), "line", name, xs[i], ys[i]);
      }
    }
    for (Mark mark : figure.marks()) {
      row(csv, header.size(), "mark", text(mark.name()), mark.x(), mark.y());
    }
    if (figure instanceof Chart chart) {
      for (Band band : chart.bands()) {
        row(csv, header.size(), "band", text(band.name()), band.from());
        row(csv, header.size(), "band", text(band.name()), band.to());
      }
    } else if (figure instanceof Landscape landscape) {
      Grid grid = landscape.grid();
      double[] xs = grid.xs();
      double[] ys = grid.ys();
      double[][] values = grid.values();
      for (int row = 0; row < ys.length; row++) {
        for (int column = 0; column < xs.length; column++) {
          row(csv, header.size(), "height", "", xs[column], ys[row], values[row][column]);
        }
      }
    }
    csv.write(file);
  }

  private static void row(CsvFile csv, int columns, String kind, String name, double... values) {
    List<Object> cells = new ArrayList<>(List.of(kind, name));
    for (double value : values) {
      cells.add(value);
    }
    while (cells.size() < columns) {
      cells.add("");
    }
    csv.row(cells);
  }

  private static String text(String name) {
    return name.matches("(?s)[=+\\-@\t\r].*") ? "'" + name : name;
  }
}
