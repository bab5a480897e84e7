package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.brisk.processor.program.Scalar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small language of {@link dev.brisk.processor.optimizer.Update}, as Java. */
final class UpdateText {
  private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");
  private static final Pattern KEPT =
      Pattern.compile("^(.*) = keep(Square)?\\(([^,]+), ([^)]+)\\) \\+ (.*);$");
  private static final String GUARDED = "$1 = Math.fma($3, $4, $5 + TINY$2);";

  /**
   * A last product, to which the guard is added without a rounding and an instruction of its own.
   */
  private static final Pattern PRODUCT_AND_TINY =
      Pattern.compile("(\\{[^}]*}(?: \\* \\w+)*) \\* (\\w+) \\+ (TINY\\w*)");

  private static final Pattern OPERATOR = Pattern.compile(" [-+/?:] ");

  private UpdateText() {}

  /** The line in the element type of the model. */
  static CodeBlock inPrecision(String line, Scalar precision) {
    boolean isDouble = precision == Scalar.DOUBLE;
    String kept = KEPT.matcher(line).replaceAll(isDouble ? "$1 = $3 * $4 + $5;" : GUARDED);
    kept = PRODUCT_AND_TINY.matcher(kept).replaceAll("Math.fma($1, $2, $3)");
    kept = kept.replace("TINYSquare", "TINY_SQUARE");
    Matcher braces = BRACES.matcher(kept);
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

  /**
   * Text that is broken, where it is too long, before an operator outside of parentheses and after
   * a comma.
   */
  static CodeBlock wrapped(String text) {
    StringBuilder format = new StringBuilder();
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean breaks =
          text.startsWith(", ", at - 1)
              || depth == 0 && OPERATOR.matcher(text).region(at, text.length()).lookingAt();
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
