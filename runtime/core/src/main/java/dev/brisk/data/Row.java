package dev.brisk.data;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The cells of one row, all in one text, which takes a fraction of the memory of a text for each.
 *
 * @param line in which it begins, counted from 1
 * @param texts of the cells, one after the other
 * @param ends in {@code texts}, of each cell; the complement, which is below 0, if the cell's text
 *     means that there is no value
 */
record Row(long line, String texts, int[] ends) {
  static Row of(long line, List<String> cells, Set<String> missing) {
    int[] ends = new int[cells.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += cells.get(i).length();
      ends[i] = missing.contains(cells.get(i)) ? ~end : end;
    }
    return new Row(line, String.join("", cells), ends);
  }

  boolean isMissing(int cell) {
    return ends[cell] < 0;
  }

  String text(int cell) {
    return texts.substring(start(cell), end(cell));
  }

  private int start(int cell) {
    return cell == 0 ? 0 : end(cell - 1);
  }

  private int end(int cell) {
    return isMissing(cell) ? ~ends[cell] : ends[cell];
  }

  /** This row with another value in a cell. */
  Row with(int cell, String value) {
    String changed = texts.substring(0, start(cell)) + value + texts.substring(end(cell));
    int more = changed.length() - texts.length();
    int[] moved = ends.clone();
    moved[cell] = end(cell) + more;
    for (int i = cell + 1; i < moved.length; i++) {
      moved[i] += isMissing(i) ? -more : more;
    }
    return new Row(line, changed, moved);
  }

  /** This row with {@code count} cells after the others: 1 in one of them, 0 in all others. */
  Row withOneHot(int hot, int count) {
    int[] more = Arrays.copyOf(ends, ends.length + count);
    for (int i = 0; i < count; i++) {
      more[ends.length + i] = texts.length() + i + 1;
    }
    return new Row(line, texts + "0".repeat(hot) + "1" + "0".repeat(count - hot - 1), more);
  }
}
