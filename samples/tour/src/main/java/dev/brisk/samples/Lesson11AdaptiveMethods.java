package dev.brisk.samples;

import static dev.brisk.Algorithm.ADAGRAD;
import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Algorithm.RMSPROP;
import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.ops.Losses.squared;
import static dev.brisk.ops.Ops.dot;
import static dev.brisk.samples.digits.DigitClassifier.PIXELS;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.analysis.LinearModel;
import dev.brisk.data.Standardisation;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.tune.GridSearch;
import dev.brisk.tune.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * What adaptive methods are good for. Real columns are in all kinds of units. Here the pixels of
 * threes and eights are: each is multiplied by a factor of its own, from the first pixel to the
 * last these rise by a thousand, and nothing else is different from the images of the other
 * lessons. A 3 is to become -1 and an 8 is to become 1, by least squares, whose curvature the data
 * tell exactly.
 *
 * <p>The curvature along a weight goes with the square of its column's scale. Descent has one rate
 * for all weights, bounded by the largest column, and with it hardly moves the weights of the small
 * ones: see the best rate, and the bound of {@code 2 / L} beside it. Momentum needs fewer steps by
 * a root, as in {@link Lesson02QuadraticConvergence}. The adaptive methods divide each gradient by
 * the size that such gradients have had, so that a step is as long in a small column as in a large
 * one. That takes one of the two factors of scale out of the curvature, and leaves the other: they
 * are ahead, and not unmoved.
 *
 * <p>Then look at the last line. {@link Standardisation} brings all columns to one scale before
 * anything is trained, and plain descent comes lower than all the others did. Whoever can mend the
 * data need not have the optimizer bear with them. Adaptive methods are for scales that cannot be
 * mended beforehand, as those within the layers of a network.
 *
 * <p>Every method has the best rate that a search finds for it, as in {@link
 * Lesson06SearchLearningRate}; otherwise this would compare rates. A cosine brings each to rest. A
 * loss is the median over the seeds, which decide the order of the images, and the spread is what
 * these make of it.
 */
public final class Lesson11AdaptiveMethods {
  /** The scale of the last column over that of the first. */
  static final double SPREAD = 1000;

  private static final int BATCH_SIZE = 51;

  private Lesson11AdaptiveMethods() {}

  /** The update rule, and nothing else. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.01)
  @Schedule(COSINE)
  static class Plain {
    @Parameter(shape = PIXELS)
    double[] weights;

    @Parameter double bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, double target) {
      return squared(dot(weights, pixels) + bias, target);
    }
  }

  /** Steps add up along the directions in which gradients agree. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.01, momentum = 0.9)
  @Schedule(COSINE)
  static class Momentum {
    @Parameter(shape = PIXELS)
    double[] weights;

    @Parameter double bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, double target) {
      return squared(dot(weights, pixels) + bias, target);
    }
  }

  /** Divides by the root of the sum of all squared gradients, parameter by parameter. */
  @Trainable
  @Optimizer(value = ADAGRAD, learningRate = 0.01)
  @Schedule(COSINE)
  static class AdaGrad {
    @Parameter(shape = PIXELS)
    double[] weights;

    @Parameter double bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, double target) {
      return squared(dot(weights, pixels) + bias, target);
    }
  }

  /** Divides by the root of a running mean of them. */
  @Trainable
  @Optimizer(value = RMSPROP, learningRate = 0.01)
  @Schedule(COSINE)
  static class RmsProp {
    @Parameter(shape = PIXELS)
    double[] weights;

    @Parameter double bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, double target) {
      return squared(dot(weights, pixels) + bias, target);
    }
  }

  /** The same, with momentum. */
  @Trainable
  @Optimizer(value = ADAM, learningRate = 0.01)
  @Schedule(COSINE)
  static class Adam {
    @Parameter(shape = PIXELS)
    double[] weights;

    @Parameter double bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, double target) {
      return squared(dot(weights, pixels) + bias, target);
    }
  }

  /**
   * A method with its best rate.
   *
   * @param bound the rate from which on descent without momentum diverges, on these data
   * @param outcome the mean loss of all images after training, by seed
   */
  record Best(String method, double bound, Outcome outcome) {}

  /** How, and for how long, each method is searched. */
  record Race(double[][] pixels, double[] targets, int epochs, long[] seeds) {
    /** All methods on the columns in their units, and plain descent on standardised ones. */
    static List<Best> run(DigitImages images, int epochs, long... seeds) {
      DigitImages both = images.only(3, 8);
      double[] targets =
          Arrays.stream(both.digits()).mapToDouble(digit -> digit == 8 ? 1 : -1).toArray();
      double[][] pixels = inUnits(both.pixels());
      Race race = new Race(pixels, targets, epochs, seeds);
      Race fair = new Race(Standardisation.fit(pixels).apply(pixels), targets, epochs, seeds);
      return List.of(
          race.plain("descent"),
          race.momentum(),
          race.adaGrad(),
          race.rmsProp(),
          race.adam(),
          fair.plain("standardised, descent"));
    }

    private Best plain(String name) {
      return best(
          name,
          Lesson11AdaptiveMethods_PlainTrainer.examples(pixels, targets),
          seed -> new Lesson11AdaptiveMethods_PlainTrainer(new Plain(), seed));
    }

    private Best momentum() {
      return best(
          "momentum",
          Lesson11AdaptiveMethods_MomentumTrainer.examples(pixels, targets),
          seed -> new Lesson11AdaptiveMethods_MomentumTrainer(new Momentum(), seed));
    }

    private Best adaGrad() {
      return best(
          "AdaGrad",
          Lesson11AdaptiveMethods_AdaGradTrainer.examples(pixels, targets),
          seed -> new Lesson11AdaptiveMethods_AdaGradTrainer(new AdaGrad(), seed));
    }

    private Best rmsProp() {
      return best(
          "RMSprop",
          Lesson11AdaptiveMethods_RmsPropTrainer.examples(pixels, targets),
          seed -> new Lesson11AdaptiveMethods_RmsPropTrainer(new RmsProp(), seed));
    }

    private Best adam() {
      return best(
          "Adam",
          Lesson11AdaptiveMethods_AdamTrainer.examples(pixels, targets),
          seed -> new Lesson11AdaptiveMethods_AdamTrainer(new Adam(), seed));
    }

    /** Two rates for each power of ten. */
    private <E extends Examples<E>> Best best(
        String name, E examples, LongFunction<Trainer<E>> trainers) {
      Outcome outcome =
          GridSearch.on(trainers)
              .ratesBetween(2e-4, 0.2, 7)
              .batchSizes(BATCH_SIZE)
              .epochs(epochs)
              .seeds(seeds)
              .run(examples, examples)
              .best();
      double bound = LinearModel.withIntercept(pixels).squared().gradientDescent();
      return new Best(name, bound, outcome);
    }
  }

  /** The factors rise from the root of a thousandth to that of a thousand, each times the same. */
  static double[][] inUnits(double[][] pixels) {
    double[][] scaled = new double[pixels.length][PIXELS];
    for (int image = 0; image < pixels.length; image++) {
      for (int i = 0; i < PIXELS; i++) {
        scaled[image][i] = pixels[image][i] * Math.pow(SPREAD, (double) i / (PIXELS - 1) - 0.5);
      }
    }
    return scaled;
  }

  /** Prints a line for each method. */
  public static void main(String[] arguments) {
    System.out.println("method                 best rate      2/L    loss  spread");
    for (Best best : Race.run(DigitImages.load(), 60, 0, 1, 2, 3, 4)) {
      Outcome outcome = best.outcome();
      System.out.println(
          String.format(
              Locale.ROOT,
              "%-21s  %9.5f  %7.5f  %.4f  %.3f",
              best.method(),
              outcome.learningRate(),
              best.bound(),
              outcome.median(),
              outcome.spread()));
    }
  }

  /*
  method                 best rate      2/L    loss  spread
  descent                  0.00063  0.00093  0.3078  0.000
  momentum                 0.00063  0.00093  0.1775  0.000
  AdaGrad                  0.06300  0.00093  0.1600  0.005
  RMSprop                  0.02000  0.00093  0.1460  0.004
  Adam                     0.06300  0.00093  0.1249  0.003
  standardised, descent    0.06300  0.11689  0.0980  0.000
  */
}
