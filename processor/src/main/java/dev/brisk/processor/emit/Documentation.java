package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.brisk.processor.plan.TrainerPlan;

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
                SourceText.filled("<p>" + String.join(" ", plan.sentences()), WIDTH));
    if (!plan.rate().text().isEmpty()) {
      text.add("\n<pre>\n$L\n</pre>\n", String.join("\n", plan.rate().text()));
    }
    return text.build();
  }
}
