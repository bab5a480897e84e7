package dev.brisk.samples;

import dev.brisk.ScalingRule;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import dev.brisk.report.scaling.ScalingPage;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitSplit;
import dev.brisk.samples.digits.ScheduledPerceptron;
import dev.brisk.samples.digits.ScheduledPerceptron_ConstantTrainer;
import dev.brisk.text.Digits;
import dev.brisk.tune.BatchChange;
import dev.brisk.tune.BatchScalingCheck;
import dev.brisk.tune.BatchScalingReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Exercise 4: train with batches of 32, 64, 128 and 256, and scale the rate in proportion. Does the
 * linear rule hold?
 *
 * <p>It holds if the loss as a function of the images seen stays the same. A larger batch is
 * compared with the one of 32 and a rate of 0.02, after each epoch, and judged by how far seeds lie
 * apart with that one: five of them, 6 % of the loss.
 *
 * <p>With 64 images and twice the rate the losses part by 2.3 %: it holds. With 128 they part by
 * 8.5 %, a little more than seeds do. With 256 and a rate of 0.16 they part by 75 %: it does not
 * hold. A warm-up of five epochs helps where it is close, 128 parts by 17.9 % without, and saves
 * nothing where it is not, 76 % for 256. From a quarter of the rate the rule holds one size
 * further, to 128: what ends it is not the batch but the rate that it has come to, with steps so
 * long that the gradient has changed before they end.
 *
 * <p>The square-root rule, beside it, fails at once: at 64 the losses already part by 26 %, the
 * other way, as the rate rises too little and the run is behind. It is a rule for Adam; this is
 * descent with momentum.
 *
 * <p>For what one wants of it the linear rule is better than its verdict. The accuracy in the end
 * is the same for all four batches, 0.966 to 0.968. To 0.95 it takes more epochs with larger ones,
 * 6.0 with 32 images and 10.2 with 256, and far fewer updates, 270 and 61: who can do the images of
 * a batch side by side is there in less than a quarter of the steps. Who does them one after the
 * other pays for more epochs: on one thread an epoch takes about two milliseconds whatever the
 * batch, as the network is too small to gain by larger products. Only the first row has the warming
 * up of the JVM in it as well. Under the square-root rule 256 images take 17.8 epochs, and are only
 * just at 0.951 in the end.
 *
 * <pre>{@code
 * batch  rate    epochs to 0.95  updates  accuracy         CPU ms an epoch
 *    32  0.02    6.0 +- 1.6          270  0.967 +- 0.003               2.8
 *    64  0.04    7.2 +- 1.3          166  0.967 +- 0.007               2.1
 *   128  0.08    8.2 +- 1.1           98  0.966 +- 0.004               2.0
 *   256  0.16    10.2 +- 1.9          61  0.968 +- 0.007               1.8
 * }</pre>
 */
public final class Exercise4BatchSizes {
  static final int BASE_BATCH = 32;
  static final List<Integer> BATCHES = List.of(32, 64, 128, 256);
  static final double BASE_RATE = 0.02;

  /** The accuracy by which the cost of a batch is measured. */
  static final double TARGET = 0.95;

  private static final String WITH_WARMUP = "linear, with a warm-up";
  private static final String WITHOUT = "linear, without a warm-up";
  private static final String QUARTER = "linear, from a quarter of the rate";
  private static final String SQUARE_ROOT = "square root, with a warm-up";
  private static final int EPOCHS = 20;
  private static final int WARMUP_EPOCHS = BatchChange.WARMUP_EPOCHS;
  private static final int SEEDS = 5;

  private static final String SEEN =
      "As far as a rule holds, the lines of a picture lie on each other. Under the linear rule"
          + " those of 32 and 64 images do, that of 128 nearly, that of 256 does not; a warm-up helps"
          + " where it is close. From a quarter of the rate they do as far as 128: it is the rate"
          + " that must not become too large, not the batch. Under the square-root rule they part at"
          + " once, as larger batches fall behind. The last table is what one pays: larger batches"
          + " take some more epochs to the same accuracy, and far fewer updates.";

  private Exercise4BatchSizes() {}

  /** Exits with 0 if the rule holds and fails where it is said to, else with 1. */
  public static void main(String[] arguments) throws IOException {
    DigitImages images = DigitImages.load();
    Answer answer = solve(images, SEEDS);
    System.out.print(answer.text());
    System.out.println(
        "to look at: " + ExercisePage.write(answer.page(), arguments, "exercise-4.html"));
    System.exit(answer.isAsPromised() ? 0 : 1);
  }

  static Answer solve(DigitImages images, int seeds) {
    return new Answer(
        checks(images, seeds),
        costs(images, ScalingRule.LINEAR, seeds),
        costs(images, ScalingRule.SQUARE_ROOT, seeds));
  }

  private static Map<String, BatchScalingReport> checks(DigitImages images, int seeds) {
    var examples = ScheduledPerceptron_ConstantTrainer.examples(images.pixels(), images.digits());
    var check =
        BatchScalingCheck.on(Exercise4BatchSizes::trainer)
            .base(BASE_BATCH, BASE_RATE)
            .times(2, 4, 8)
            .epochs(EPOCHS)
            .warmupEpochs(WARMUP_EPOCHS)
            .seeds(LongStream.range(0, seeds).toArray())
            .threads(Runtime.getRuntime().availableProcessors());
    Map<String, BatchScalingReport> reports = new LinkedHashMap<>();
    reports.put(WITH_WARMUP, check.run(examples));
    reports.put(WITHOUT, check.warmupEpochs(0).run(examples));
    reports.put(QUARTER, check.base(BASE_BATCH, BASE_RATE / 4).run(examples));
    reports.put(SQUARE_ROOT, check.rule(ScalingRule.SQUARE_ROOT).run(examples));
    return reports;
  }

  private static ScheduledPerceptron_ConstantTrainer trainer(long seed) {
    return new ScheduledPerceptron_ConstantTrainer(new ScheduledPerceptron.Constant(), seed);
  }

  /** What it takes to the target, with each batch and the rate that a rule gives it. */
  private static List<Cost> costs(DigitImages images, ScalingRule rule, int seeds) {
    var split = DigitSplit.of(images.size());
    var examples = ScheduledPerceptron_ConstantTrainer.examples(images.pixels(), images.digits());
    var heldOut = examples.select(split.heldOut());
    var training = examples.select(split.training());
    List<Cost> costs = new ArrayList<>();
    for (int batch : BATCHES) {
      double rate = new BatchChange(BASE_BATCH, batch, rule).learningRate(BASE_RATE);
      double[] epochs = new double[seeds];
      double[] accuracies = new double[seeds];
      double[] millis = new double[seeds];
      for (int seed = 0; seed < seeds; seed++) {
        var trainer = trainer(seed);
        trainer.baseLearningRate(rate);
        long start = processorNanos();
        TrainingReport report =
            trainer.fit(
                training,
                Fit.epochs(EPOCHS).batchSize(batch).overrideTraining().validation(heldOut));
        Run run = new Run(report.epochs());
        epochs[seed] = run.reached(TARGET);
        accuracies[seed] = run.accuracy();
        millis[seed] = (processorNanos() - start) / 1e6 / EPOCHS;
      }
      int updates = (training.size() - 1) / batch + 1;
      costs.add(
          new Cost(
              batch,
              rate,
              updates,
              Spread.of(epochs),
              Spread.of(accuracies),
              DoubleStream.of(millis).min().orElseThrow()));
    }
    return costs;
  }

  /** That this thread has had: others do not make it more. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /**
   * What a batch costs.
   *
   * @param updates of an epoch
   * @param epochs to the target
   * @param accuracy in the end
   * @param millis of a processor for an epoch of the fastest run, its validation included
   */
  record Cost(int batch, double rate, int updates, Spread epochs, Spread accuracy, double millis) {
    double updatesToTarget() {
      return updates * epochs.mean();
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%5d  %-6s  %-14s  %7.0f  %-15s  %15.1f",
          batch,
          Digits.of(rate),
          epochs.text(1),
          updatesToTarget(),
          accuracy.text(3),
          millis);
    }
  }

  /**
   * @param checks by what was checked
   * @param linear the cost of each batch under the linear rule
   * @param squareRoot likewise
   */
  record Answer(Map<String, BatchScalingReport> checks, List<Cost> linear, List<Cost> squareRoot) {
    /** The largest batch up to which a rule holds, the base itself if there is none. */
    int holdsUpTo(String name) {
      return checks.get(name).holdsUpTo().orElse(BASE_BATCH);
    }

    /** How far the losses of a batch part from those of the base. */
    private double gap(String name, int batch) {
      BatchScalingReport report = checks.get(name);
      return report.gap(report.larger().get(BATCHES.indexOf(batch) - 1)).mean();
    }

    boolean isAsPromised() {
      int last = BATCHES.size() - 1;
      return holdsUpTo(WITH_WARMUP) == 64
          && gap(WITHOUT, 128) > gap(WITH_WARMUP, 128)
          && holdsUpTo(QUARTER) == 128
          && holdsUpTo(SQUARE_ROOT) == BASE_BATCH
          && linear.get(last).updatesToTarget() < linear.get(0).updatesToTarget() / 3
          && linear.get(last).epochs().mean() < squareRoot.get(last).epochs().mean();
    }

    String text() {
      StringBuilder text = new StringBuilder();
      checks.forEach((name, report) -> text.append(name).append(":\n").append(report).append('\n'));
      return text.append(costs()).toString();
    }

    private String costs() {
      return "cost, linear:\n" + table(linear) + "\ncost, square root:\n" + table(squareRoot);
    }

    private static String table(List<Cost> costs) {
      StringBuilder table = new StringBuilder();
      table.append("batch  rate    epochs to 0.95  updates  accuracy         CPU ms an epoch\n");
      costs.forEach(cost -> table.append(cost.line()).append('\n'));
      return table.toString();
    }

    Page page() {
      List<Section> sections = new ArrayList<>();
      checks.forEach((name, report) -> sections.add(section(name, report)));
      return ExercisePage.of(
          "Exercise 4: four sizes of batch", SEEN, costs(), sections.toArray(Section[]::new));
    }

    /** Losses and gaps; the verdict stands above the losses. */
    private static Section section(String name, BatchScalingReport report) {
      List<Block> blocks = new ArrayList<>();
      ScalingPage.of(report).sections().stream()
          .skip(1)
          .forEach(part -> blocks.addAll(part.blocks()));
      return new Section("The rule: " + name, blocks);
    }
  }
}
