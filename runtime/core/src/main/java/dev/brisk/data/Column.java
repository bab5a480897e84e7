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
    try {
      if (hasDecimal(row)) {
        return parser.applyAsDouble(row.text(position));
      }
    } catch (NumberFormatException e) {
      // Refused below: signs and digits in another order than that of a number.
    }
    throw refused(row, "a number");
  }

  int integer(Row row, int smallest, int largest) {
    try {
      long number = hasDecimal(row) ? Long.parseLong(row.text(position)) : Long.MIN_VALUE;
      if (number >= smallest && number <= largest) {
        return (int) number;
      }
    } catch (NumberFormatException e) {
      // Refused below: a point, an exponent, or too many digits.
    }
    throw refused(row, "a whole number from " + smallest + " to " + largest);
  }

  int label(Row row, Categories categories) {
    int label = isMissing(row) ? -1 : categories.find(row.text(position));
    if (label < 0) {
      throw refused(row, "one of " + Columns.listed(categories.names()));
    }
    return label;
  }

  String text(Row row) {
    if (isMissing(row)) {
      throw refused(row, "a text");
    }
    return row.text(position);
  }

  /** Java's own parsers also read "12d", "0x1p3", "NaN" and digits of other scripts. */
  private boolean hasDecimal(Row row) {
    return !isMissing(row)
        && row.text(position)
            .chars()
            .allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
  }

  private DataException refused(Row row, String expected) {
    String all = isMissing(row) ? expected + ", not a missing value" : expected;
    return DataException.inCell(file, row.line(), name, row.text(position), all);
  }
}
