package dev.brisk.samples;

import dev.brisk.ScalingRule;
import dev.brisk.report.page.HtmlPage;
import dev.brisk.report.scaling.ScalingPage;
import dev.brisk.samples.digits.DigitClassifier;
import dev.brisk.samples.digits.DigitClassifierTrainer;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.tune.BatchChange;
import dev.brisk.tune.BatchScalingCheck;
import dev.brisk.tune.BatchScalingReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures how far the linear rule, {@code k} times the batch and {@code k} times the rate, holds
 * for a {@link DigitClassifier}.
 *
 * <p>Where it holds, the loss as a function of the images seen is the same for both, and the large
 * batch is the one that processors do faster. Losses are compared after each epoch, once the rates
 * have gradually risen to what the rule gives, and judged by what another seed does to the same
 * training.
 *
 * <p>Look at the last gap, which has a sign: with very large batches the loss falls lower, as most
 * of the noise is gone that many small steps have. The rule has failed all the same: such a run is
 * another training, and what was tuned for the small batch is not what it needs. Then add {@code
 * .rule(ScalingRule.SQUARE_ROOT)}, and see how the losses part the other way, as the rate rises too
 * little.
 *
 * <p>With a folder, {@code -Dsample.arguments=folder}, the losses are a page in it too, {@code
 * scaling.html}: as far as the rule holds the lines lie on each other.
 */
public final class Lesson10ScaleTheBatch {
  static final int BASE_BATCH = 4;
  static final double BASE_RATE = 0.01;

  /** The largest batch for which the rule holds; four times as many are too many. */
  static final int PROMISED_BATCH = 16;

  private Lesson10ScaleTheBatch() {}

  /** Exits with 0 if the rule holds as far as promised and no further, else with 1. */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(DigitImages.load(), List.of(arguments), System.out, System.err));
  }

  static int run(DigitImages images, List<String> folders, PrintStream out, PrintStream err)
      throws IOException {
    var examples = DigitClassifierTrainer.examples(images.pixels(), images.digits());
    BatchScalingReport report =
        BatchScalingCheck.on(seed -> new DigitClassifierTrainer(new DigitClassifier(), seed))
            .base(BASE_BATCH, BASE_RATE)
            .times(2, 4, 16, 32, 128)
            .epochs(20)
            .threads(Runtime.getRuntime().availableProcessors())
            .run(examples);
    out.print(report);
    for (String folder : folders) {
      Path file = Files.createDirectories(Path.of(folder)).resolve("scaling.html");
      HtmlPage.write(ScalingPage.of(report), file);
    }

    int largest = report.holdsUpTo().orElse(BASE_BATCH);
    var change = new BatchChange(BASE_BATCH, largest, ScalingRule.LINEAR);
    line(out, "batch of %d: rate %.2f", largest, change.learningRate(BASE_RATE));
    line(
        out,
        "@Warmup(steps = %d, startFactor = %.2f)",
        change.warmupSteps(examples.size()),
        change.startFactor());
    if (largest == PROMISED_BATCH) {
      return 0;
    }
    line(err, "the rule holds up to %d, this sample promises %d", largest, PROMISED_BATCH);
    return 1;
  }

  private static void line(PrintStream out, String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }
}
