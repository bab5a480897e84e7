package dev.brisk.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated values as in RFC 4180, but with a mere line feed at the end of a line. */
public final class CsvFile {
  private static final Pattern PLAIN = Pattern.compile("[^,\"\r\n]*");

  private final List<String> lines = new ArrayList<>();

  /**
   * Adds a line; cells are written as their texts, in quotes where a comma or the like asks for it.
   */
  public void row(List<?> cells) {
    lines.add(cells.stream().map(CsvFile::cell).collect(Collectors.joining(",", "", "\n")));
  }

  private static String cell(Object value) {
    String text = value.toString();
    return PLAIN.matcher(text).matches() ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * Writes the lines so far to a file, in place of one that may be there.
   *
   * @throws IOException if it cannot be written; what was there before is as it was
   */
  public void write(Path file) throws IOException {
    WholeFile.write(file, String.join("", lines));
  }
}
