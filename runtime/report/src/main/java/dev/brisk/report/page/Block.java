package dev.brisk.report.page;

import dev.brisk.report.chart.Figure;
import java.util.List;

/** A piece of a page. */
public sealed interface Block {
  /**
   * Plain text.
   *
   * @param text of a paragraph
   */
  record Text(String text) implements Block {}

  /**
   * Lines in a fixed width, as a program prints them.
   *
   * @param text with line feeds
   */
  record Code(String text) implements Block {}

  /**
   * A picture.
   *
   * @param figure what it shows
   */
  record Picture(Figure figure) implements Block {}

  /**
   * A table.
   *
   * @param columns their names
   * @param rows cells, as many as there are columns
   */
  record Table(List<String> columns, List<List<String>> rows) implements Block {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a row has more or fewer cells than there are columns
     */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "a row has " + row.size() + " cells, expected " + columns.size() + ": " + row);
        }
      }
    }
  }
}
