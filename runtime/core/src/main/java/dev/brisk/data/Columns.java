package dev.brisk.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names of columns, in order, and where each of them is in a {@link Row}.
 *
 * @param line of the file where they are named, or the first row is
 * @param positions by name
 */
record Columns(String file, long line, Map<String, Integer> positions) {
  /** Names listed in a message; a file may have thousands. */
  private static final int MOST_LISTED = 12;

  Columns {
    positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
  }

  static Columns of(String file, long line, List<String> names) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    names.forEach(name -> positions.put(name, positions.size()));
    return new Columns(file, line, positions);
  }

  List<String> names() {
    return List.copyOf(positions.keySet());
  }

  /**
   * The column of a name.
   *
   * @throws DataException if it is not there
   */
  Column column(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw DataException.inLine(
          file, line, "no column " + DataException.quoted(name), alternatives(name));
    }
    return new Column(file, name, position);
  }

  /** The columns of these names, or if there are none, all of them. */
  List<Column> all(String... names) {
    return (names.length == 0 ? names().stream() : Arrays.stream(names)).map(this::column).toList();
  }

  Columns without(List<String> names) {
    names.forEach(this::column);
    Map<String, Integer> rest = new LinkedHashMap<>(positions);
    rest.keySet().removeAll(names);
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("no column is left, expected at least 1");
    }
    return new Columns(file, line, rest);
  }

  /** These columns with others in the place of one; they are in a row from {@code first} on. */
  Columns replaced(String name, List<String> others, int first) {
    Map<String, Integer> replaced = new LinkedHashMap<>();
    positions.forEach(
        (each, position) -> {
          if (each.equals(name)) {
            for (int i = 0; i < others.size(); i++) {
              put(replaced, others.get(i), first + i);
            }
          } else {
            put(replaced, each, position);
          }
        });
    return new Columns(file, line, replaced);
  }

  private static void put(Map<String, Integer> positions, String name, int position) {
    if (positions.put(name, position) != null) {
      throw new IllegalArgumentException("there would be two columns '" + name + "'");
    }
  }

  /** What could have been written instead of a name that is not there. */
  private String alternatives(String name) {
    List<String> near = names().stream().filter(each -> isNear(name, each)).toList();
    String meant =
        near.size() == 1 ? " (did you mean " + DataException.quoted(near.get(0)) + "?)" : "";
    return "one of " + listed(names()) + meant;
  }

  static String listed(List<String> names) {
    String listed =
        names.stream()
            .limit(MOST_LISTED)
            .map(DataException::quoted)
            .collect(Collectors.joining(", "));
    int more = names.size() - MOST_LISTED;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  /** Whether two names differ in case, in a letter, or in two neighbours that changed places. */
  private static boolean isNear(String wanted, String there) {
    String a = wanted.toLowerCase(Locale.ROOT);
    String b = there.toLowerCase(Locale.ROOT);
    int shorter = Math.min(a.length(), b.length());
    int start = 0;
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    String left = a.substring(start, a.length() - end);
    String right = b.substring(start, b.length() - end);
    boolean swapped =
        left.length() == 2 && new StringBuilder(left).reverse().toString().equals(right);
    return swapped || shorter > 1 && Math.max(left.length(), right.length()) <= 1;
  }
}
