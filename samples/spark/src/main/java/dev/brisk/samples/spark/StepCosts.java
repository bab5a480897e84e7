package dev.brisk.samples.spark;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Init.HE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.relu;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.Trainer;
import dev.brisk.spark.ExamplesFactory;
import dev.brisk.spark.SparkTraining;
import dev.brisk.spark.TrainerFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Measures what an update costs on a cluster, and from what size of batch on it is worth it.
 *
 * <p>Two things are measured. The first is an update that computes nothing, by numbers of
 * parameters and of shards: that is the price of a job, of sending the parameters out and the
 * gradients back, and of adding them up. A second column has the same for a round of local steps,
 * which sends what Adam keeps beside each parameter too. The second is an update of a perceptron by
 * sizes of batches, beside the same update on one core without Spark. Where the one on the cluster
 * is the faster, a cluster pays.
 *
 * <p>Masters to measure are the arguments, such as {@code local[2]} and {@code
 * local-cluster[2,1,1024]}, whose executors are processes of their own. The docs page on Spark has
 * a table of what came out, and the model of costs that follows from it.
 */
public final class StepCosts {
  private static final int PIXELS = 784;
  private static final int HIDDEN = 128;
  private static final int DIGITS = 10;
  private static final double MILLIS = 1e6;

  private StepCosts() {}

  /** As many parameters as one likes, of which the loss looks at one. */
  @Trainable
  @Optimizer(value = ADAM, learningRate = 0.001)
  public static class Wide {
    @Parameter double[] weights;

    /** Of so many parameters. */
    Wide(int parameters) {
      weights = new double[parameters];
    }

    @Loss
    double loss(double target) {
      double error = weights[0] - target;
      return error * error;
    }
  }

  /** A perceptron with about 100,000 parameters. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.01)
  public static class Perceptron {
    @Parameter(
        shape = {HIDDEN, PIXELS},
        init = HE)
    float[] hiddenWeights;

    @Parameter(shape = HIDDEN)
    float[] hiddenBias;

    @Parameter(
        shape = {DIGITS, HIDDEN},
        init = HE)
    float[] weights;

    @Parameter(shape = DIGITS)
    float[] bias;

    @Loss
    float loss(@Shape(PIXELS) float[] pixels, int digit) {
      return softmaxCrossEntropy(
          affine(weights, bias, relu(affine(hiddenWeights, hiddenBias, pixels))), digit);
    }
  }

  /**
   * What is measured.
   *
   * @param updates that are timed, after as many that are not
   */
  record Plan(
      List<Integer> parameters, List<Integer> shards, List<Integer> batchSizes, int updates) {
    static final Plan WHOLE =
        new Plan(
            List.of(1_000, 100_000, 1_000_000),
            List.of(1, 2, 8),
            List.of(256, 1_024, 4_096, 16_384),
            9);
  }

  /** Measures on the masters of the arguments; on two threads of this process without any. */
  public static void main(String[] arguments) throws IOException {
    String home = System.getenv("SPARK_HOME");
    if (home != null) {
      // Without an installation, workers of a cluster start executors by the class path below; but
      // they look for this folder.
      Files.createDirectories(Path.of(home, "jars"));
    }
    List<String> masters = arguments.length == 0 ? List.of("local[2]") : List.of(arguments);
    for (String master : masters) {
      SparkConf configuration =
          new SparkConf()
              .setAppName("step costs")
              .setMaster(master)
              .set("spark.ui.enabled", "false")
              .set("spark.executor.extraClassPath", System.getProperty("java.class.path"));
      try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
        measure(spark, Plan.WHOLE, System.out);
      }
    }
  }

  static void measure(JavaSparkContext spark, Plan plan, PrintStream out) {
    line(out, "%n%s: an update that computes nothing", spark.master());
    line(out, "%12s %8s %16s %16s", "parameters", "shards", "synchronous", "local steps");
    for (int parameters : plan.parameters()) {
      for (int shards : plan.shards()) {
        line(
            out,
            "%,12d %8d %13.1f ms %13.1f ms",
            parameters,
            shards,
            exchange(spark, parameters, shards, false, plan.updates()),
            exchange(spark, parameters, shards, true, plan.updates()));
      }
    }
    line(out, "%s: an update of a perceptron with 101,770 parameters, two shards", spark.master());
    line(out, "%12s %16s %16s", "batch", "one core", "here");
    for (int batchSize : plan.batchSizes()) {
      line(
          out,
          "%,12d %13.1f ms %13.1f ms",
          batchSize,
          onOneCore(batchSize, plan.updates()),
          onSpark(spark, batchSize, plan.updates()));
    }
  }

  private static double exchange(
      JavaSparkContext spark, int parameters, int shards, boolean isLocal, int updates) {
    TrainerFactory<StepCosts_WideTrainer> factory =
        seed -> new StepCosts_WideTrainer(new Wide(parameters), seed);
    ExamplesFactory<Integer, StepCosts_WideTrainer.Examples> examples =
        numbers -> StepCosts_WideTrainer.examples(new double[numbers.size()]);
    var training = SparkTraining.on(spark, factory);
    return onSpark(
        spark,
        isLocal ? training.localSteps(1) : training,
        factory,
        examples,
        shards,
        shards,
        updates);
  }

  private static double onSpark(JavaSparkContext spark, int batchSize, int updates) {
    TrainerFactory<StepCosts_PerceptronTrainer> factory = StepCosts::perceptron;
    return onSpark(
        spark, SparkTraining.on(spark, factory), factory, StepCosts::images, 2, batchSize, updates);
  }

  private static <T extends Trainer<E>, E extends Examples<E>> double onSpark(
      JavaSparkContext spark,
      SparkTraining<T, E> training,
      TrainerFactory<T> factory,
      ExamplesFactory<Integer, E> examples,
      int shards,
      int batchSize,
      int updates) {
    List<Integer> numbers = IntStream.range(0, batchSize).boxed().toList();
    Clock clock = new Clock();
    try (var dealt = training.shards(spark.parallelize(numbers), shards, examples)) {
      training.fit(factory.create(0), dealt, clock.fit(batchSize, updates));
    }
    return clock.median(updates);
  }

  private static double onOneCore(int batchSize, int updates) {
    Clock clock = new Clock();
    List<Integer> numbers = IntStream.range(0, batchSize).boxed().toList();
    perceptron(0).fit(images(numbers), clock.fit(batchSize, updates));
    return clock.median(updates);
  }

  private static StepCosts_PerceptronTrainer perceptron(long seed) {
    return new StepCosts_PerceptronTrainer(new Perceptron(), seed);
  }

  /** Noise, which takes as long as images do. */
  private static StepCosts_PerceptronTrainer.Examples images(List<Integer> numbers) {
    float[][] pixels = new float[numbers.size()][PIXELS];
    int[] digits = new int[numbers.size()];
    for (int i = 0; i < digits.length; i++) {
      SplittableRandom random = new SplittableRandom(numbers.get(i));
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        pixels[i][pixel] = (float) random.nextDouble();
      }
      digits[i] = random.nextInt(DIGITS);
    }
    return StepCosts_PerceptronTrainer.examples(pixels, digits);
  }

  /** Takes the time from each update to the next. */
  private static final class Clock implements FitListener {
    private final List<Double> milliseconds = new ArrayList<>();
    private long last = System.nanoTime();

    /** One batch is all examples: nothing is shuffled, and each update is an epoch. */
    Fit fit(int batchSize, int updates) {
      return Fit.steps(2 * updates).batchSize(batchSize).shuffle(false).listener(this);
    }

    @Override
    public void updated(FitProgress progress) {
      long now = System.nanoTime();
      milliseconds.add((now - last) / MILLIS);
      last = now;
    }

    /** That of the last ones. */
    double median(int updates) {
      double[] timed =
          milliseconds.stream()
              .skip(milliseconds.size() - updates)
              .mapToDouble(Double::doubleValue)
              .toArray();
      Arrays.sort(timed);
      return timed[timed.length / 2];
    }
  }

  private static void line(PrintStream out, String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }
}
