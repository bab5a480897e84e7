package dev.brisk.data;

import java.util.function.ToDoubleFunction;

/**
 * Reads the cells of one column, and refuses those that are not what they should be with their
 * place.
 *
 * @param position in a {@link Row}
 */
record Column(String file, String name, int position) {
  boolean isMissing(Row row) {
    return row.isMissing(position);
  }

  double number(Row row) {
    double number = parsed(row, Double::parseDouble);
    if (Double.isInfinite(number)) {
      throw refused(row, "a number from -1.8e308 to 1.8e308");
    }
    return number;
  }

  /** The nearest float; not by way of the nearest double, which would round twice. */
  float floatNumber(Row row) {
    float number = (float) parsed(row, Float::parseFloat);
    if (Float.isInfinite(number)) {
      throw refused(row, "a number from -3.4e38 to 3.4e38, as a float can be");
    }
    return number;
  }

  private double parsed(Row row, ToDoubleFunction<String> parser) {
    String expected = "a number";
    String text = text(row, expected);
    try {
      if (isDecimal(text)) {
        return parser.applyAsDouble(text);
      }
    } catch (NumberFormatException e) {
      // Refused below: signs and digits in another order than that of a number.
    }
    throw refused(row, expected);
  }

  int integer(Row row, int smallest, int largest) {
    String expected = "a whole number from " + smallest + " to " + largest;
    String text = text(row, expected);
    try {
      long number = isDecimal(text) ? Long.parseLong(text) : Long.MIN_VALUE;
      if (number >= smallest && number <= largest) {
        return (int) number;
      }
    } catch (NumberFormatException e) {
      // Refused below: a point, an exponent, or too many digits.
    }
    throw refused(row, expected);
  }

  int label(Row row, Categories categories) {
    String expected = "one of " + Columns.listed(categories.names());
    int label = categories.find(text(row, expected));
    if (label < 0) {
      throw refused(row, expected);
    }
    return label;
  }

  /** The text of a cell that has a value. */
  String text(Row row, String expected) {
    if (isMissing(row)) {
      throw refused(row, expected + ", not a missing value");
    }
    return row.text(position);
  }

  /** Java's own parsers also read "12d", "0x1p3", "NaN" and digits of other scripts. */
  private static boolean isDecimal(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
  }

  private DataException refused(Row row, String expected) {
    return DataException.inCell(file, row.line(), name, row.text(position), expected);
  }
}
