package dev.brisk.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads comma-separated text into a {@link Table}:
 *
 * <pre>{@code
 * Table houses = Csv.withHeader().read(Path.of("houses.csv"));
 * Table wines = Csv.withoutHeader("acid", "sugar", "grade").delimiter(';').read(Path.of("wines.gz"));
 * }</pre>
 *
 * <p>The text is UTF-8, with or without a byte order mark, gzipped or not, whatever its name is.
 * Cells may be quoted ({@code "a ""quoted"" text, with line breaks"}); blanks around a cell or its
 * quotes are not part of it. Blank lines are passed over, except that in a table of one column,
 * below its first line, a blank line is an empty cell. Every other line has as many cells as the
 * first, or as there are names.
 *
 * <p>Immutable; every method gives another object. Every method that reads throws a {@link
 * DataException} that names the file and the line, if the text is not of this form, or has no row.
 */
public final class Csv {
  private static final Set<String> MISSING = Set.of("", "NA", "NaN", "?");
  private static final String DIFFERENT_NAMES = "a name of its own for each column";

  private final boolean header;

  /** Of the columns; empty if the file names them or nobody does. */
  private final List<String> names;

  private final char delimiter;
  private final Set<String> missing;

  private Csv(boolean header, List<String> names, char delimiter, Set<String> missing) {
    this.header = header;
    this.names = names;
    this.delimiter = delimiter;
    this.missing = missing;
  }

  /** The first line has the names of the columns, each another one. */
  public static Csv withHeader() {
    return new Csv(true, List.of(), ',', MISSING);
  }

  /**
   * The first line is a row as any other.
   *
   * @param names of all columns; if there are none, the columns are named "1", "2" and so on
   * @throws IllegalArgumentException if a name is empty or comes twice
   */
  public static Csv withoutHeader(String... names) {
    List<String> given = List.of(names);
    fault(given)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault + ", expected " + DIFFERENT_NAMES);
            });
    return new Csv(false, given, ',', MISSING);
  }

  /**
   * What stands between two cells, a comma if nothing else is said.
   *
   * @throws IllegalArgumentException if it is a quote, or ends a line
   */
  public Csv delimiter(char between) {
    if ("\"\r\n\0\ufeff".indexOf(between) >= 0) {
      throw new IllegalArgumentException(
          "the delimiter is "
              + DataException.quoted(String.valueOf(between))
              + ", expected neither a quote nor an end of lines");
    }
    return new Csv(header, names, between, missing);
  }

  /**
   * Which cells have no value, in all columns: those that are exactly one of these texts, quoted or
   * not. If nothing is said, the empty one, "NA", "NaN" and "?".
   */
  public Csv missing(String... texts) {
    return new Csv(header, names, delimiter, Set.copyOf(List.of(texts)));
  }

  /** Reads a file. */
  public Table read(Path file) {
    String name = DataException.name(file);
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, name);
    } catch (IOException e) {
      throw DataException.unreadable(name, e);
    }
  }

  /**
   * Reads bytes as those of a file, such as of a resource on the class path, and closes them.
   *
   * @param name for messages
   */
  public Table read(InputStream source, String name) {
    try (source) {
      return read(CsvText.decoded(name, source), name);
    } catch (IOException e) {
      throw DataException.unreadable(name, e);
    }
  }

  /**
   * Reads a text, such as one in another encoding than UTF-8, to its end and closes it.
   *
   * @param name for messages
   */
  public Table read(Reader text, String name) {
    try (text;
        CsvRecords records = new CsvRecords(name, text, delimiter)) {
      return table(name, records);
    } catch (IOException e) {
      throw DataException.unreadable(name, e);
    }
  }

  private Table table(String name, CsvRecords records) throws IOException {
    CsvRecords.Record first = records.nextNotBlank();
    if (first == null) {
      throw DataException.inLine(
          name, 1, "an empty file", header ? "a header and at least 1 row" : "at least 1 row");
    }
    List<String> columns = columns(name, first);
    String width =
        columns.size() + (names.isEmpty() ? " as in line " + first.line() : ", one for each name");
    List<Row> rows = new ArrayList<>();
    for (var record = header ? records.next() : first; record != null; record = records.next()) {
      if (columns.size() == 1 || !record.isBlank()) {
        int cells = record.cells().size();
        if (cells != columns.size()) {
          throw DataException.inLine(
              name, record.line(), cells + (cells == 1 ? " cell" : " cells"), width);
        }
        rows.add(Row.of(record.line(), record.cells(), missing));
      }
    }
    if (rows.isEmpty()) {
      throw DataException.inLine(
          name, first.line(), "a header and nothing below it", "at least 1 row");
    }
    return new Table(Columns.of(name, first.line(), columns), rows);
  }

  private List<String> columns(String name, CsvRecords.Record first) {
    if (!header) {
      return names.isEmpty() ? numbered(first.cells().size()) : names;
    }
    fault(first.cells())
        .ifPresent(
            fault -> {
              throw DataException.inLine(name, first.line(), fault, DIFFERENT_NAMES);
            });
    return first.cells();
  }

  /** What is wrong with names of columns. */
  private static Optional<String> fault(List<String> names) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        return Optional.of("column " + (i + 1) + " has no name");
      }
      Integer same = seen.putIfAbsent(names.get(i), i);
      if (same != null) {
        String both = "columns " + (same + 1) + " and " + (i + 1) + " are both named ";
        return Optional.of(both + DataException.quoted(names.get(i)));
      }
    }
    return Optional.empty();
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
  }
}
