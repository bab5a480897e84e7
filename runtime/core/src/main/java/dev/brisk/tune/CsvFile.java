package dev.brisk.tune;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /**
   * Writes all rows beside the file first and then puts them in its place, so that whoever reads it
   * meets the old file or the new one, never a part.
   */
  void write(Path file) throws IOException {
    Path written = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(written, String.join("", lines));
      try {
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(written);
    }
  }
}
