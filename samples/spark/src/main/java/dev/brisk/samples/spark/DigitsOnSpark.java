package dev.brisk.samples.spark;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.Init.HE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.argmax;
import static dev.brisk.ops.Ops.relu;

import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.Training;
import dev.brisk.Warmup;
import dev.brisk.runtime.Fit;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.spark.Shards;
import dev.brisk.spark.SparkReport;
import dev.brisk.spark.SparkTraining;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Trains a perceptron on handwritten digits that are in an RDD, then without Spark, and compares
 * the weights.
 *
 * <p>The model knows nothing of Spark, and its trainer is the one that any model gets. The images
 * are dealt out to four shards, once. An update then is a job: the weights go out, each shard
 * computes the gradient of its own part of the batch, and the trainer in this process adds the four
 * up in the order of the shards and moves the weights.
 *
 * <p>A job costs tens of milliseconds, whatever it does, and so the batch is a large one: six
 * updates an epoch. That is also why a model of this size gains nothing by a cluster. What is to be
 * seen is that it loses nothing either: the second run goes over the same shards in the memory of
 * this process, and leaves the same weights to the last bit.
 */
public final class DigitsOnSpark {
  static final double PROMISED_ACCURACY = 0.93;

  private static final int SHARDS = 4;
  private static final int HELD_OUT = 359;
  private static final int PIXELS = 64;
  private static final int HIDDEN = 32;
  private static final int DIGITS = 10;
  private static final long SEED = 3;

  private DigitsOnSpark() {}

  /** One hidden layer; the batch is that of the whole cluster. */
  @Trainable
  @Optimizer(value = ADAM, learningRate = 0.02)
  @Warmup(steps = 12)
  @Schedule(COSINE)
  @Training(epochs = 20, batchSize = 240, examples = 1438)
  public static class Net {
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

    @Predict
    int classify(double[] pixels) {
      return argmax(logits(pixels));
    }

    @Metric
    double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
      return classify(pixels) == digit ? 1 : 0;
    }
  }

  /** What an RDD has: it is sent, so it is serializable. */
  record Image(double[] pixels, int digit) implements Serializable {}

  /**
   * What came out.
   *
   * @param accuracy of the images that were held out
   * @param differingWeights by which the run on Spark differs from the one without
   */
  record Outcome(SparkReport report, double accuracy, long differingWeights) {}

  /** Exits with 0 if both runs agree, and the model is as good as promised. */
  public static void main(String[] arguments) {
    // A real cluster is named by spark-submit; see docs/spark.md.
    SparkConf configuration =
        new SparkConf()
            .setAppName("digits")
            .setIfMissing("spark.master", "local[2]")
            .setIfMissing("spark.ui.enabled", "false");
    Outcome outcome;
    try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
      outcome = run(spark, images(), Fit.asDeclared(), System.out);
    }
    boolean isRight = outcome.differingWeights() == 0 && outcome.accuracy() >= PROMISED_ACCURACY;
    System.exit(isRight ? 0 : 1);
  }

  static List<Image> images() {
    DigitImages all = DigitImages.load();
    return IntStream.range(0, all.size())
        .mapToObj(i -> new Image(all.pixels()[i], all.digits()[i]))
        .toList();
  }

  static Outcome run(JavaSparkContext spark, List<Image> images, Fit options, PrintStream out) {
    var heldOut = examples(images.subList(0, HELD_OUT));
    List<Image> training = images.subList(HELD_OUT, images.size());

    // Executors make trainers of their own; the one that learns is here.
    var onSpark = SparkTraining.on(spark, DigitsOnSpark::trainer);
    var trainer = trainer(SEED);
    SparkReport report;
    try (var shards =
        onSpark.shards(spark.parallelize(training), SHARDS, DigitsOnSpark::examples)) {
      line(out, "%d images in %d shards", shards.size(), shards.count());
      report = onSpark.fit(trainer, shards, options.validation(heldOut).printTo(out));
    }

    var here = trainer(SEED);
    onSpark.fit(here, Shards.inMemory(examples(training), SHARDS), options);

    long differing = differences(weights(trainer), weights(here));
    double accuracy = trainer.accuracy(heldOut);
    line(out, "held-out accuracy %.3f", accuracy);
    line(out, "%d weights differ from those of a run without Spark", differing);
    return new Outcome(report, accuracy, differing);
  }

  private static DigitsOnSpark_NetTrainer trainer(long seed) {
    return new DigitsOnSpark_NetTrainer(new Net(), seed);
  }

  private static DigitsOnSpark_NetTrainer.Examples examples(List<Image> images) {
    return DigitsOnSpark_NetTrainer.examples(
        images.stream().map(Image::pixels).toArray(double[][]::new),
        images.stream().mapToInt(Image::digit).toArray());
  }

  private static double[] weights(DigitsOnSpark_NetTrainer trainer) {
    double[] weights = new double[HIDDEN * PIXELS + HIDDEN + DIGITS * HIDDEN + DIGITS];
    trainer.parameters(weights);
    return weights;
  }

  private static long differences(double[] some, double[] others) {
    return IntStream.range(0, some.length)
        .filter(i -> Double.doubleToRawLongBits(some[i]) != Double.doubleToRawLongBits(others[i]))
        .count();
  }

  private static void line(PrintStream out, String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }

  /*
  1438 images in 4 shards
  epoch  1/20  rate   0.00833333  train loss      2.18361  validation loss      1.94512  accuracy     0.311978
  epoch  2/20  rate    0.0183333  train loss      1.65099  validation loss      1.17944  accuracy     0.766017
  epoch  3/20  rate    0.0198944  train loss     0.839567  validation loss     0.579195  accuracy     0.849582
  ...
  epoch 20/20  rate  4.23050e-06  train loss    0.0768721  validation loss     0.172696  accuracy     0.944290
  held-out accuracy 0.944
  0 weights differ from those of a run without Spark
  */
}
