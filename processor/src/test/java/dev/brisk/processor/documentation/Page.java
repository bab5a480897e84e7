package dev.brisk.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of the documentation, or parts of it, that is made from the code. {@code mvn test -pl
 * processor -am -Dbrisk.docs=write} writes them anew.
 *
 * <p>A part stands between {@code <!-- name -->} and the next {@code <!-- end -->}, each on a line
 * of its own.
 */
final class Page {
  private static final Path DOCS = Path.of("..", "docs");
  private static final boolean WRITES = "write".equals(System.getProperty("brisk.docs"));
  private static final String END = "<!-- end -->";

  private final Path file;

  private Page(Path file) {
    this.file = file;
  }

  /** The page of that path below {@code docs}. */
  static Page of(String path) {
    return new Page(DOCS.resolve(path));
  }

  String text() throws IOException {
    return Files.readString(file);
  }

  List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }

  /** The whole page is the text. */
  void assertIs(String text) throws IOException {
    if (WRITES) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text()).isEqualTo(text);
  }

  /** The part of that name is the text, whose lines all end. */
  void assertPart(String name, String text) throws IOException {
    String page = text();
    String mark = "<!-- " + name + " -->\n";
    assertThat(page).as("marks of parts").containsOnlyOnce(mark);
    int start = page.indexOf(mark) + mark.length();
    int end = page.indexOf(END, start);
    if (WRITES) {
      Files.writeString(file, page.substring(0, start) + text + page.substring(end));
    } else {
      assertThat(page.substring(start, end)).as(name).isEqualTo(text);
    }
  }

  /** The names of all parts, in their order. */
  List<String> parts() throws IOException {
    return lines().stream()
        .filter(line -> line.startsWith("<!-- ") && !line.equals(END))
        .map(line -> line.substring("<!-- ".length(), line.indexOf(" -->")))
        .toList();
  }
}
