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

  /** The same beside the name of the model. */
  private static final int WIDTH_BESIDE_NAME = 60;

  private Documentation() {}

  static CodeBlock of(TrainerPlan plan, ClassName model) {
    CodeBlock.Builder text =
        CodeBlock.builder()
            .add(
                "Trains {@link $T} by $L.\n\n$L\n",
                model,
                SourceText.filled(plan.update().summary(), WIDTH_BESIDE_NAME),
                SourceText.filled(
                    "<p>Learning rate "
                        + Figures.number(plan.around().rate())
                        + ": "
                        + plan.rate().summary()
                        + ".",
                    WIDTH));
    if (!plan.around().notes().isEmpty()) {
      text.add("\n<p>$L\n", String.join("\n", plan.around().notes()));
    }
    if (!plan.rate().table().isEmpty()) {
      text.add("\n<pre>\n$L</pre>\n", table(plan.rate().table()));
    }
    return text.build();
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
