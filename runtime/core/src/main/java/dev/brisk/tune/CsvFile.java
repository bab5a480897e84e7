package dev.brisk.tune;

import dev.brisk.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as in RFC 4180, but with a mere line feed at the end of a line. */
final class CsvFile {
  private final List<String> lines = new ArrayList<>();

  void row(List<?> cells) {
    lines.add(cells.stream().map(CsvFile::cell).collect(Collectors.joining(",", "", "\n")));
  }

  private static String cell(Object value) {
    String text = value.toString();
    return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  void write(Path file) throws IOException {
    WholeFile.write(file, String.join("", lines));
  }
}
