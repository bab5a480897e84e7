package dev.brisk.samples;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.Trainer;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.digits.DigitSplit;
import dev.brisk.samples.fashion.FashionImages;
import dev.brisk.tune.FinderResult;
import dev.brisk.tune.LearningRateFinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A model to find learning rates for.
 *
 * @param trainers of new models, by the seed of weights and order
 * @param grid of rates to compare with, around those that are good
 */
record RateCase<E extends Examples<E>>(
    String name, LongFunction<Trainer<E>> trainers, E training, E heldOut, Grid grid) {
  private static final int BATCH_SIZE = 32;

  /** Rates from {@code lowest} over so many decades, so many in each. */
  record Grid(double lowest, int decades, int perDecade) {
    double[] rates() {
      double[] rates = new double[decades * perDecade + 1];
      Arrays.setAll(rates, i -> lowest * Math.pow(10, (double) i / perDecade));
      return rates;
    }
  }

  /** The six of the digits: softmax regression and a perceptron, each with three optimizers. */
  static List<RateCase<?>> ofDigits(DigitImages images, int perDecade) {
    var split = DigitSplit.of(images.size());
    Grid descent = new Grid(1e-2, 3, perDecade);
    Grid adam = new Grid(1e-3, 3, perDecade);
    double[][] pixels = images.pixels();
    int[] digits = images.digits();
    return List.of(
        of(
            "regression, SGD",
            seed -> new RateModels_LinearSgdTrainer(new RateModels.LinearSgd(), seed),
            RateModels_LinearSgdTrainer.examples(pixels, digits),
            split.training(),
            split.heldOut(),
            descent),
        of(
            "regression, momentum",
            seed -> new RateModels_LinearMomentumTrainer(new RateModels.LinearMomentum(), seed),
            RateModels_LinearMomentumTrainer.examples(pixels, digits),
            split.training(),
            split.heldOut(),
            descent),
        of(
            "regression, Adam",
            seed -> new RateModels_LinearAdamTrainer(new RateModels.LinearAdam(), seed),
            RateModels_LinearAdamTrainer.examples(pixels, digits),
            split.training(),
            split.heldOut(),
            adam),
        of(
            "perceptron, SGD",
            seed -> new RateModels_PerceptronSgdTrainer(new RateModels.PerceptronSgd(), seed),
            RateModels_PerceptronSgdTrainer.examples(pixels, digits),
            split.training(),
            split.heldOut(),
            descent),
        of(
            "perceptron, momentum",
            seed ->
                new RateModels_PerceptronMomentumTrainer(new RateModels.PerceptronMomentum(), seed),
            RateModels_PerceptronMomentumTrainer.examples(pixels, digits),
            split.training(),
            split.heldOut(),
            descent),
        of(
            "perceptron, Adam",
            seed -> new RateModels_PerceptronAdamTrainer(new RateModels.PerceptronAdam(), seed),
            RateModels_PerceptronAdamTrainer.examples(pixels, digits),
            split.training(),
            split.heldOut(),
            adam));
  }

  /** A perceptron on so many garments, with three optimizers. */
  static List<RateCase<?>> ofGarments(FashionImages images, int size, int perDecade) {
    int[] rows = DigitSplit.shuffledRows(images.size());
    int[] training = Arrays.copyOfRange(rows, 0, size);
    int[] heldOut = Arrays.copyOfRange(rows, size, size + 2_000);
    float[][] pixels = images.pixels();
    int[] garments = images.garments();
    return List.of(
        of(
            "garments, SGD",
            seed -> new RateModels_GarmentSgdTrainer(new RateModels.GarmentSgd(), seed),
            RateModels_GarmentSgdTrainer.examples(pixels, garments),
            training,
            heldOut,
            new Grid(1e-3, 3, perDecade)),
        of(
            "garments, momentum",
            seed -> new RateModels_GarmentMomentumTrainer(new RateModels.GarmentMomentum(), seed),
            RateModels_GarmentMomentumTrainer.examples(pixels, garments),
            training,
            heldOut,
            new Grid(1e-3, 3, perDecade)),
        of(
            "garments, Adam",
            seed -> new RateModels_GarmentAdamTrainer(new RateModels.GarmentAdam(), seed),
            RateModels_GarmentAdamTrainer.examples(pixels, garments),
            training,
            heldOut,
            new Grid(1e-4, 3, perDecade)));
  }

  private static <E extends Examples<E>> RateCase<E> of(
      String name,
      LongFunction<Trainer<E>> trainers,
      E examples,
      int[] training,
      int[] heldOut,
      Grid grid) {
    return new RateCase<>(
        name, trainers, examples.select(training), examples.select(heldOut), grid);
  }

  /** What the finder says of a new model. */
  FinderResult found(long seed) {
    return found(trainers.apply(seed), seed);
  }

  /** What it says of a model that has been trained with a rate. */
  FinderResult foundAfter(int epochs, double rate, long seed) {
    Trainer<E> trainer = trainers.apply(seed);
    trainer.baseLearningRate(rate);
    trainer.fit(training, Fit.epochs(epochs).batchSize(BATCH_SIZE));
    return found(trainer, seed);
  }

  private FinderResult found(Trainer<E> trainer, long seed) {
    return LearningRateFinder.on(trainer)
        .batchSize(BATCH_SIZE)
        .seeds(seed, seed + 100, seed + 200)
        .run(training);
  }

  /** The held-out accuracy of a model that is trained with a constant rate. */
  double accuracy(double rate, int epochs, long seed) {
    Trainer<E> trainer = trainers.apply(seed);
    trainer.baseLearningRate(rate);
    try {
      trainer.fit(training, Fit.epochs(epochs).batchSize(BATCH_SIZE));
    } catch (NonFiniteLossException e) {
      return 0;
    }
    return trainer.metrics().get("accuracy").applyAsDouble(heldOut);
  }

  /** The accuracies of all rates of the grid, by rate and seed. */
  double[][] accuracies(int epochs, int seeds) {
    List<double[]> accuracies = new ArrayList<>();
    for (double rate : grid.rates()) {
      double[] ofRate = new double[seeds];
      Arrays.setAll(ofRate, seed -> accuracy(rate, epochs, seed));
      accuracies.add(ofRate);
    }
    return accuracies.toArray(double[][]::new);
  }

  @Override
  public String toString() {
    return name;
  }
}
