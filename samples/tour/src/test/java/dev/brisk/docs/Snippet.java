package dev.brisk.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Java of a page, as its tokens: neither layout nor comments count, since a page is laid out for
 * reading and sources by a formatter. {@code ...}, in a line of its own or between braces, stands
 * for anything.
 */
final class Snippet {
  private static final Pattern GAP =
      Pattern.compile("(?m)^\\s*(?://\\s*)?\\.\\.\\.\\s*$|(?<=\\{) \\.\\.\\. (?=})");

  private static final Pattern TOKEN =
      Pattern.compile(
          "//.*|(?s:/\\*.*?\\*/)" // comments, which are dropped
              + "|(?s:\"\"\".*?\"\"\")|\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'"
              + "|\\w+|\\S");

  private final List<String> lines;

  Snippet(List<String> lines) {
    this.lines = lines;
  }

  /** Tokens, each between two blanks. */
  static String tokens(String java) {
    return TOKEN
        .matcher(java)
        .results()
        .map(MatchResult::group)
        .filter(token -> !token.startsWith("//") && !token.startsWith("/*"))
        .collect(Collectors.joining(" ", " ", " "));
  }

  /** Whether all of it stands in these tokens, its parts one after the other. */
  boolean isIn(String tokens) {
    return isIn(tokens, lines.size());
  }

  private boolean isIn(String tokens, int count) {
    int from = 0;
    for (String part : parts(count)) {
      int found = tokens.indexOf(part, from);
      if (found < 0) {
        return false;
      }
      from = found + part.length() - 1; // The blank belongs to the next part, too.
    }
    return true;
  }

  private List<String> parts(int count) {
    List<String> parts = new ArrayList<>();
    for (String part : GAP.split(String.join("\n", lines.subList(0, count)))) {
      String tokens = tokens(part);
      if (!tokens.isBlank()) {
        parts.add(tokens);
      }
    }
    return parts;
  }

  /** How many of the first lines stand in these tokens. */
  int linesIn(String tokens) {
    int count = 0;
    while (count < lines.size() && isIn(tokens, count + 1)) {
      count++;
    }
    return count;
  }

  /** The line after these, of those that say something. */
  Optional<String> lineAfter(int count) {
    return lines.stream().skip(count).filter(line -> !line.isBlank()).findFirst();
  }
}
