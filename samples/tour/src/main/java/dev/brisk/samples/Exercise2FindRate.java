package dev.brisk.samples;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Line.Stroke;
import dev.brisk.report.chart.Mark;
import dev.brisk.report.finder.FinderPage;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Trainer;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitSplit;
import dev.brisk.samples.digits.ScheduledPerceptron;
import dev.brisk.samples.digits.ScheduledPerceptron_ConstantTrainer;
import dev.brisk.samples.fashion.FashionImages;
import dev.brisk.samples.fashion.FashionPerceptron;
import dev.brisk.samples.fashion.FashionPerceptronTrainer;
import dev.brisk.text.Digits;
import dev.brisk.tune.FinderResult;
import dev.brisk.tune.LearningRateFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Exercise 2: find a learning rate for a small network on images like those of MNIST, and see
 * whether it is a good one.
 *
 * <p>The finder trains for a hundred updates while the rate rises, and suggests the rate at which
 * the loss falls fastest. An answer may be checked: here each suggestion is trained with, and so
 * are a tenth, a third, three and ten times as much, over several seeds. What is read right of the
 * images that are held out is the judge.
 *
 * <p>Of the digits, with momentum and a constant rate, the finder says 0.14, and none of the five
 * does better: 0.959 after five epochs. A third of it does as well, 0.957, as the difference is
 * smaller than what another seed does. A tenth is too slow to be there by then, 0.930. Three times
 * as much is too much, 0.773, and with ten times as much the network is dead, 0.091: it takes all
 * images for the same digit. So the suggestion lies at the upper end of the good rates, and a step
 * further up costs far more than a step down.
 *
 * <p>Of the garments, with Adam and a cosine, it says 0.0013, and the same check tells another
 * story: 0.832, but three times as much reads 0.842 and ten times as much 0.846, and that is no
 * chance, as seeds differ by 0.003. There are only two epochs of 20,000 images, in which large
 * steps get further, and the cosine takes the rate down before it can do harm; the finder has seen
 * neither. Its own verdict warned: the rules disagree, from 0.00029 to 0.0064. A suggestion is a
 * place to begin from, right by its order of magnitude, and worth a check by three times as much
 * and a third.
 *
 * <pre>{@code
 * digits
 * times   rate     held-out accuracy
 * 0.1     0.014    0.930 +- 0.012
 * 0.33    0.047    0.957 +- 0.006
 * 1       0.14     0.959 +- 0.012
 * 3       0.43     0.773 +- 0.024
 * 10      1.4      0.091 +- 0.016
 *
 * garments
 * times   rate     held-out accuracy
 * 0.1     1.3e-4   0.739 +- 0.011
 * 0.33    4.2e-4   0.804 +- 0.001
 * 1       0.0013   0.832 +- 0.002
 * 3       0.0038   0.842 +- 0.002
 * 10      0.013    0.846 +- 0.003
 * }</pre>
 */
public final class Exercise2FindRate {
  /** What the suggestion is multiplied by. */
  static final List<Double> FACTORS = List.of(0.1, 1 / 3.0, 1.0, 3.0, 10.0);

  /** How much less accurate than the best of the five the suggestion may be. */
  static final double PROMISED = 0.02;

  static final int DIGIT_EPOCHS = 5;

  /** Of 60,000; that and two passes over them take less than a minute. */
  private static final int GARMENTS = 20_000;

  private static final int GARMENT_EPOCHS = 2;

  private static final String SEEN =
      "The finder's curve is flat, falls, and rises; the suggestion is where it falls fastest."
          + " Whether it is a good one, training tells: the last picture has the accuracy on held-out"
          + " images with a tenth, a third, three and ten times as much. Differences that are not"
          + " larger than those between the seeds are none. ";
  private static final String SEEN_OF_DIGITS =
      "Here none of the five does better. A third of it does as well, a tenth is too slow; three"
          + " times as much is too much already, and with ten times as much the network is dead.";
  private static final String SEEN_OF_GARMENTS =
      "Here more would have been better, three and even ten times as much: there are only two"
          + " epochs, and the cosine takes the rate down before it does harm, which the finder does"
          + " not know of. Its verdict warned that the rules disagree.";

  private Exercise2FindRate() {}

  /**
   * Exits with 0 if the suggestions are as good as promised, else with 1.
   *
   * @param arguments the folder for the pages, and the folder of the files of Fashion-MNIST; with
   *     defaults for both
   */
  public static void main(String[] arguments) throws IOException {
    boolean asPromised =
        answer("digits", SEEN_OF_DIGITS, digits(DigitImages.load(), seeds(5)), arguments);
    Path garments = arguments.length > 1 ? Path.of(arguments[1]) : FashionImages.INSTALLED;
    if (FashionImages.areIn(garments)) {
      asPromised &= answer("garments", SEEN_OF_GARMENTS, garments(garments, seeds(3)), arguments);
    } else {
      System.out.println("no garments in " + garments + ": apt install dataset-fashion-mnist");
    }
    System.exit(asPromised ? 0 : 1);
  }

  private static boolean answer(String data, String seen, Answer answer, String[] arguments)
      throws IOException {
    Path file =
        ExercisePage.write(answer.page(data, seen), arguments, "exercise-2-" + data + ".html");
    System.out.println(data + ": " + answer.found() + "\n" + answer.table() + answer.verdict());
    System.out.println("to look at: " + file + "\n");
    return answer.isAsPromised();
  }

  static long[] seeds(int count) {
    return IntStream.range(0, count).mapToLong(seed -> seed).toArray();
  }

  static Answer digits(DigitImages images, long... seeds) {
    var split = DigitSplit.of(images.size());
    var examples = ScheduledPerceptron_ConstantTrainer.examples(images.pixels(), images.digits());
    return solve(
        seed -> new ScheduledPerceptron_ConstantTrainer(new ScheduledPerceptron.Constant(), seed),
        examples.select(split.training()),
        examples.select(split.heldOut()),
        Fit.epochs(DIGIT_EPOCHS).overrideTraining(),
        seeds);
  }

  private static Answer garments(Path folder, long... seeds) throws IOException {
    FashionImages training = FashionImages.training(folder);
    FashionImages test = FashionImages.test(folder);
    return solve(
        seed -> new FashionPerceptronTrainer(new FashionPerceptron(), seed),
        FashionPerceptronTrainer.examples(training.pixels(), training.garments())
            .select(IntStream.range(0, GARMENTS).toArray()),
        FashionPerceptronTrainer.examples(test.pixels(), test.garments()),
        Fit.epochs(GARMENT_EPOCHS)
            .overrideTraining()
            .threads(Runtime.getRuntime().availableProcessors()),
        seeds);
  }

  /** Asks the finder, and then trains with what it says, and with less and with more. */
  static <E extends Examples<E>> Answer solve(
      LongFunction<? extends Trainer<E>> trainers, E training, E heldOut, Fit fit, long... seeds) {
    FinderResult found = LearningRateFinder.on(trainers).run(training);
    double suggestion =
        found.suggestion().orElseThrow(() -> new IllegalStateException(found.verdict()));
    List<Trained> trained = new ArrayList<>();
    for (double factor : FACTORS) {
      double[] accuracies = new double[seeds.length];
      for (int i = 0; i < seeds.length; i++) {
        Trainer<E> trainer = trainers.apply(seeds[i]);
        trainer.baseLearningRate(factor * suggestion);
        trainer.fit(training, fit);
        accuracies[i] = trainer.metrics().get("accuracy").applyAsDouble(heldOut);
      }
      trained.add(new Trained(factor, factor * suggestion, accuracies));
    }
    return new Answer(found, trained);
  }

  /**
   * Training with a multiple of the suggestion.
   *
   * @param accuracies on images that are held out, for each seed
   */
  record Trained(double factor, double rate, double[] accuracies) {
    Spread accuracy() {
      return Spread.of(accuracies);
    }
  }

  /**
   * @param trained with the suggestion times each of {@link #FACTORS}
   */
  record Answer(FinderResult found, List<Trained> trained) {
    Trained with(double factor) {
      return trained.get(FACTORS.indexOf(factor));
    }

    Trained best() {
      return trained.stream()
          .max(Comparator.comparingDouble(each -> each.accuracy().mean()))
          .orElseThrow();
    }

    boolean isAsPromised() {
      return best().accuracy().mean() - with(1).accuracy().mean() <= PROMISED;
    }

    String table() {
      StringBuilder table = new StringBuilder("times   rate     held-out accuracy\n");
      for (Trained each : trained) {
        table.append(
            String.format(
                Locale.ROOT,
                "%-6s  %-7s  %s\n",
                Digits.of(each.factor(), 2),
                Digits.of(each.rate(), 2),
                each.accuracy().text(3)));
      }
      return table.toString();
    }

    String verdict() {
      Spread own = with(1).accuracy();
      String judged =
          best() == with(1)
              ? "none of the others does better"
              : String.format(
                  Locale.ROOT,
                  "the best of the five is %s times as much, with %s",
                  Digits.of(best().factor(), 2),
                  best().accuracy().text(3));
      return "The suggestion reads " + own.text(3) + "; " + judged + ".";
    }

    Page page(String data, String seen) {
      List<Section> sections = new ArrayList<>(FinderPage.of(found).sections());
      sections.add(new Section("Checked", List.of(new Block.Picture(checked()))));
      return ExercisePage.of(
          "Exercise 2: a learning rate for the " + data,
          SEEN + seen,
          table() + verdict(),
          sections.toArray(Section[]::new));
    }

    /** The accuracy of each seed, and the mean, over the rate. */
    private Chart checked() {
      List<Line> lines = new ArrayList<>();
      double[] rates = trained.stream().mapToDouble(Trained::rate).toArray();
      double[] means = trained.stream().mapToDouble(each -> each.accuracy().mean()).toArray();
      lines.add(new Line("mean", rates, means, Stroke.PATH));
      for (int i = 0; i < trained.get(0).accuracies().length; i++) {
        int seed = i;
        double[] own = trained.stream().mapToDouble(each -> each.accuracies()[seed]).toArray();
        lines.add(new Line("seed " + seed, rates, own, Stroke.POINTS));
      }
      Mark suggested = new Mark(with(1).rate(), with(1).accuracy().mean(), "suggested", verdict());
      return new Chart(
          "Held-out accuracy over the rate",
          verdict(),
          Axis.log("learning rate"),
          Axis.linear("held-out accuracy"),
          lines,
          List.of(suggested),
          List.of());
    }
  }
}
