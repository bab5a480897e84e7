package dev.brisk.samples;

import dev.brisk.data.Split;
import dev.brisk.data.Standardisation;
import dev.brisk.progress.Progress;
import dev.brisk.runtime.Checkpoints;
import dev.brisk.runtime.EarlyStopping;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitPerceptron;
import dev.brisk.samples.digits.DigitPerceptronTrainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Trains a {@link DigitPerceptron} as a service does that may be stopped at any time: with
 * checkpoints, an end when it becomes no better, and a start that takes up what the last one left.
 *
 * <p>The same run is done twice. Once from its beginning to its end; and once it is cut off in the
 * middle of an epoch, as by an operator who restarts the machine, and started again by the same
 * call, with a new model and a new trainer. {@code Fit.resumeFrom} finds the newest checkpoint and
 * goes on with the next batch of that epoch. Both come to the same weights, bit by bit: where the
 * optimizer, the schedule, the order of the examples and the patience of the early stopping were is
 * all in the file.
 *
 * <p>Nothing but {@code fit} is told of it: the call of the first start and that of the second are
 * the same. In a folder without checkpoints it begins, in one with it goes on, and where the run is
 * over already it gives its report.
 *
 * <p>The pixels are standardised by the images to train on alone. The scale belongs to the model,
 * so it is attached to the trainer, and comes back out of the checkpoint with it.
 */
public final class ResumeTraining {
  private static final long SEED = 3;

  /** Updates after which the run is cut off: 34 an epoch, so it is the middle of the sixth. */
  private static final int CUT_AFTER = 190;

  private final Split split;
  private final Standardisation scale;
  private final DigitPerceptronTrainer.Examples training;
  private final DigitPerceptronTrainer.Examples validation;
  private final DigitPerceptronTrainer.Examples test;

  private ResumeTraining(DigitImages images) {
    split =
        Split.of(images.size()).seed(SEED).stratifiedBy(images.digits()).fractions(0.6, 0.2, 0.2);
    double[][] pixels = images.pixels();
    scale =
        Standardisation.fit(
            Arrays.stream(split.training()).mapToObj(i -> pixels[i]).toArray(double[][]::new));
    var examples = DigitPerceptronTrainer.examples(scale.apply(pixels), images.digits());
    training = examples.select(split.training());
    validation = examples.select(split.validation());
    test = examples.select(split.test());
  }

  /** Exits with 0 if both runs come to the same, else with 1. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("brisk-checkpoints");
    System.exit(run(DigitImages.load(), folder, System.out, System.err));
  }

  static int run(DigitImages images, Path folder, PrintStream out, PrintStream err)
      throws IOException {
    ResumeTraining sample = new ResumeTraining(images);
    line(out, "%s in %s", sample.split, folder);

    var whole = new DigitPerceptronTrainer(new DigitPerceptron(), SEED);
    line(out, "from its beginning to its end");
    TrainingReport expected = sample.fit(whole, folder.resolve("whole"), Progress.lines(out));

    var cut = new DigitPerceptronTrainer(new DigitPerceptron(), SEED);
    line(out, "cut off after %d updates", CUT_AFTER);
    sample.fit(cut, folder.resolve("cut"), new Cutting());
    Thread.interrupted(); // This thread is needed for the next start.

    line(out, "started again");
    var resumed = new DigitPerceptronTrainer(new DigitPerceptron());
    TrainingReport report = sample.fit(resumed, folder.resolve("cut"), Progress.lines(out));
    report.writeCsv(folder.resolve("history.csv"));
    report.html(folder.resolve("run.html")); // To look at.

    line(
        out,
        "%s after %d epochs; the weights are those of epoch %d, test accuracy %.3f",
        report.end(),
        report.epochs().size(),
        report.restoredEpoch().orElseThrow(),
        resumed.accuracy(sample.test));
    boolean isSame =
        Arrays.equals(Weights.of(resumed), Weights.of(whole))
            && report.epochs().equals(expected.epochs())
            && Standardisation.fromTexts(resumed.attached("pixels")).equals(sample.scale);
    line(out, "the same as without the cut, bit by bit: %s", isSame ? "yes" : "no");
    if (!isSame) {
      err.println("this sample promises that both runs come to the same");
    }
    return isSame ? 0 : 1;
  }

  /** The call that is the same for every start. */
  private TrainingReport fit(DigitPerceptronTrainer trainer, Path folder, FitListener listener) {
    trainer.attach("pixels", scale.toTexts());
    return trainer.fit(
        training,
        Fit.epochs(60)
            .overrideTraining()
            .validation(validation)
            .earlyStopping(EarlyStopping.patience(6))
            .checkpoints(Checkpoints.in(folder).everySteps(50).keepLast(2).keepBest())
            .resumeFrom(folder)
            .listener(listener));
  }

  /** Interrupts the thread that trains, which ends the run after the update. */
  private static final class Cutting implements FitListener {
    @Override
    public void updated(FitProgress progress) {
      if (progress.step() == CUT_AFTER) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void line(PrintStream out, String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }
}
