package dev.brisk.samples;

import dev.brisk.report.chart.Figure;
import dev.brisk.report.landscape.Descents;
import dev.brisk.report.landscape.LandscapePage;
import dev.brisk.report.landscape.Landscapes;
import dev.brisk.report.landscape.ParameterPath;
import dev.brisk.report.landscape.PathRecorder;
import dev.brisk.report.landscape.Slice;
import dev.brisk.report.page.HtmlPage;
import dev.brisk.report.page.Page;
import dev.brisk.runtime.Fit;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitPerceptron;
import dev.brisk.samples.digits.DigitPerceptronTrainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Shows what descent goes down, as pages to open in a browser.
 *
 * <p>{@code lesson.html} is the parabola {@code (w - 3)^2}, where everything can be seen: with a
 * rate of 0.01 descent creeps, with 0.1 it arrives, with 0.9 it jumps from one side to the other
 * and arrives all the same, and with 1.1 each jump is longer than the one before.
 *
 * <p>{@code digits.html} is the loss of a {@link DigitPerceptron} with its 2,410 weights, of which
 * a picture can show two directions. In two that are random the trained weights lie at the bottom
 * of a bowl, and the path that led there is next to invisible, since it goes in other directions:
 * the description says how little of it is left. In the two directions in which the path itself
 * goes furthest nearly all of it is. Look at how it bends: down the slope at first, and then along
 * the valley. The third picture is that of two single weights.
 *
 * <p>The weights are moved for each of the losses, and are afterwards what they were to the last
 * bit, so this may be done in the middle of a training.
 */
public final class Lesson07SeeLandscape {
  private static final long SEED = 3;

  /** Of the images, those that a loss is computed of. */
  private static final int SAMPLE = 300;

  private static final int EPOCHS = 30;
  private static final int POINTS = 31;

  private Lesson07SeeLandscape() {}

  /**
   * Writes the pages to the folder that is named, or to a new one. Exits with 0 if the weights are
   * what they were, else with 1.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = PageFolder.of(arguments, "brisk-landscapes");
    System.exit(run(DigitImages.load(), EPOCHS, POINTS, folder, System.out, System.err));
  }

  /**
   * @param points in each direction
   */
  static int run(
      DigitImages images, int epochs, int points, Path folder, PrintStream out, PrintStream err)
      throws IOException {
    write(lesson(), folder.resolve("lesson.html"), out);

    var trainer = new DigitPerceptronTrainer(new DigitPerceptron(), SEED);
    var examples = DigitPerceptronTrainer.examples(images.pixels(), images.digits());
    PathRecorder recorder = PathRecorder.on(trainer);
    trainer.fit(examples, Fit.epochs(epochs).overrideTraining().listener(recorder));
    double[] before = Weights.of(trainer);

    Figure[] figures = around(trainer, examples, recorder.path(), points);
    for (Figure figure : figures) {
      out.println(figure.title() + ": " + figure.description());
    }
    Page page = LandscapePage.of("Digits", "Around the trained weights", figures);
    write(page, folder.resolve("digits.html"), out);
    if (Arrays.equals(before, Weights.of(trainer))) {
      return 0;
    }
    err.println("this sample promises that the weights are what they were");
    return 1;
  }

  private static Page lesson() {
    return Descents.on(new Slice("w", 0, w -> (w - 3) * (w - 3), w -> 2 * (w - 3)))
        .rates(0.01, 0.1, 0.9, 1.1)
        .between(-2, 8)
        .compute()
        .page("Descent on (w - 3)^2");
  }

  private static Figure[] around(
      DigitPerceptronTrainer trainer,
      DigitPerceptronTrainer.Examples examples,
      ParameterPath path,
      int points) {
    var around = Landscapes.on(trainer, examples).sample(SAMPLE, SEED);
    return new Figure[] {
      around.directionsOf(path).size(points).compute(),
      around.randomDirections(SEED).path(path).size(points).compute(),
      around.parameters("weights", 0, "weights", 1).path(path).size(points).compute()
    };
  }

  private static void write(Page page, Path file, PrintStream out) throws IOException {
    HtmlPage.write(page, file);
    out.println("written: " + file);
  }
}
