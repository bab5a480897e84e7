package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.brisk.processor.program.Scalar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small language of {@link dev.brisk.processor.optimizer.Update}, as Java. */
final class UpdateText {
  private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");
  private static final Pattern OPERATOR = Pattern.compile(" [-+/?:] ");

  private UpdateText() {}

  /** The line in the element type of the model. */
  static CodeBlock inPrecision(String line, Scalar precision) {
    boolean isDouble = precision == Scalar.DOUBLE;
    Matcher braces = BRACES.matcher(line);
    StringBuilder text = new StringBuilder();
    while (braces.find()) {
      String constant = braces.group(1);
      String operand = constant.contains(" ") ? "(" + constant + ")" : constant;
      braces.appendReplacement(text, isDouble ? operand : "(float) " + operand);
    }
    braces.appendTail(text);
    return wrapped(
        text.toString()
            .replaceAll("\\bT\\b", precision.keyword())
            .replaceAll("\\bsign\\(", "Math.signum(")
            .replaceAll("\\b(abs|max|min)\\(", "Math.$1(")
            .replaceAll("\\bsqrt\\(", isDouble ? "Math.sqrt(" : "(float) Math.sqrt("));
  }

  /** Text that is broken before an operator outside of parentheses where it is too long. */
  static CodeBlock wrapped(String text) {
    StringBuilder format = new StringBuilder();
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean breaks = depth == 0 && OPERATOR.matcher(text).region(at, text.length()).lookingAt();
      format.append(breaks ? "$W" : c);
    }
    return CodeBlock.of(format.toString());
  }

  /** Whether one of the lines says that name. */
  static boolean speakOf(List<String> lines, String name) {
    Pattern word = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)");
    return lines.stream().anyMatch(line -> word.matcher(line).find());
  }
}
