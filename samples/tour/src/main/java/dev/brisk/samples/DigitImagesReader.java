package dev.brisk.samples;

import static dev.brisk.samples.DigitClassifier.DIGITS;
import static dev.brisk.samples.DigitClassifier.PIXELS;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads images from comma-separated text without a header: on each line 64 pixels, whole numbers
 * from 0 to 16, and the digit.
 */
final class DigitImagesReader {
  private static final int COLUMNS = PIXELS + 1;
  private static final int INK = 16;

  private final String source;

  /**
   * @param source named in messages
   */
  DigitImagesReader(String source) {
    this.source = source;
  }

  /**
   * Reads to the end and closes the text.
   *
   * @throws IOException that names the source, the line and the column, if a cell is not what it
   *     should be
   */
  DigitImages read(Reader text) throws IOException {
    List<double[]> pixels = new ArrayList<>();
    List<Integer> digits = new ArrayList<>();
    try (CSVParser rows = CSVFormat.DEFAULT.parse(text)) {
      for (CSVRecord row : rows) {
        long line = rows.getCurrentLineNumber();
        if (row.size() != COLUMNS) {
          throw new IOException(place(line) + ": " + row.size() + " columns, expected " + COLUMNS);
        }
        pixels.add(pixels(row, line));
        digits.add(number(row, line, PIXELS, DIGITS - 1));
      }
    } catch (UncheckedIOException e) {
      throw new IOException(source + ": " + e.getCause().getMessage(), e);
    }
    if (digits.isEmpty()) {
      throw new IOException(source + ": no images, expected at least 1");
    }
    return new DigitImages(
        pixels.toArray(double[][]::new), digits.stream().mapToInt(Integer::intValue).toArray());
  }

  private double[] pixels(CSVRecord row, long line) throws IOException {
    double[] pixels = new double[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      pixels[i] = number(row, line, i, INK) / (double) INK;
    }
    return pixels;
  }

  private int number(CSVRecord row, long line, int column, int largest) throws IOException {
    String cell = row.get(column);
    int number;
    try {
      number = Integer.parseInt(cell);
    } catch (NumberFormatException e) {
      number = -1;
    }
    if (number < 0 || number > largest) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s, column %d: \"%s\", expected a whole number from 0 to %d",
              place(line),
              column + 1,
              cell,
              largest));
    }
    return number;
  }

  private String place(long line) {
    return source + ", line " + line;
  }
}
