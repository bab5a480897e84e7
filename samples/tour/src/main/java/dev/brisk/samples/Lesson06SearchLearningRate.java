package dev.brisk.samples;

import dev.brisk.runtime.Fit;
import dev.brisk.samples.digits.DigitClassifier;
import dev.brisk.samples.digits.DigitClassifierTrainer;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitSplit;
import dev.brisk.tune.GridSearch;
import dev.brisk.tune.SearchResult;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * Searches the learning rate of a {@link DigitClassifier} on a grid, from one that hardly moves to
 * one that is far too high, and trains the model with the best.
 *
 * <p>There are three kinds of images here. The search trains on some and ranks by others; since it
 * has then chosen by those, what it promises is tested on a third kind, which neither has seen.
 *
 * <p>Look at the epochs: most rates are stopped after three of them, and only one is trained for
 * all 30. Schedules are those of the whole run, so after three epochs the warm-up is just over.
 * Then take {@code halving} away: the same rate comes out first, after four times the work.
 *
 * <p>Look at the spread, too: it is what another order of the examples makes of the same rate.
 * Rates that lie closer together than that cannot be told apart by a search, however fine the grid.
 */
public final class Lesson06SearchLearningRate {
  private static final long SEED = 3;

  private Lesson06SearchLearningRate() {}

  /** Exits with 0 if the best rate is as good as promised, else with 1. */
  public static void main(String[] arguments) {
    System.exit(run(DigitImages.load(), System.out, System.err));
  }

  static int run(DigitImages images, PrintStream out, PrintStream err) {
    int[] rows = DigitSplit.shuffledRows(images.size());
    int fifth = rows.length / 5;
    var examples = DigitClassifierTrainer.examples(images.pixels(), images.digits());
    var test = examples.select(Arrays.copyOfRange(rows, 0, fifth));
    var validation = examples.select(Arrays.copyOfRange(rows, fifth, 2 * fifth));
    var training = examples.select(Arrays.copyOfRange(rows, 2 * fifth, rows.length));

    SearchResult result =
        GridSearch.on(seed -> new DigitClassifierTrainer(new DigitClassifier(), seed))
            .ratesBetween(1e-3, 10, 9)
            .epochs(30)
            .seeds(0, 1, 2)
            .halving(3, 3)
            .threads(Runtime.getRuntime().availableProcessors())
            .run(training, validation);
    out.print(result);

    var trainer = new DigitClassifierTrainer(new DigitClassifier(), SEED);
    trainer.baseLearningRate(result.best().learningRate());
    trainer.fit(training, Fit.epochs(30).overrideTraining());
    double accuracy = trainer.accuracy(test);
    line(out, "test accuracy with it %.3f", accuracy);
    if (accuracy >= HandwrittenDigits.PROMISED_ACCURACY) {
      return 0;
    }
    line(
        err,
        "accuracy %.4f, this sample promises at least %.2f",
        accuracy,
        HandwrittenDigits.PROMISED_ACCURACY);
    return 1;
  }

  private static void line(PrintStream out, String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }
}
