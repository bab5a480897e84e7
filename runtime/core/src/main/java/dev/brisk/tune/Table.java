package dev.brisk.tune;

import java.util.ArrayList;
import java.util.List;

/** A table of text: cells to the right of their columns, except in the last, which holds words. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    row(header);
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      int last = row.size() - 1;
      for (int column = 0; column < last; column++) {
        String cell = row.get(column);
        text.append(" ".repeat(width(column) - cell.length())).append(cell).append("  ");
      }
      text.append(row.get(last)).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
