package dev.brisk.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;

/**
 * The rules of thumb, as what the compiler says. A textbook has a table of usual learning rates by
 * task and optimizer; here the compiler has it, and knows what a model is for where the {@code
 * task} of its {@code Trainable} tells. A rate within the range is passed over in silence. One
 * outside of it is a warning and no error, since a rule of thumb has exceptions, and the warning
 * says how to silence it.
 *
 * <p>What is wrong whatever the model is, is an error: a rate of {@code 2 / L} where the curvature
 * is declared, a warm-up longer than the run, a momentum of 1. Such a program does not compile, and
 * no hour of training is lost to it.
 *
 * <p>Each row below is a model of its own, a source of a few lines that this program writes, and
 * all of them are compiled here, by the compiler of the JDK that runs it, with Brisk's processor.
 * The loss is the same in all of them, since the rules are about annotations: whether a model is a
 * transformer is what {@code task} says, not what the compiler guesses.
 *
 * <p>Change a rate, and look at what is said.
 */
public final class Lesson04RulesOfThumb {
  /** The annotations of a model each. */
  static final List<String> ROWS =
      List.of(
          // Usual by the table, which Task has in its Javadoc.
          "@Trainable(task = LINEAR_REGRESSION) @Optimizer(value = SGD, learningRate = 0.01)",
          "@Trainable(task = LOGISTIC_REGRESSION) @Optimizer(value = SGD, learningRate = 0.1)",
          "@Trainable(task = SMALL_NETWORK) @Optimizer(value = ADAM, learningRate = 1e-3)",
          "@Trainable(task = DEEP_NETWORK) @Optimizer(value = SGD, learningRate = 0.1)",
          "@Trainable(task = TRANSFORMER) @Optimizer(value = ADAMW, learningRate = 3e-4)",
          "@Trainable(task = FINE_TUNING) @Optimizer(value = ADAM, learningRate = 2e-5)",
          // Ten times above, ten times below; and most often: the rate of another optimizer.
          "@Trainable(task = LINEAR_REGRESSION) @Optimizer(value = SGD, learningRate = 1)",
          "@Trainable(task = LOGISTIC_REGRESSION) @Optimizer(value = SGD, learningRate = 1e-3)",
          "@Trainable(task = SMALL_NETWORK) @Optimizer(value = ADAM, learningRate = 0.1)",
          "@Trainable(task = FINE_TUNING) @Optimizer(value = ADAM, learningRate = 1e-3)",
          "@Trainable @Optimizer(value = LION, learningRate = 3e-3)",
          // A curvature of 4: one step at 0.25, swinging above, divergent from 0.5 on.
          "@Trainable @Optimizer(value = SGD, learningRate = 0.25) @Curvature(lipschitz = 4)",
          "@Trainable @Optimizer(value = SGD, learningRate = 0.4) @Curvature(lipschitz = 4)",
          "@Trainable @Optimizer(value = SGD, learningRate = 0.5) @Curvature(lipschitz = 4)",
          // 300 steps, of which a tenth may well be a warm-up.
          "@Trainable @Optimizer(value = SGD, learningRate = 0.1) @Warmup(steps = 30)"
              + " @Schedule(COSINE) @Training(epochs = 10, batchSize = 32, examples = 960)",
          "@Trainable @Optimizer(value = SGD, learningRate = 0.1) @Warmup(steps = 500)"
              + " @Schedule(COSINE) @Training(epochs = 10, batchSize = 32, examples = 960)",
          // Never right.
          "@Trainable @Optimizer(value = SGD, learningRate = -0.1)",
          "@Trainable @Optimizer(value = SGD, learningRate = 0.1, momentum = 1)",
          "@Trainable @Optimizer(value = SGD, learningRate = 0.1, nesterov = true)");

  private Lesson04RulesOfThumb() {}

  /** What comes of a row. */
  enum Outcome {
    SILENT,
    WARNING,
    ERROR
  }

  /**
   * What the compiler says of a model.
   *
   * @param text of the message; empty if there is none
   */
  record Verdict(String annotations, Outcome outcome, String text) {
    /** The rule that has spoken; empty if none has. */
    String rule() {
      return text.isEmpty() ? "" : text.substring("brisk[".length(), text.indexOf(']'));
    }
  }

  /** The same model for every row. */
  private static final String FORM =
      """
      import static dev.brisk.Algorithm.*;
      import static dev.brisk.Decay.*;
      import static dev.brisk.Task.*;
      import static dev.brisk.ops.Losses.squared;
      import static dev.brisk.ops.Ops.dot;
      import dev.brisk.*;

      %s
      class %s {
        @Parameter(shape = 8) double[] w;

        @Loss double loss(@Shape(8) double[] x, double y) {
          return squared(dot(w, x), y);
        }
      }
      """;

  /** Compiles a model for each row, all of them at once. */
  static List<Verdict> verdicts(List<String> rows) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String row : rows) {
      String name = "Model" + texts.size();
      texts.put(name, String.format(Locale.ROOT, FORM, row, name));
    }
    List<Verdict> verdicts = new ArrayList<>();
    MemoryCompiler.diagnostics(texts)
        .values()
        .forEach(said -> verdicts.add(verdict(rows.get(verdicts.size()), said)));
    return verdicts;
  }

  private static Verdict verdict(String row, List<Diagnostic<?>> said) {
    if (said.isEmpty()) {
      return new Verdict(row, Outcome.SILENT, "");
    }
    Diagnostic<?> first = said.get(0);
    Outcome outcome = first.getKind() == Diagnostic.Kind.ERROR ? Outcome.ERROR : Outcome.WARNING;
    return new Verdict(row, outcome, first.getMessage(Locale.ROOT));
  }

  /** Prints each row, and what the compiler says of it. */
  public static void main(String[] arguments) {
    for (Verdict verdict : verdicts(ROWS)) {
      System.out.println(verdict.annotations());
      String outcome = verdict.outcome().toString().toLowerCase(Locale.ROOT);
      System.out.println("  " + (outcome + " " + verdict.text()).strip());
    }
  }

  /*
  @Trainable(task = LINEAR_REGRESSION) @Optimizer(value = SGD, learningRate = 0.01)
    silent
  ...
  @Trainable(task = FINE_TUNING) @Optimizer(value = ADAM, learningRate = 1e-3)
    warning brisk[rate-unusual-for-task]: the learning rate is 0.001. For FINE_TUNING a rate of 5e-6
    to 0.0005 is usual with ADAM, and this is above it. Write for example 0.0005, or leave the task
    out where you know better.
  ...
  @Trainable @Optimizer(value = SGD, learningRate = 0.5) @Curvature(lipschitz = 4)
    error brisk[stability-bound-exceeded]: the learning rate is 0.5, at which training diverges.
    With lipschitz = 4 every step of gradient descent overshoots by more than it gains from a rate
    of 0.5 on. Write a rate below it; 1/L = 0.25 is the best there is for a quadratic of that
    curvature.
  ...
  */
}
