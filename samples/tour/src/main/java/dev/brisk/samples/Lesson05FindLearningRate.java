package dev.brisk.samples;

import dev.brisk.report.finder.FinderPage;
import dev.brisk.report.page.HtmlPage;
import dev.brisk.runtime.Fit;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitPerceptron;
import dev.brisk.samples.digits.DigitPerceptronTrainer;
import dev.brisk.samples.digits.DigitSplit;
import dev.brisk.tune.FinderResult;
import dev.brisk.tune.LearningRateFinder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Finds a learning rate for a {@link DigitPerceptron}, and trains with it.
 *
 * <p>The finder trains for a hundred updates, while the rate rises from far too small to far too
 * large, and takes everything back. The plot shows the three parts that every such curve has: flat
 * while the rate is too small to do anything, falling where it does well, and rising where updates
 * overshoot. The rate to take is where it falls; at the lowest point it is already too large, since
 * what is seen there was learnt by the smaller rates before.
 *
 * <p>The line below the plot is to be pasted over the model's own {@code @Optimizer}. It is rounded
 * to two digits, since a learning rate is right or wrong by factors, not by percents.
 *
 * <p>At the end the finder is asked again, about the model that is trained by then. There is no
 * rate by which that would learn much more, and the finder says so instead of a number.
 *
 * <p>With a folder, {@code -Dsample.arguments=folder}, both results are pages in it too, to open in
 * a browser: {@code finder.html} and {@code once-more.html}.
 */
public final class Lesson05FindLearningRate {
  /** What this network reaches with a good learning rate; the program fails if it does not. */
  static final double PROMISED_ACCURACY = 0.95;

  private static final long SEED = 3;

  private Lesson05FindLearningRate() {}

  /** Exits with 0 if the rate is as good as promised, else with 1. */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(DigitImages.load(), List.of(arguments), System.out, System.err));
  }

  static int run(DigitImages images, List<String> folders, PrintStream out, PrintStream err)
      throws IOException {
    var split = DigitSplit.of(images.size());
    var examples = DigitPerceptronTrainer.examples(images.pixels(), images.digits());
    var heldOut = examples.select(split.heldOut());
    var training = examples.select(split.training());

    var trainer = new DigitPerceptronTrainer(new DigitPerceptron(), SEED);
    FinderResult found = LearningRateFinder.on(trainer).run(training);
    out.print(found.plot());
    out.println(found);
    write(found, folders, "finder.html", out);
    if (found.suggestion().isEmpty()) {
      err.println("no learning rate was found");
      return 1;
    }

    trainer.baseLearningRate(found.suggestion().getAsDouble());
    trainer.fit(training, Fit.asDeclared());
    double accuracy = trainer.accuracy(heldOut);
    out.println(String.format(Locale.ROOT, "held-out accuracy with that rate %.3f", accuracy));
    FinderResult again = LearningRateFinder.on(trainer).run(training);
    write(again, folders, "once-more.html", out);
    out.println("once more: " + again);
    if (accuracy >= PROMISED_ACCURACY) {
      return 0;
    }
    err.println(
        String.format(
            Locale.ROOT,
            "accuracy %.4f, this sample promises at least %.2f",
            accuracy,
            PROMISED_ACCURACY));
    return 1;
  }

  private static void write(FinderResult found, List<String> folders, String name, PrintStream out)
      throws IOException {
    for (String folder : folders) {
      Path file = Files.createDirectories(Path.of(folder)).resolve(name);
      HtmlPage.write(FinderPage.of(found), file);
      out.println("written: " + file);
    }
  }
}
