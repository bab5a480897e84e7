package dev.brisk.samples;

import dev.brisk.kernel.Kernels;
import dev.brisk.runtime.Fit;
import dev.brisk.samples.digits.DigitClassifier;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitPerceptron;
import dev.brisk.samples.digits.DigitPerceptronTrainer;
import dev.brisk.samples.digits.DigitSplit;
import dev.brisk.samples.fashion.FashionConvolution;
import dev.brisk.samples.fashion.FashionConvolutionTrainer;
import dev.brisk.samples.fashion.FashionImages;
import dev.brisk.samples.fashion.FashionPerceptron;
import dev.brisk.samples.fashion.FashionPerceptronTrainer;
import dev.brisk.samples.fashion.Garment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a network on Fashion-MNIST, 60,000 images of ten kinds of garment, and tests it on 10,000
 * others. The arguments, in any order, are
 *
 * <ul>
 *   <li>{@code perceptron}, for a {@link FashionPerceptron}, as without this argument, or {@code
 *       convolution}, for a {@link FashionConvolution};
 *   <li>a folder with the four files of Fashion-MNIST, gzipped or not. Without it they are where
 *       Debian's package dataset-fashion-mnist puts them; if they are not there, a {@link
 *       DigitPerceptron} is trained on the digits that come with the samples.
 * </ul>
 *
 * <p>The first line names the kernels, the code that multiplies matrices. With {@code
 * -Dbrisk.kernels=scalar}, or without {@code --add-modules jdk.incubator.vector}, the network
 * learns the same, but for rounding, and takes longer.
 *
 * <p>Look at the misread garments: on 28x28 grey pixels a shirt, a coat, a pullover and a T-shirt
 * are hard to tell apart.
 */
public final class FashionMnist {
  private static final String PERCEPTRON = "perceptron";
  private static final String CONVOLUTION = "convolution";
  private static final long SEED = 3;

  private FashionMnist() {}

  /** Exits with 0 if the model is as good as promised, else with 1. */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(List.of(arguments), FashionImages.INSTALLED, System.out, System.err));
  }

  static int run(List<String> arguments, Path installed, PrintStream out, PrintStream err)
      throws IOException {
    List<String> folders =
        arguments.stream().filter(a -> !a.equals(PERCEPTRON) && !a.equals(CONVOLUTION)).toList();
    Path folder = folders.isEmpty() ? installed : Path.of(folders.get(folders.size() - 1));
    out.println("kernels: " + Kernels.describe());
    if (Files.isDirectory(folder)) {
      return garments(folder, arguments.contains(CONVOLUTION)).run(fit(), out, err);
    }
    if (!folders.isEmpty()) {
      err.println(folder + " is no folder, nor " + PERCEPTRON + " or " + CONVOLUTION);
      return 1;
    }
    out.println(
        "No garments in "
            + installed
            + ", so the digits: apt install dataset-fashion-mnist, or name a folder with its files.");
    return digits(DigitImages.load()).run(fit(), out, err);
  }

  /** The weights are the same, bit by bit, for every number of threads. */
  private static Fit fit() {
    return Fit.asDeclared().threads(Runtime.getRuntime().availableProcessors());
  }

  private static Trial<?> garments(Path folder, boolean convolution) throws IOException {
    FashionImages training = FashionImages.training(folder);
    FashionImages test = FashionImages.test(folder);
    return convolution ? convolution(training, test) : perceptron(training, test);
  }

  static Trial<?> perceptron(FashionImages training, FashionImages test) {
    var trainer = new FashionPerceptronTrainer(new FashionPerceptron(), SEED);
    return new Trial<>(
        trainer,
        FashionPerceptronTrainer.examples(training.pixels(), training.garments()),
        FashionPerceptronTrainer.examples(test.pixels(), test.garments()),
        trainer::classify,
        test.garments(),
        Garment.names(),
        0.87);
  }

  static Trial<?> convolution(FashionImages training, FashionImages test) {
    var trainer = new FashionConvolutionTrainer(new FashionConvolution(), SEED);
    return new Trial<>(
        trainer,
        FashionConvolutionTrainer.examples(training.pixels(), training.garments()),
        FashionConvolutionTrainer.examples(test.pixels(), test.garments()),
        trainer::classify,
        test.garments(),
        Garment.names(),
        0.86);
  }

  static Trial<?> digits(DigitImages images) {
    var split = DigitSplit.of(images.size());
    var trainer = new DigitPerceptronTrainer(new DigitPerceptron(), SEED);
    var examples = DigitPerceptronTrainer.examples(images.pixels(), images.digits());
    return new Trial<>(
        trainer,
        examples.select(split.training()),
        examples.select(split.heldOut()),
        trainer::classify,
        IntStream.of(split.heldOut()).map(row -> images.digits()[row]).toArray(),
        IntStream.range(0, DigitClassifier.DIGITS).mapToObj(Integer::toString).toList(),
        0.95);
  }
}
