package dev.brisk.processor.preview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes the text of an SVG file, an element a line. */
final class Svg {
  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  Svg() {
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /**
   * Opens an element; what follows is within it.
   *
   * @param attributes names and values by turns
   */
  Svg open(String name, Object... attributes) {
    tag(name, attributes).append(">\n");
    open.push(name);
    return this;
  }

  /** Closes what was opened last. */
  Svg close() {
    String name = open.pop();
    indent().append("</").append(name).append(">\n");
    return this;
  }

  /** An element with nothing in it. */
  Svg empty(String name, Object... attributes) {
    tag(name, attributes).append("/>\n");
    return this;
  }

  /** An element with a text. */
  Svg text(String name, String content, Object... attributes) {
    tag(name, attributes)
        .append('>')
        .append(escaped(content))
        .append("</")
        .append(name)
        .append(">\n");
    return this;
  }

  /** The file, in which all is closed. */
  String file() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return text.toString();
  }

  /**
   * A coordinate to a hundredth. Rounded to millionths first, so that the last bit of a cosine,
   * which may differ between machines, does not decide at a half.
   */
  static String number(double value) {
    BigDecimal rounded =
        new BigDecimal(value)
            .setScale(6, RoundingMode.HALF_UP)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return rounded.toPlainString();
  }

  private StringBuilder tag(String name, Object... attributes) {
    indent().append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      String written = value instanceof Double number ? number(number) : value.toString();
      text.append(' ').append(attributes[i]).append("=\"").append(escaped(written)).append('"');
    }
    return text;
  }

  private StringBuilder indent() {
    return text.append("  ".repeat(open.size()));
  }

  /** A text in which nothing is markup. What XML has no place for becomes U+FFFD. */
  private static String escaped(String plain) {
    StringBuilder escaped = new StringBuilder();
    plain
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isInXml(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** The characters of XML 1.0. */
  private static boolean isInXml(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c < 0xD800
        || c > 0xDFFF && c < 0xFFFE
        || c > 0xFFFF;
  }
}
