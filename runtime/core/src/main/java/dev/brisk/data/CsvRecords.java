package dev.brisk.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The records of a text, one after the other, each with the line in which it begins. */
final class CsvRecords implements Closeable {
  /** How commons-csv says that a quotation has no end; it has no exception of its own for it. */
  private static final String NO_CLOSING_QUOTE = "EOF reached before";

  private final String name;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  CsvRecords(String name, Reader text, char delimiter) throws IOException {
    // Blank lines are kept here, as lines are counted by records.
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();
    this.name = name;
    this.parser = CSVParser.builder().setReader(new CsvText(name, text)).setFormat(format).get();
    this.records = parser.iterator();
  }

  /** What is between two ends of lines, if those within quotes are none. */
  record Record(long line, List<String> cells) {
    boolean isBlank() {
      return cells.size() == 1 && cells.get(0).isEmpty();
    }
  }

  /** The next record, or null after the last one. */
  @Nullable Record next() throws IOException {
    long line = parser.getCurrentLineNumber() + 1;
    try {
      return records.hasNext() ? new Record(line, records.next().toList()) : null;
    } catch (UncheckedIOException e) {
      throw refused(line, e.getCause());
    }
  }

  /** The next record that has something in it, or null. */
  @Nullable Record nextNotBlank() throws IOException {
    Record record = next();
    while (record != null && record.isBlank()) {
      record = next();
    }
    return record;
  }

  private DataException refused(long line, IOException cause) {
    boolean isUnclosed = String.valueOf(cause.getMessage()).contains(NO_CLOSING_QUOTE);
    return isUnclosed
        ? DataException.inLine(
            name, line, "a quotation without an end", "a second quote before the end of the file")
        : DataException.inLine(
            name, line, "something after a closing quote", "a delimiter or the end of the line");
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
