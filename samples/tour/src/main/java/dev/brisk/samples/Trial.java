package dev.brisk.samples;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.TrainingReport;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A classifier is trained on some images, and tested on others.
 *
 * @param classify a label for each of the test's images
 * @param labels what they really are
 * @param names of the labels
 * @param promised the accuracy that is hoped for
 */
record Trial<E extends Examples<E>>(
    Trainer<E> trainer,
    E training,
    E test,
    Function<E, int[]> classify,
    int[] labels,
    List<String> names,
    double promised) {
  /** Of the misread images, how many are told. */
  private static final int TOLD = 6;

  /** The status of the program: 0 if the model is as good as promised, else 1. */
  int run(Fit fit, PrintStream out, PrintStream err) {
    line(out, "%d images to train on, %d to test on", training.size(), test.size());
    TrainingReport report = trainer.fit(training, fit.validation(test).printTo(out));
    line(
        out,
        "%d updates, %.0f samples per second with the tests after each epoch",
        report.steps(),
        samplesPerSecond(report));

    int[] guesses = classify.apply(test);
    int[] misread =
        IntStream.range(0, labels.length).filter(i -> guesses[i] != labels[i]).toArray();
    line(out, "misread: %s", told(misread, guesses));
    double accuracy = 1 - (double) misread.length / labels.length;
    line(out, "test accuracy %.3f", accuracy);
    if (accuracy >= promised) {
      return 0;
    }
    line(err, "accuracy %.4f, this sample promises at least %.2f", accuracy, promised);
    return 1;
  }

  private double samplesPerSecond(TrainingReport report) {
    double samples = (double) report.epochs().size() * training.size();
    return samples / (report.duration().toNanos() / 1e9);
  }

  private String told(int[] misread, int[] guesses) {
    if (misread.length == 0) {
      return "none";
    }
    String some =
        IntStream.of(misread)
            .limit(TOLD)
            .mapToObj(i -> names.get(labels[i]) + " as " + names.get(guesses[i]))
            .collect(Collectors.joining(", "));
    int more = misread.length - TOLD;
    return more > 0 ? some + ", and " + more + " more" : some;
  }

  private static void line(PrintStream out, String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }
}
