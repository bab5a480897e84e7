package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.schedule.RateCurve.Sample;
import java.util.ArrayList;
import java.util.List;

/** Says at the head of a trainer, in words and numbers, what was decided. */
final class Documentation {
  /** Of a line of the comment, after its asterisk. */
  private static final int WIDTH = 96;

  private Documentation() {}

  static CodeBlock of(TrainerPlan plan, ClassName model) {
    CodeBlock.Builder text =
        CodeBlock.builder()
            .add(
                "Trains {@link $T} by $L.\n\n$L\n",
                model,
                plan.update().summary(),
                folded(
                    "<p>Learning rate "
                        + Figures.number(plan.learningRate())
                        + ": "
                        + plan.rate().summary()
                        + "."));
    if (!plan.rate().table().isEmpty()) {
      text.add("\n<pre>\n$L</pre>\n", table(plan.rate().table()));
    }
    return text.build();
  }

  /** The text in lines of a comment. */
  private static String folded(String text) {
    StringBuilder lines = new StringBuilder();
    int width = 0;
    for (String word : text.split(" ")) {
      boolean fits = width + word.length() < WIDTH;
      lines.append(width == 0 ? "" : fits ? " " : "\n").append(word);
      width = (fits ? width + 1 : 0) + word.length();
    }
    return lines.toString();
  }

  private static String table(List<Sample> samples) {
    List<String> steps = new ArrayList<>(List.of("step"));
    List<String> rates = new ArrayList<>(List.of("rate"));
    for (Sample sample : samples) {
      steps.add(Figures.count(sample.step()));
      rates.add(Figures.rounded(sample.rate()));
    }
    StringBuilder first = new StringBuilder();
    StringBuilder second = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      int width = Math.max(steps.get(i).length(), rates.get(i).length());
      first.append(i == 0 ? "" : "  ").append(padded(steps.get(i), width));
      second.append(i == 0 ? "" : "  ").append(padded(rates.get(i), width));
    }
    return first + "\n" + second + "\n";
  }

  private static String padded(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }
}
