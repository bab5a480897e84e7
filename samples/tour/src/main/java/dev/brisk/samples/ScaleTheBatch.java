package dev.brisk.samples;

import dev.brisk.ScalingRule;
import dev.brisk.tune.BatchChange;
import dev.brisk.tune.BatchScalingCheck;
import dev.brisk.tune.BatchScalingReport;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Measures how far the linear rule, {@code k} times the batch and {@code k} times the rate, holds
 * for a {@link DigitClassifier}.
 *
 * <p>Where it holds, the loss as a function of the images seen is the same for both, and the large
 * batch is the one that processors do faster. It is compared after each epoch, once the rate of the
 * large batch has gradually risen to what the rule gives, and judged by what another seed does to
 * the same training.
 *
 * <p>It has to end somewhere: a step {@code k} times as long overshoots as soon as {@code k} times
 * the rate is too high for the loss, whatever the batch. Then write {@code rule(SQUARE_ROOT)}, and
 * see how the losses part in the other direction: the rate does not rise enough.
 */
public final class ScaleTheBatch {
  static final int BASE_BATCH = 8;
  static final double BASE_RATE = 0.02;

  private ScaleTheBatch() {}

  /** Exits with 0 if the rule holds as far as promised and no further, else with 1. */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(DigitImages.load(), System.out, System.err));
  }

  static int run(DigitImages images, PrintStream out, PrintStream err) {
    var examples = DigitClassifierTrainer.examples(images.pixels(), images.digits());
    BatchScalingReport report =
        BatchScalingCheck.on(seed -> new DigitClassifierTrainer(new DigitClassifier(), seed))
            .base(BASE_BATCH, BASE_RATE)
            .times(2, 4, 8, 16, 32, 64)
            .rule(ScalingRule.LINEAR)
            .epochs(20)
            .threads(Runtime.getRuntime().availableProcessors())
            .run(examples);
    out.print(report);

    int largest = report.holdsUpTo().orElse(BASE_BATCH);
    BatchChange change = new BatchChange(BASE_BATCH, largest, ScalingRule.LINEAR);
    out.println(
        "@Warmup(steps = "
            + change.warmupSteps(examples.size())
            + ", startFactor = "
            + change.startFactor()
            + ")");
    return 0;
  }
}
