package dev.brisk.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes the text of a program shorter as long as it still fails. */
final class RandomReducer {
  private final Predicate<String> fails;
  private int trials;

  /**
   * @param fails for a shorter text, which need not even compile
   * @param trials at the most
   */
  RandomReducer(Predicate<String> fails, int trials) {
    this.fails = fails;
    this.trials = trials;
  }

  String reduced(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    boolean isShorter = true;
    while (isShorter) {
      isShorter = false;
      for (int from = lines.size() - 1; from >= 0; from--) {
        isShorter |=
            from < lines.size() && (removes(lines, from, end(lines, from)) || unwraps(lines, from));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** The end of the block that a line opens, or of the line. */
  private static int end(List<String> lines, int from) {
    int open = 0;
    for (int i = from; i < lines.size(); i++) {
      open += count(lines.get(i), '{') - count(lines.get(i), '}');
      if (open <= 0) {
        return i + 1;
      }
    }
    return lines.size();
  }

  private static int count(String line, char brace) {
    return (int) line.chars().filter(c -> c == brace).count();
  }

  private boolean removes(List<String> lines, int from, int to) {
    List<String> shorter = new ArrayList<>(lines);
    shorter.subList(from, to).clear();
    return replaces(lines, shorter);
  }

  /** Leaves what is in the block. */
  private boolean unwraps(List<String> lines, int from) {
    int to = end(lines, from);
    if (to <= from + 2) {
      return false;
    }
    List<String> shorter = new ArrayList<>(lines);
    shorter.remove(to - 1);
    shorter.remove(from);
    return replaces(lines, shorter);
  }

  private boolean replaces(List<String> lines, List<String> shorter) {
    if (trials == 0) {
      return false;
    }
    trials--;
    if (!fails.test(String.join("\n", shorter) + "\n")) {
      return false;
    }
    lines.clear();
    lines.addAll(shorter);
    return true;
  }
}
