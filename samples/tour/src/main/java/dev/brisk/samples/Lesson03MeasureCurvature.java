package dev.brisk.samples;

import dev.brisk.analysis.Descent;
import dev.brisk.analysis.LinearModel;
import dev.brisk.analysis.Quadratic;
import dev.brisk.analysis.RateJudgement;
import dev.brisk.analysis.Sharpness;
import dev.brisk.analysis.SharpnessMeter;
import dev.brisk.runtime.Fit;
import dev.brisk.samples.digits.DigitClassifier;
import dev.brisk.samples.digits.DigitClassifierTrainer;
import dev.brisk.samples.digits.DigitImages;
import java.io.PrintStream;
import java.util.Locale;

/**
 * How large a learning rate may be. First on {@code (w - 3)^2}, where everything is known: its
 * curvature is 2, so that descent diverges from a rate of 1 on, and is there after one step with a
 * rate of one half. Then for the {@link DigitClassifier}, whose loss is no quadratic: its curvature
 * is measured where training begins and where it ends.
 *
 * <p>Look at the largest eigenvalue before training and after. The images alone tell how far the
 * loss of such a model can curve at most, and how far it does where all weights are zero: a fifth
 * of that with ten classes, and what is measured is the same. As the model becomes sure of the
 * images the loss becomes flat, and the bound of the rate rises.
 *
 * <p>The rate of 0.3 that the model declares is far below its bound all the time, which is that of
 * steps on all images at once. The gradients of minibatches differ from each other, and ask for
 * less.
 */
public final class Lesson03MeasureCurvature {
  private static final double[] RATES = {0.01, 0.1, 0.9, 1.1};
  private static final int STEPS = 20;
  private static final long SEED = 3;

  /** As {@link DigitClassifier} declares. */
  private static final double RATE = 0.3;

  private static final Descent DESCENT = Descent.heavyBall(0.9);

  private Lesson03MeasureCurvature() {}

  /**
   * Exits with 0 if the declared rate is below its bound before and after training, else with 1.
   */
  public static void main(String[] arguments) {
    System.exit(run(DigitImages.load(), System.out, System.err));
  }

  static int run(DigitImages images, PrintStream out, PrintStream err) {
    lesson(out);
    out.println();
    RateJudgement before = digits(images, out);
    if (before.isStable()) {
      return 0;
    }
    err.println(before);
    return 1;
  }

  private static void lesson(PrintStream out) {
    Quadratic parabola = Quadratic.of(2, 3);
    line(
        out,
        "(w - 3)^2: diverges from %s on, best rate %s",
        parabola.bounds().gradientDescent(),
        parabola.bestRate());
    line(out, "rate  factor  regime       w after %d steps from 0", STEPS);
    for (double rate : RATES) {
      double[] way = parabola.descend(Descent.plain(), rate, STEPS, 0).parameter(0);
      line(
          out,
          "%-4s  %6.2f  %-11s  %8.4f",
          rate,
          parabola.contraction(rate),
          parabola.regime(rate).toString().toLowerCase(Locale.ROOT),
          way[STEPS]);
    }
  }

  private static RateJudgement digits(DigitImages images, PrintStream out) {
    var trainer = new DigitClassifierTrainer(new DigitClassifier(), SEED);
    var examples = DigitClassifierTrainer.examples(images.pixels(), images.digits());
    var meter = SharpnessMeter.on(trainer);

    LinearModel data = LinearModel.withIntercept(images.pixels());
    line(
        out,
        "digits: the images allow a curvature of %.3f, and of %.5f where all weights are zero",
        data.softmaxCrossEntropy().sharpness(),
        data.curved(1.0 / DigitClassifier.DIGITS).sharpness());
    Sharpness before = meter.measure(examples);
    out.println("before training: " + before);
    out.println(before.judge(RATE, DESCENT));

    trainer.fit(examples, Fit.asDeclared().overrideTraining());

    Sharpness after = meter.measure(examples);
    out.println("after training: " + after);
    out.println(after.judge(RATE, DESCENT));
    return before.largest() > after.largest()
        ? before.judge(RATE, DESCENT)
        : after.judge(RATE, DESCENT);
  }

  private static void line(PrintStream out, String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }
}
