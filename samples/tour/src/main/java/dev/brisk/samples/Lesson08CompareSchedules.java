package dev.brisk.samples;

import dev.brisk.report.page.HtmlPage;
import dev.brisk.report.run.RunPage;
import dev.brisk.report.run.RunRecord;
import dev.brisk.report.run.RunRecorder;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Trainer;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitSplit;
import dev.brisk.samples.digits.ScheduledDigits;
import dev.brisk.samples.digits.ScheduledDigits_ConstantTrainer;
import dev.brisk.samples.digits.ScheduledDigits_CosineTrainer;
import dev.brisk.samples.digits.ScheduledDigits_ExponentialTrainer;
import dev.brisk.samples.digits.ScheduledDigits_OneCycleTrainer;
import dev.brisk.samples.digits.ScheduledDigits_PlateauTrainer;
import dev.brisk.samples.digits.ScheduledDigits_StepsTrainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * Trains the {@link ScheduledDigits} under each of their schedules, and puts all runs on one page
 * to look at: losses and accuracy side by side, the rates that were really used, and the size of
 * gradients and updates.
 *
 * <p>The rate is one with which the loss falls fast, and which is too high for the end. At a
 * constant rate the updates of single batches go on shuffling the weights about, and for the images
 * that are held out these become worse and worse. Whatever makes the rate fall lets them come to
 * rest, and it matters little what: there are five ways down on the page, and all of them end below
 * the one that stays where it is.
 *
 * <p>Each schedule is trained with the same seeds, so that the order of the images is the same, and
 * what differs between two seeds of one schedule is the measure of what may be taken for a
 * difference between two schedules.
 *
 * <p>One more schedule comes before any of these, and rises: see {@link Lesson09WarmUp}.
 */
public final class Lesson08CompareSchedules {
  private static final long SEED = 3;
  private static final int SEEDS = 3;
  private static final String CONSTANT = "constant";

  private final int seeds;
  private final DigitSplit split;
  private final List<RunRecord> runs = new ArrayList<>();

  private Lesson08CompareSchedules(int images, int seeds) {
    this.seeds = seeds;
    this.split = DigitSplit.of(images);
  }

  /**
   * Exits with 0 if all schedules come lower than a constant rate, else with 1.
   *
   * @param arguments the folder for the page, or none for a new one
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = PageFolder.of(arguments, "brisk-report");
    System.exit(run(DigitImages.load(), SEEDS, folder, System.out, System.err));
  }

  static int run(DigitImages images, int seeds, Path folder, PrintStream out, PrintStream err)
      throws IOException {
    var sample = new Lesson08CompareSchedules(images.size(), seeds);
    double[][] pixels = images.pixels();
    int[] digits = images.digits();
    double constant =
        sample.loss(
            out,
            CONSTANT,
            ScheduledDigits_ConstantTrainer.examples(pixels, digits),
            seed -> new ScheduledDigits_ConstantTrainer(new ScheduledDigits.Constant(), seed));
    double[] falling = {
      sample.loss(
          out,
          "step",
          ScheduledDigits_StepsTrainer.examples(pixels, digits),
          seed -> new ScheduledDigits_StepsTrainer(new ScheduledDigits.Steps(), seed)),
      sample.loss(
          out,
          "exponential",
          ScheduledDigits_ExponentialTrainer.examples(pixels, digits),
          seed -> new ScheduledDigits_ExponentialTrainer(new ScheduledDigits.Exponential(), seed)),
      sample.loss(
          out,
          "cosine",
          ScheduledDigits_CosineTrainer.examples(pixels, digits),
          seed -> new ScheduledDigits_CosineTrainer(new ScheduledDigits.Cosine(), seed)),
      sample.loss(
          out,
          "one-cycle",
          ScheduledDigits_OneCycleTrainer.examples(pixels, digits),
          seed -> new ScheduledDigits_OneCycleTrainer(new ScheduledDigits.OneCycle(), seed)),
      sample.loss(
          out,
          "plateau",
          ScheduledDigits_PlateauTrainer.examples(pixels, digits),
          seed -> new ScheduledDigits_PlateauTrainer(new ScheduledDigits.Plateau(), seed))
    };

    Path file = folder.resolve("compare-schedules.html");
    HtmlPage.write(RunPage.of(sample.runs), file);
    out.println("to look at: " + file);
    if (Arrays.stream(falling).allMatch(loss -> loss < constant)) {
      return 0;
    }
    err.println("this sample promises that whatever falls comes lower than a constant rate");
    return 1;
  }

  /** Trains with each seed, and gives the mean loss of the images that are held out. */
  private <E extends Examples<E>> double loss(
      PrintStream out, String schedule, E examples, LongFunction<Trainer<E>> trainers) {
    E toTrainOn = examples.select(split.training());
    E toTestOn = examples.select(split.heldOut());
    double trainingLoss = 0;
    double heldOutLoss = 0;
    for (int i = 0; i < seeds; i++) {
      Trainer<E> trainer = trainers.apply(SEED + i);
      var recorder = new RunRecorder(schedule + ", seed " + (SEED + i));
      trainer.fit(toTrainOn, recorder.watching(Fit.asDeclared().validation(toTestOn)));
      runs.add(recorder.run());
      trainingLoss += trainer.loss(toTrainOn) / seeds;
      heldOutLoss += trainer.loss(toTestOn) / seeds;
    }
    String form = "%-11s  training loss %.4f, held-out loss %.3f";
    out.println(String.format(Locale.ROOT, form, schedule, trainingLoss, heldOutLoss));
    return heldOutLoss;
  }
}
