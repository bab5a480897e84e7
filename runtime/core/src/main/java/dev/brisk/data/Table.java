package dev.brisk.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rows of texts under named columns, as {@link Csv} reads them. First it is prepared, each step
 * giving another table; then its columns are taken as the arrays that a trainer's {@code
 * examples(...)} takes:
 *
 * <pre>{@code
 * Table houses = Csv.withHeader().read(Path.of("houses.csv"));
 * Split split = Split.of(houses.rows()).seed(7).fractions(0.8, 0.2);
 * Table training = houses.select(split.training());
 *
 * Categories towns = training.categories("town");
 * Map<String, Double> means = training.means("rooms", "age");
 * Table ready = training.fillMissing(means).oneHot("town", towns);
 * double[][] features = ready.without("price").numbers();
 * double[] prices = ready.number("price");
 * }</pre>
 *
 * <p>A cell is looked at when it is taken, as what it is taken for. One that is not that, or has no
 * value, is refused with a {@link DataException} that names the file, the line, the column, the
 * value and what was expected; so is a column that is not there. Where the names of columns may be
 * left out, all are taken.
 *
 * <p>Immutable. Arrays are new ones at every call.
 */
public final class Table {
  private final Columns columns;
  private final List<Row> rows;

  Table(Columns columns, List<Row> rows) {
    this.columns = columns;
    this.rows = List.copyOf(rows);
  }

  /** The number of rows; at least 1. */
  public int rows() {
    return rows.size();
  }

  /** The names of the columns, in order. */
  public List<String> columns() {
    return columns.names();
  }

  /**
   * The line of the file in which a row begins, counted from 1.
   *
   * @throws IndexOutOfBoundsException unless the row is in [0, rows)
   */
  public long line(int row) {
    return rows.get(row).line();
  }

  /**
   * The given rows, in that order; a row may occur more than once.
   *
   * @param indices each in [0, rows), at least one
   * @throws IndexOutOfBoundsException if one is out of range
   * @throws IllegalArgumentException if there is none
   */
  public Table select(int... indices) {
    if (indices.length == 0) {
      throw new IllegalArgumentException("no row is selected, expected at least 1");
    }
    for (int i : indices) {
      Objects.checkIndex(i, rows());
    }
    return with(Arrays.stream(indices).mapToObj(rows::get).toList());
  }

  /** All columns but these, at least one. */
  public Table without(String... names) {
    return new Table(columns.without(List.of(names)), rows);
  }

  /** The rows that have a value in each of these columns, of which there must be one. */
  public Table withoutMissing(String... names) {
    List<Column> looked = columns.all(names);
    List<Row> whole =
        rows.stream().filter(row -> looked.stream().noneMatch(c -> c.isMissing(row))).toList();
    if (whole.isEmpty()) {
      throw DataException.inFile(
          columns.file(), "a missing value in every row", "at least 1 row without");
    }
    return with(whole);
  }

  /** Puts a text where a column has no value, such as a category of its own for them. */
  public Table fillMissing(String name, String value) {
    Column column = columns.column(name);
    return with(
        rows.stream()
            .map(row -> column.isMissing(row) ? row.with(column.position(), value) : row)
            .toList());
  }

  /**
   * Puts a number where a column has no value.
   *
   * @throws IllegalArgumentException if the number is not finite
   */
  public Table fillMissing(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the value for column '" + name + "' is " + value + ", expected a finite number");
    }
    return fillMissing(name, Double.toString(value));
  }

  /**
   * Puts numbers where columns have no value.
   *
   * @param values by column, such as {@link #means} of the rows to train on
   */
  public Table fillMissing(Map<String, Double> values) {
    Table filled = this;
    for (Map.Entry<String, Double> each : values.entrySet()) {
      filled = filled.fillMissing(each.getKey(), each.getValue());
    }
    return filled;
  }

  /**
   * The mean of each column over the rows that have a value there, at least one. For {@link
   * #fillMissing(Map)} take those of the rows to train on: what a model is tested on must not have
   * had a part in what it was trained with.
   */
  public Map<String, Double> means(String... names) {
    Map<String, Double> means = new LinkedHashMap<>();
    for (Column column : columns.all(names)) {
      double[] present =
          rows.stream().filter(row -> !column.isMissing(row)).mapToDouble(column::number).toArray();
      if (present.length == 0) {
        throw DataException.inFile(
            columns.file(),
            "no value in column '" + column.name() + "'",
            "at least 1 to take the mean of");
      }
      means.put(column.name(), Moments.of(present).mean());
    }
    return Collections.unmodifiableMap(means);
  }

  /**
   * Puts a column for each category in the place of one, named {@code town=Oslo}: 1 in the one of
   * the row's category, 0 in the others.
   *
   * @throws IllegalArgumentException if there is a column of such a name
   */
  public Table oneHot(String name, Categories categories) {
    Column column = columns.column(name);
    List<String> names = categories.names().stream().map(each -> name + "=" + each).toList();
    Columns replaced = columns.replaced(name, names, rows.get(0).ends().length);
    List<Row> encoded =
        rows.stream()
            .map(row -> row.withOneHot(column.label(row, categories), categories.size()))
            .toList();
    return new Table(replaced, encoded);
  }

  /** The values of a column, each once, in the order of {@link String#compareTo}. */
  public Categories categories(String name) {
    return Categories.sorted(List.of(text(name)));
  }

  /** A column of finite numbers. */
  public double[] number(String name) {
    Column column = columns.column(name);
    return rows.stream().mapToDouble(column::number).toArray();
  }

  /** Columns of finite numbers: [row][column], in the order in which they are named here. */
  public double[][] numbers(String... names) {
    List<Column> read = columns.all(names);
    return rows.stream()
        .map(row -> read.stream().mapToDouble(column -> column.number(row)).toArray())
        .toArray(double[][]::new);
  }

  /** A column of finite numbers, each rounded to the nearest float. */
  public float[] floatNumber(String name) {
    Column column = columns.column(name);
    float[] numbers = new float[rows()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = column.floatNumber(rows.get(i));
    }
    return numbers;
  }

  /** Columns of finite numbers, each rounded to the nearest float: [row][column]. */
  public float[][] floats(String... names) {
    List<Column> read = columns.all(names);
    float[][] numbers = new float[rows()][read.size()];
    for (int i = 0; i < numbers.length; i++) {
      for (int j = 0; j < read.size(); j++) {
        numbers[i][j] = read.get(j).floatNumber(rows.get(i));
      }
    }
    return numbers;
  }

  /**
   * A column of whole numbers, such as labels that are numbers already.
   *
   * @param smallest the smallest that is allowed
   * @param largest the largest that is allowed
   */
  public int[] integer(String name, int smallest, int largest) {
    requireRange(smallest, largest);
    Column column = columns.column(name);
    return rows.stream().mapToInt(row -> column.integer(row, smallest, largest)).toArray();
  }

  /**
   * Columns of whole numbers: [row][column].
   *
   * @param smallest the smallest that is allowed
   * @param largest the largest that is allowed
   */
  public int[][] integers(int smallest, int largest, String... names) {
    requireRange(smallest, largest);
    List<Column> read = columns.all(names);
    return rows.stream()
        .map(row -> read.stream().mapToInt(each -> each.integer(row, smallest, largest)).toArray())
        .toArray(int[][]::new);
  }

  private static void requireRange(int smallest, int largest) {
    if (smallest > largest) {
      throw new IllegalArgumentException(
          "the smallest is " + smallest + ", expected at most the largest, " + largest);
    }
  }

  /** A column of categories, by their labels; a value that is none of them is refused. */
  public int[] label(String name, Categories categories) {
    Column column = columns.column(name);
    return rows.stream().mapToInt(row -> column.label(row, categories)).toArray();
  }

  /** A column of texts. */
  public String[] text(String name) {
    Column column = columns.column(name);
    return rows.stream().map(column::text).toArray(String[]::new);
  }

  private Table with(List<Row> others) {
    return new Table(columns, others);
  }

  /** The file, and how much is in it. */
  @Override
  public String toString() {
    return columns.file() + ": " + rows() + " rows, columns " + Columns.listed(columns());
  }
}
