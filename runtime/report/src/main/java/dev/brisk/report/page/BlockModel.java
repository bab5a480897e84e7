package dev.brisk.report.page;

import dev.brisk.report.chart.Figure;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the template asks of a block, by the template's names. */
final class BlockModel {
  private static final String NUMBER = "[-+]?[0-9][0-9,]*(\\.[0-9]+)?([eE][-+]?[0-9]+)?%?";

  private BlockModel() {}

  /**
   * The names and values for a block.
   *
   * @param id of the element, for a figure
   */
  static Map<String, Object> of(Block block, String id) {
    if (block instanceof Block.Text text) {
      return Map.of("text", text.text());
    }
    if (block instanceof Block.Code code) {
      return Map.of("code", code.text());
    }
    if (block instanceof Block.Table table) {
      return Map.of("table", table(table));
    }
    Figure figure = ((Block.Picture) block).figure();
    return Map.of(
        "figure",
        Map.of(
            "id", id,
            "title", figure.title(),
            "description", figure.description(),
            "json", FigureJson.of(figure)));
  }

  private static Map<String, Object> table(Block.Table table) {
    List<Boolean> numeric =
        IntStream.range(0, table.columns().size()).mapToObj(i -> isNumeric(table, i)).toList();
    return Map.of(
        "columns", cells(table.columns(), numeric),
        "rows", table.rows().stream().map(row -> cells(row, numeric)).toList());
  }

  private static List<Map<String, Object>> cells(List<String> texts, List<Boolean> numeric) {
    return IntStream.range(0, texts.size())
        .<Map<String, Object>>mapToObj(i -> Map.of("text", texts.get(i), "numeric", numeric.get(i)))
        .toList();
  }

  /** Numbers stand in line at their right end. */
  private static boolean isNumeric(Block.Table table, int column) {
    return !table.rows().isEmpty()
        && table.rows().stream().allMatch(row -> row.get(column).matches(NUMBER));
  }
}
