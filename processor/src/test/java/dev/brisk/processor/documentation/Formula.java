package dev.brisk.processor.documentation;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/**
 * The value of a formula as it stands in the documentation: the small part of LaTeX that is needed
 * there. Factors side by side are a product; a letter with a mark or an index, {@code \hat m} or
 * {@code m_t}, is a name of its own.
 */
final class Formula {
  private static final Pattern TOKEN =
      Pattern.compile("\\\\[a-zA-Z]+|\\\\\\\\|[0-9]+(\\.[0-9]+)?|[a-zA-Z]|\\S");

  private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
      Map.of(
          "\\cos", Math::cos,
          "\\sin", Math::sin,
          "\\cosh", Math::cosh,
          "\\sinh", Math::sinh,
          "\\log", Math::log,
          "\\sqrt", Math::sqrt,
          "\\mathrm{sign}", Math::signum);

  private static final Map<String, DoubleBinaryOperator> BINARY =
      Map.of("\\min", Math::min, "\\max", Math::max);

  private final List<String> tokens;
  private final Map<String, Double> names;
  private int next;

  private Formula(List<String> tokens, Map<String, Double> names) {
    this.tokens = tokens;
    this.names = names;
  }

  /**
   * The value of a formula.
   *
   * @param names the values of its letters
   * @throws IllegalArgumentException if it cannot be read
   */
  static double value(String latex, Map<String, Double> names) {
    List<String> tokens =
        TOKEN
            .matcher(latex.replaceAll("\\\\left|\\\\right|\\\\,|\\\\;|&", " "))
            .results()
            .map(token -> token.group())
            .toList();
    Formula formula = new Formula(tokens, names);
    double value = formula.sum();
    if (formula.next < tokens.size()) {
      throw new IllegalArgumentException("unread from " + formula.peek() + " on: " + latex);
    }
    return value;
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private String take() {
    return tokens.get(next++);
  }

  private boolean accept(String token) {
    if (peek().equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new IllegalArgumentException(
          "expected " + token + " at token " + next + " of " + tokens);
    }
  }

  private double sum() {
    double sum = accept("-") ? -product() : product();
    while (peek().equals("+") || peek().equals("-")) {
      sum = take().equals("+") ? sum + product() : sum - product();
    }
    return sum;
  }

  private double product() {
    double product = power();
    while (true) {
      if (accept("/")) {
        product /= power();
      } else if (accept("\\bmod")) {
        product %= power();
      } else if (accept("\\cdot") || startsFactor()) {
        product *= power();
      } else {
        return product;
      }
    }
  }

  private boolean startsFactor() {
    return peek().matches("[0-9a-zA-Z({].*|\\\\(?!bmod|rfloor|cdot|rVert|le|text|end)[a-zA-Z]+");
  }

  private double power() {
    double base = atom();
    return accept("^") ? Math.pow(base, atom()) : base;
  }

  private double atom() {
    String token = take();
    return switch (token) {
      case "(" -> closed(")");
      case "{" -> closed("}");
      case "\\lVert" -> Math.abs(closed("\\rVert"));
      case "\\lfloor" -> Math.floor(closed("\\rfloor"));
      case "\\frac" -> atom() / atom();
      case "\\pi" -> Math.PI;
      case "\\begin" -> cases();
      case "\\min", "\\max" -> {
        expect("(");
        double first = sum();
        expect(",");
        yield BINARY.get(token).applyAsDouble(first, closed(")"));
      }
      case "\\mathrm" -> FUNCTIONS.get(token + word()).applyAsDouble(power());
      default ->
          FUNCTIONS.containsKey(token)
              ? FUNCTIONS.get(token).applyAsDouble(power())
              : Character.isDigit(token.charAt(0)) ? Double.parseDouble(token) : name(token);
    };
  }

  private double closed(String end) {
    double value = sum();
    expect(end);
    return value;
  }

  /** A word in braces, with them. */
  private String word() {
    StringBuilder word = new StringBuilder();
    do {
      word.append(take());
    } while (!word.toString().endsWith("}"));
    return word.toString();
  }

  private double name(String first) {
    String name = first;
    if (first.equals("\\hat") || first.equals("\\bar") || first.equals("\\tilde")) {
      name += " " + take();
    }
    if (accept("_")) {
      name += "_" + (peek().equals("{") ? word() : take());
    }
    Double value = names.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value of " + name + " in " + tokens);
    }
    return value;
  }

  /** Of {@code cases}: the first whose condition holds, {@code t = 1} or {@code \text{flag}}. */
  private double cases() {
    word();
    double chosen = Double.NaN;
    boolean isChosen = false;
    while (true) {
      double value = sum();
      accept(",");
      boolean holds = peek().equals("\\text") ? flag() : condition();
      if (holds && !isChosen) {
        chosen = value;
        isChosen = true;
      }
      if (accept("\\end")) {
        word();
        return chosen;
      }
      expect("\\\\");
    }
  }

  /** A flag, or {@code \text{otherwise}}. */
  private boolean flag() {
    take();
    String word = word();
    return word.equals("{otherwise}") || names.get(word) != 0;
  }

  private boolean condition() {
    double left = sum();
    return switch (take()) {
      case "=" -> left == sum();
      case "<" -> left < sum();
      case ">" -> left > sum();
      case "\\le" -> left <= sum();
      default -> throw new IllegalArgumentException("no condition in " + tokens);
    };
  }
}
