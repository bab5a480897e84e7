package dev.brisk.samples;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.Init.HE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.argmax;
import static dev.brisk.ops.Ops.relu;
import static dev.brisk.samples.digits.DigitClassifier.DIGITS;
import static dev.brisk.samples.digits.DigitClassifier.PIXELS;

import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.Training;
import dev.brisk.Warmup;
import dev.brisk.report.page.HtmlPage;
import dev.brisk.report.run.RunPage;
import dev.brisk.report.run.RunRecord;
import dev.brisk.report.run.RunRecorder;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * What a warm-up is for. The same perceptron is trained by Adam, at three rates, with a cosine down
 * to nothing, and once more with a rise over the first tenth of the run before that. Nothing else
 * is different, neither seeds nor the order of images.
 *
 * <p>Look at the highest rate. With a warm-up every seed reads more than nine of ten digits;
 * without one the worst reads a quarter. It is the first steps that do it. Adam divides a gradient
 * by the size that such gradients have had, and in its first steps knows of none before: each
 * weight then moves by about the whole rate, 0.2, which is more than it was at the start. A few of
 * these, and hidden units are below zero for every image. The gradient of a relu is then zero, and
 * no later rate brings such a unit back: the last column counts the runs in which a monitor found
 * so, see {@link Lesson12DiagnoseTraining}. At 0.1 training does not fail without a warm-up. It
 * ends at four times the loss, with units dead in every run, and nothing of that is seen but by
 * comparison.
 *
 * <p>Where the rate is low there is nothing to save, and both come to the same. So a warm-up is no
 * part of every training. It lets one train at a rate that is right for most of the run and too
 * high for its beginning, where the loss curves most and running means are not yet known; large
 * batches need it too, see {@link Lesson10ScaleTheBatch}.
 *
 * <p>With a folder, {@code -Dsample.arguments=folder}, the first run of each is on a page in it,
 * {@code warm-up.html}: look at the size of the updates over that of the weights, at the beginning.
 *
 * <p>{@code RADAM} is Adam with a warm-up of its own. Write it in place of {@code ADAM} in {@link
 * Cold}, and see.
 */
public final class Lesson09WarmUp {
  static final List<Double> RATES = List.of(0.01, 0.1, 0.2);
  private static final int HIDDEN = 32;
  private static final int EPOCHS = 10;
  private static final int BATCH_SIZE = 32;
  private static final int EXAMPLES = 1438;

  private Lesson09WarmUp() {}

  /** Begins at the full rate. */
  @Trainable
  @Optimizer(value = ADAM, learningRate = 0.2)
  @Schedule(COSINE)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  static class Cold {
    @Parameter(
        shape = {HIDDEN, PIXELS},
        init = HE)
    double[] hiddenWeights;

    @Parameter(shape = HIDDEN)
    double[] hiddenBias;

    @Parameter(
        shape = {DIGITS, HIDDEN},
        init = HE)
    double[] weights;

    @Parameter(shape = DIGITS)
    double[] bias;

    double[] logits(double[] pixels) {
      return affine(weights, bias, relu(affine(hiddenWeights, hiddenBias, pixels)));
    }

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      return softmaxCrossEntropy(logits(pixels), digit);
    }

    @Metric
    double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
      return argmax(logits(pixels)) == digit ? 1 : 0;
    }
  }

  /** Rises to it over one epoch of the ten. */
  @Trainable
  @Optimizer(value = ADAM, learningRate = 0.2)
  @Warmup(steps = 45)
  @Schedule(COSINE)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  static class Warm {
    @Parameter(
        shape = {HIDDEN, PIXELS},
        init = HE)
    double[] hiddenWeights;

    @Parameter(shape = HIDDEN)
    double[] hiddenBias;

    @Parameter(
        shape = {DIGITS, HIDDEN},
        init = HE)
    double[] weights;

    @Parameter(shape = DIGITS)
    double[] bias;

    double[] logits(double[] pixels) {
      return affine(weights, bias, relu(affine(hiddenWeights, hiddenBias, pixels)));
    }

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      return softmaxCrossEntropy(logits(pixels), digit);
    }

    @Metric
    double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
      return argmax(logits(pixels)) == digit ? 1 : 0;
    }
  }

  /**
   * What came of some runs.
   *
   * @param losses of the images to train on, by seed
   * @param accuracies of those that were held out, by seed
   * @param withDeadUnits in how many runs the monitor found relus that had died
   * @param runs to look at, by seed
   */
  record Result(double[] losses, double[] accuracies, int withDeadUnits, List<RunRecord> runs) {
    double meanLoss() {
      return Arrays.stream(losses).average().orElseThrow();
    }

    double worst() {
      return Arrays.stream(accuracies).min().orElseThrow();
    }
  }

  /** Trains without a warm-up, once with each seed from 0 on. */
  static Result cold(DigitImages images, double rate, int seeds) {
    return train(
        Lesson09WarmUp_ColdTrainer.examples(images.pixels(), images.digits()),
        seed -> new Lesson09WarmUp_ColdTrainer(new Cold(), seed),
        "without warm-up",
        rate,
        seeds);
  }

  /** The same with a warm-up. */
  static Result warm(DigitImages images, double rate, int seeds) {
    return train(
        Lesson09WarmUp_WarmTrainer.examples(images.pixels(), images.digits()),
        seed -> new Lesson09WarmUp_WarmTrainer(new Warm(), seed),
        "with warm-up",
        rate,
        seeds);
  }

  private static <E extends Examples<E>> Result train(
      E examples, LongFunction<Trainer<E>> trainers, String name, double rate, int seeds) {
    var split = DigitSplit.of(examples.size());
    E heldOut = examples.select(split.heldOut());
    E training = examples.select(split.training());
    double[] losses = new double[seeds];
    double[] accuracies = new double[seeds];
    int withDeadUnits = 0;
    List<RunRecord> runs = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      Trainer<E> trainer = trainers.apply(seed);
      trainer.baseLearningRate(rate);
      // The recorder has a monitor too, whose findings are in the report.
      var recorder = new RunRecorder(name + ", rate " + rate + ", seed " + seed);
      TrainingReport report =
          trainer.fit(training, recorder.watching(Fit.asDeclared().validation(heldOut)));
      runs.add(recorder.run());
      losses[seed] = trainer.loss(training);
      accuracies[seed] = trainer.metrics().get("accuracy").applyAsDouble(heldOut);
      boolean haveDied =
          report.findings().stream().anyMatch(finding -> finding.id().equals("dead-relus"));
      withDeadUnits += haveDied ? 1 : 0;
    }
    return new Result(losses, accuracies, withDeadUnits, runs);
  }

  /**
   * Prints two lines for each rate.
   *
   * @param arguments folders to write the page to, or none
   */
  public static void main(String[] arguments) throws IOException {
    DigitImages images = DigitImages.load();
    int seeds = 10;
    List<RunRecord> firsts = new ArrayList<>();
    System.out.println("rate  warm-up  mean loss  worst accuracy  runs with dead units");
    for (double rate : RATES) {
      Result cold = cold(images, rate, seeds);
      Result warm = warm(images, rate, seeds);
      print(rate, "no", cold);
      print(rate, "yes", warm);
      firsts.add(cold.runs().get(0));
      firsts.add(warm.runs().get(0));
    }
    for (String folder : arguments) {
      write(firsts, Path.of(folder));
    }
  }

  static void write(List<RunRecord> runs, Path folder) throws IOException {
    Path file = Files.createDirectories(folder).resolve("warm-up.html");
    HtmlPage.write(RunPage.of(runs), file);
    System.out.println("to look at: " + file);
  }

  private static void print(double rate, String warmUp, Result result) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-4s  %-7s  %9.4f  %14.3f  %9d of %d",
            rate,
            warmUp,
            result.meanLoss(),
            result.worst(),
            result.withDeadUnits(),
            result.losses().length));
  }

  /*
  rate  warm-up  mean loss  worst accuracy  runs with dead units
  0.01  no          0.0742           0.964          0 of 10
  0.01  yes         0.0722           0.967          0 of 10
  0.1   no          0.0395           0.919         10 of 10
  0.1   yes         0.0092           0.961          1 of 10
  0.2   no          0.6271           0.273         10 of 10
  0.2   yes         0.0306           0.936          9 of 10
  */
}
