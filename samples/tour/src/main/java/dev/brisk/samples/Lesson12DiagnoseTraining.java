package dev.brisk.samples;

import dev.brisk.diagnose.LearningRateDiagnosis;
import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitPerceptron;
import dev.brisk.samples.digits.DigitPerceptronTrainer;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Trains a {@link DigitPerceptron} at the rate that is annotated, at a five-thousandth and at two
 * hundred times of it, and has a monitor tell what is wrong.
 *
 * <p>Two diagnoses stand side by side. One is told from the losses of the epochs alone, when all is
 * over: {@link LearningRateDiagnosis}, the rules of thumb that one applies to a plot. The other
 * looks at every update while it happens, at gradients, weights and units. It knows more than what
 * the loss does: that half of a layer has died is in no plot of losses, and training goes on as if
 * nothing had happened.
 *
 * <p>Nor are rules of thumb right at any time. At the annotated rate the loss falls to a tenth
 * within these ten epochs, and a rule that is meant for the end of a run takes that for
 * oscillation.
 *
 * <p>Each finding gives its numbers, and the line of the model to change. At the annotated rate
 * there is none, which is what a monitor says of a training that is well.
 */
public final class Lesson12DiagnoseTraining {
  private static final double ANNOTATED = 0.005;
  private static final long SEED = 3;

  private Lesson12DiagnoseTraining() {}

  /** Exits with 0 if the findings are those that are promised, else with 1. */
  public static void main(String[] arguments) {
    System.exit(run(DigitImages.load(), System.out, System.err));
  }

  static int run(DigitImages images, PrintStream out, PrintStream err) {
    List<Finding> ofGood = findings(images, ANNOTATED, out);
    List<Finding> ofLow = findings(images, ANNOTATED / 5000, out);
    List<Finding> ofHigh = findings(images, ANNOTATED * 200, out);
    boolean isRight =
        ofGood.isEmpty() && contains(ofLow, "too-slow") && contains(ofHigh, "diverging");
    if (!isRight) {
      err.println("this sample promises other findings");
    }
    return isRight ? 0 : 1;
  }

  private static List<Finding> findings(DigitImages images, double rate, PrintStream out) {
    var trainer = new DigitPerceptronTrainer(new DigitPerceptron(), SEED);
    trainer.baseLearningRate(rate);
    var examples = DigitPerceptronTrainer.examples(images.pixels(), images.digits());
    TrainingReport report =
        trainer.fit(
            examples,
            Fit.epochs(10).batchSize(32).overrideTraining().monitor(new TrainingMonitor()));

    double[] losses =
        report.epochs().stream().mapToDouble(TrainingReport.Epoch::trainLoss).toArray();
    out.println(
        String.format(
            Locale.ROOT,
            "rate %.0e: the loss of an epoch goes from %.3g to %.3g; by the losses alone: %s",
            rate,
            losses[0],
            losses[losses.length - 1],
            LearningRateDiagnosis.of(losses)));
    report.findings().forEach(out::println);
    if (report.findings().isEmpty()) {
      out.println("the monitor has found nothing");
    }
    return report.findings();
  }

  private static boolean contains(List<Finding> findings, String id) {
    return findings.stream().anyMatch(finding -> finding.id().equals(id));
  }
}
