package dev.brisk.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, in Markdown.
 *
 * @param path from the root of the repository
 */
record Page(Path path, List<String> lines) {
  /** From the folder of this module, in which Maven runs tests. */
  static final Path ROOT = Path.of("..", "..");

  private static final Pattern FENCE = Pattern.compile("(?:```|~~~)(.*)");
  private static final Pattern HEADING = Pattern.compile("#+ (.*)");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern REFERENCE = Pattern.compile("(?m)^\\[[^\\]]+]: (\\S+)$");

  /**
   * What stands between two fences.
   *
   * @param language empty if none is named
   * @param line the number of the first fence's line, from 1
   * @param heading the last before it, without its signs; empty if there is none
   */
  record Block(Path page, int line, String language, String heading, List<String> lines) {
    String text() {
      return String.join("\n", lines);
    }

    @Override
    public String toString() {
      return page + ":" + line;
    }
  }

  /** The pages at the root and below {@code docs}, in order. */
  static List<Page> all() {
    try (Stream<Path> root = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(root, docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .map(Page::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page read(Path file) {
    try {
      return new Page(ROOT.relativize(file), Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return String.join("\n", lines);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int opened = -1;
    String language = "";
    String heading = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i).strip());
      if (!fence.matches()) {
        Matcher title = HEADING.matcher(lines.get(i));
        heading = opened < 0 && title.matches() ? title.group(1) : heading;
        continue;
      }
      if (opened < 0) {
        opened = i;
        language = fence.group(1);
      } else {
        List<String> inside = lines.subList(opened + 1, i);
        blocks.add(new Block(path, opened + 1, language, heading, inside));
        opened = -1;
      }
    }
    if (opened >= 0) {
      throw new IllegalStateException(path + ":" + (opened + 1) + ": a block without an end");
    }
    return blocks;
  }

  /** The lines outside of blocks. */
  private List<String> prose() {
    List<String> prose = new ArrayList<>(lines);
    for (Block block : blocks()) {
      for (int i = 0; i < block.lines().size(); i++) {
        prose.set(block.line() + i, "");
      }
    }
    return prose;
  }

  /** What links lead to, inline or by reference. */
  List<String> links() {
    String prose = String.join("\n", prose());
    return Stream.of(LINK, REFERENCE)
        .flatMap(form -> form.matcher(prose).results())
        .map((MatchResult link) -> link.group(1))
        .toList();
  }

  /** What a link names a heading of this page by, as GitHub does. */
  List<String> anchors() {
    return prose().stream()
        .map(HEADING::matcher)
        .filter(Matcher::matches)
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\w -]", "").replace(' ', '-'))
        .toList();
  }
}
