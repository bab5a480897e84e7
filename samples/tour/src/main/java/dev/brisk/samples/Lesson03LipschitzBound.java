package dev.brisk.samples;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.ops.Losses.binaryCrossEntropy;
import static dev.brisk.ops.Ops.dot;
import static dev.brisk.samples.digits.DigitClassifier.PIXELS;

import dev.brisk.Curvature;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.analysis.Descent;
import dev.brisk.analysis.LinearModel;
import dev.brisk.analysis.Sharpness;
import dev.brisk.analysis.SharpnessMeter;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.samples.digits.DigitClassifier;
import dev.brisk.samples.digits.DigitClassifierTrainer;
import dev.brisk.samples.digits.DigitImages;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How large the rate may be where the loss is no quadratic. What then takes the place of the
 * curvature is its bound {@code L}, the Lipschitz constant of the gradient: no direction curves
 * more, wherever the weights are. For a linear model the data alone tell it, before anything is
 * trained. That of logistic regression is
 *
 * <pre>
 * L = lambda_max(X' X) / (4 n)
 * </pre>
 *
 * <p>with the images as rows of {@code X}; the 4 is since {@code p (1 - p)} is a quarter at most.
 * Here a 3 is told from an 8. Look at the first lines: where all weights are zero every probability
 * is one half, and the curvature that is measured there is the bound, to all digits.
 *
 * <p>With the gradient {@code g} of all images, it is certain that a step makes the loss fall by
 *
 * <pre>
 * rate (1 - rate L / 2) |g|^2
 * </pre>
 *
 * <p>at least. That is the descent lemma: Nesterov, "Introductory Lectures on Convex Optimization",
 * 2004, section 1.2.3. It is largest at {@code 1 / L}, which makes it {@code |g|^2 / 2 L}, and 0 at
 * {@code 2 / L}: below that the loss falls, whatever the data are. {@link #descend} counts the
 * steps that fall by less, and finds none.
 *
 * <p>Beyond {@code 2 / L} no fall is certain, which is less than to say that there is none. A model
 * that becomes sure of its images has probabilities near 0 and 1, where the loss is flat: without a
 * ridge a rate beyond the bound is even the better one here, and only twice the bound goes wrong at
 * first. A {@link Ridge} of one half of all squared weights keeps them small, and the probabilities
 * near one half: the curvature stays where it was, and the bound is sharp. Of rates of 1.9 and 2.1
 * times {@code 1 / L} the one descends at every step, and with the other the loss rises again and
 * again. Do not look for a good classifier there.
 *
 * <p>The last lines are about the ten classes of a {@link DigitClassifier}. The curvature is
 * measured where training begins and where it ends: with ten classes the loss at zero curves a
 * fifth of what it could, and training makes it flat. The rate of 0.3 that the model declares is
 * far below the bound all the time. But that is a bound for steps on all images at once; the
 * gradients of minibatches differ from each other, and ask for less.
 *
 * <p>What is known may be declared. {@link Plain} says by {@code @Curvature} what its bound is;
 * write {@code learningRate = 0.7} there, and it does not compile: {@code
 * brisk[stability-bound-exceeded]}.
 */
public final class Lesson03LipschitzBound {
  static final double RIDGE = 1;

  /** Rates as multiples of {@code 1 / L}. */
  static final double[] MULTIPLES = {1, 1.8, 1.9, 2.1, 2.5, 4};

  private static final int STEPS = 100;
  private static final long SEED = 3;

  /** What rounding does to a mean loss. */
  private static final double ROUNDING = 1e-13;

  private Lesson03LipschitzBound() {}

  /** Logistic regression: a 3 is 0, an 8 is 1. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.3)
  @Curvature(lipschitz = 3.234)
  static class Plain {
    @Parameter(shape = PIXELS)
    double[] weights;

    @Parameter double bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, double isEight) {
      return binaryCrossEntropy(dot(weights, pixels) + bias, isEight);
    }
  }

  /** The same, and a price of weights. It adds to the curvature of every direction. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.2)
  @Curvature(lipschitz = 3.234 + RIDGE)
  static class Ridge {
    @Parameter(shape = PIXELS)
    double[] weights;

    @Parameter double bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, double isEight) {
      double squares = dot(weights, weights) + bias * bias;
      return binaryCrossEntropy(dot(weights, pixels) + bias, isEight) + RIDGE / 2 * squares;
    }
  }

  /**
   * A descent on all images at each step.
   *
   * @param losses at the start, and after each step
   * @param rises how many steps made the loss rise
   * @param broken how many made it fall by less than is certain
   */
  record Way(double[] losses, int rises, int broken) {
    double last() {
      return losses[losses.length - 1];
    }
  }

  static <E extends Examples<E>> Way descend(
      DoubleTrainer<E> trainer, E examples, double multiple, double lipschitz) {
    double rate = multiple / lipschitz;
    trainer.baseLearningRate(rate);
    double[] gradient = new double[PIXELS + 1];
    double[] certain = new double[STEPS];
    double[] losses = new double[STEPS + 1];
    for (int t = 0; t < STEPS; t++) {
      losses[t] = trainer.gradient(examples, 0, examples.size(), gradient);
      double square = DoubleStream.of(gradient).map(g -> g * g).sum();
      certain[t] = rate * (1 - rate * lipschitz / 2) * square;
      trainer.trainBatch(examples, 0, examples.size());
    }
    losses[STEPS] = trainer.loss(examples);
    return new Way(
        losses,
        count(t -> losses[t + 1] > losses[t] + ROUNDING),
        count(t -> losses[t + 1] > losses[t] - certain[t] + ROUNDING));
  }

  private static int count(IntPredicate ofStep) {
    return (int) IntStream.range(0, STEPS).filter(ofStep).count();
  }

  /** Threes and eights, and what is known of them. */
  record Problem(double[][] pixels, double[] areEights, double lipschitz) {
    static Problem of(DigitImages images) {
      DigitImages both = images.only(3, 8);
      double[] areEights =
          Arrays.stream(both.digits()).mapToDouble(digit -> digit == 8 ? 1 : 0).toArray();
      double lipschitz = LinearModel.withIntercept(both.pixels()).binaryCrossEntropy().sharpness();
      return new Problem(both.pixels(), areEights, lipschitz);
    }

    /** What is measured where all weights are zero, and after 100 steps with {@code 1 / L}. */
    double[] measured() {
      var trainer = new Lesson03LipschitzBound_PlainTrainer(new Plain());
      var examples = Lesson03LipschitzBound_PlainTrainer.examples(pixels, areEights);
      double before = SharpnessMeter.on(trainer).measure(examples).largest();
      descend(trainer, examples, 1, lipschitz);
      return new double[] {before, SharpnessMeter.on(trainer).measure(examples).largest()};
    }

    Way plain(double multiple) {
      return descend(
          new Lesson03LipschitzBound_PlainTrainer(new Plain()),
          Lesson03LipschitzBound_PlainTrainer.examples(pixels, areEights),
          multiple,
          lipschitz);
    }

    Way ridge(double multiple) {
      return descend(
          new Lesson03LipschitzBound_RidgeTrainer(new Ridge()),
          Lesson03LipschitzBound_RidgeTrainer.examples(pixels, areEights),
          multiple,
          lipschitz + RIDGE);
    }
  }

  /** How the loss of ten classes curves, before and after the training that the model declares. */
  record TenClasses(double possible, double atZero, Sharpness before, Sharpness after) {
    static TenClasses of(DigitImages images) {
      LinearModel data = LinearModel.withIntercept(images.pixels());
      var trainer = new DigitClassifierTrainer(new DigitClassifier(), SEED);
      var examples = DigitClassifierTrainer.examples(images.pixels(), images.digits());
      Sharpness before = SharpnessMeter.on(trainer).measure(examples);
      trainer.fit(examples, Fit.asDeclared().overrideTraining());
      return new TenClasses(
          data.softmaxCrossEntropy().sharpness(),
          data.curved(1.0 / DigitClassifier.DIGITS).sharpness(),
          before,
          SharpnessMeter.on(trainer).measure(examples));
    }
  }

  /** Prints what the promises come to. */
  public static void main(String[] arguments) {
    DigitImages images = DigitImages.load();
    Problem problem = Problem.of(images);
    double[] measured = problem.measured();
    line("3 or 8: L of the data %.4f, 2/L %.4f", problem.lipschitz(), 2 / problem.lipschitz());
    line("measured before training %.4f, after %.4f", measured[0], measured[1]);
    line("%n%d steps  without a ridge     with a ridge", STEPS);
    line("rate       rises    loss    rises    loss");
    int broken = 0;
    for (double multiple : MULTIPLES) {
      Way plain = problem.plain(multiple);
      Way ridge = problem.ridge(multiple);
      broken += plain.broken() + ridge.broken();
      line(
          "%.1f / L  %6d  %.4f   %6d  %.4f",
          multiple, plain.rises(), plain.last(), ridge.rises(), ridge.last());
    }
    line("steps that fell by less than is certain: %d", broken);

    TenClasses ten = TenClasses.of(images);
    line(
        "%nten classes: the images allow a curvature of %.3f, and of %.5f with all weights zero",
        ten.possible(), ten.atZero());
    // As DigitClassifier declares.
    Descent descent = Descent.heavyBall(0.9);
    line("before training: %s%n%s", ten.before(), ten.before().judge(0.3, descent));
    line("after training: %s%n%s", ten.after(), ten.after().judge(0.3, descent));
  }

  private static void line(String form, Object... figures) {
    System.out.println(String.format(Locale.ROOT, form, figures));
  }

  /*
  3 or 8: L of the data 3.2338, 2/L 0.6185
  measured before training 3.2338, after 1.0226

  100 steps  without a ridge     with a ridge
  rate       rises    loss    rises    loss
  1.0 / L       0  0.1222        0  0.6270
  1.8 / L       0  0.0880        0  0.6270
  1.9 / L       0  0.0853        0  0.6270
  2.1 / L       0  0.0806       85  0.7110
  2.5 / L       0  0.0729       55  1.2360
  4.0 / L       3  0.0535       52  3.9977
  steps that fell by less than is certain: 0

  ten classes: the images allow a curvature of 5.722, and of 1.14435 with all weights zero
  before training: the Hessian's eigenvalues go from 1.4458e-7 to 1.14435 (residuals ...)
  learning rate 0.3 is 0.09 times the bound 2 (1 + 0.9)/L = 3.32: stable
  after training: the Hessian's eigenvalues go from 3.36783e-8 to 0.204557 (residuals ...)
  learning rate 0.3 is 0.016 times the bound 2 (1 + 0.9)/L = 18.6: stable
  */
}
