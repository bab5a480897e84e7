package dev.brisk.processor.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last touch on a source file, for what JavaPoet cannot lay out. */
final class SourceText {
  private static final int WIDTH = 100;
  private static final Pattern TRAILING = Pattern.compile("(?m)^( *)(.*) /\\*~ (.*?) ~\\*/;\n");
  private static final Pattern SHORT_JAVADOC =
      Pattern.compile("( *)/\\*\\*\n *\\* ([^\n]*)\n *\\*/\n");

  /** A field on one line; its initializer may be an array. */
  private static final String FIELD = " +private [^\n{]*(?:\\{[^\n]*})?;";

  private static final Pattern BETWEEN_FIELDS =
      Pattern.compile("(?<=\n)(" + FIELD + "[^\n{]*\n)\n(?=" + FIELD + ")");
  private static final Pattern AFTER_CONSTANTS =
      Pattern.compile("( +private static final (?!class )[^\n]*\n)(?= +private final )");
  private static final Pattern CLASS_HEAD =
      Pattern.compile("\n( *)([a-z ]*class \\w+) (extends [^\n]*?) (implements [^\n]*?) \\{\n");

  private SourceText() {}

  /** A comment that is to follow the declaration in whose initializer it stands. */
  static String trailing(String comment) {
    return "/*~ " + comment + " ~*/";
  }

  /** A sentence in lines of at most that width, for a comment. */
  static String filled(String sentence, int width) {
    return sentence.replaceAll("(.{1," + width + "})( |$)", "$1\n").stripTrailing();
  }

  static String finished(String source) {
    String text =
        TRAILING
            .matcher(source)
            .replaceAll(
                match -> {
                  String indent = match.group(1);
                  String code = indent + match.group(2) + ";";
                  String comment = "// " + match.group(3);
                  boolean fits = code.length() + 1 + comment.length() <= WIDTH;
                  String lines = fits ? code + " " + comment : indent + comment + "\n" + code;
                  return Matcher.quoteReplacement(lines + "\n");
                });
    text =
        SHORT_JAVADOC
            .matcher(text)
            .replaceAll(
                match -> {
                  String line = match.group(1) + "/** " + match.group(2) + " */";
                  String kept = line.length() <= WIDTH ? line + "\n" : match.group();
                  return Matcher.quoteReplacement(kept);
                });
    text = CLASS_HEAD.matcher(text).replaceAll("\n$1$2\n$1    $3\n$1    $4 {\n");
    text = BETWEEN_FIELDS.matcher(text).replaceAll("$1");
    return AFTER_CONSTANTS.matcher(text).replaceAll("$1\n");
  }
}
