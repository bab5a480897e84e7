package dev.brisk.benchmarks.mllib;

import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.fashion.FashionImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Examples to train on.
 *
 * @param features one row for each example
 * @param labels from 0, below the number of classes
 * @param classes at least 2
 */
record Data(double[][] features, int[] labels, int classes) {
  int size() {
    return labels.length;
  }

  int width() {
    return features[0].length;
  }

  /**
   * Each feature with mean 0 and variance 1, as MLlib itself brings them to before it begins; one
   * that is constant with 0.
   */
  Data standardised() {
    double[][] scaled = new double[size()][width()];
    for (int i = 0; i < width(); i++) {
      int feature = i;
      double mean = Arrays.stream(features).mapToDouble(x -> x[feature]).average().orElseThrow();
      double variance =
          Arrays.stream(features)
              .mapToDouble(x -> (x[feature] - mean) * (x[feature] - mean))
              .average()
              .orElseThrow();
      for (int row = 0; row < size(); row++) {
        scaled[row][i] = variance == 0 ? 0 : (features[row][i] - mean) / Math.sqrt(variance);
      }
    }
    return new Data(scaled, labels, classes);
  }

  /** The 1,797 images of the samples, 64 pixels each. */
  static Data digits() {
    DigitImages images = DigitImages.load();
    return new Data(images.pixels(), images.digits(), 10).standardised();
  }

  /** The 60,000 images of Fashion-MNIST, 784 pixels each, from 0 to 1. */
  static Data garments(Path folder) throws IOException {
    FashionImages images = FashionImages.training(folder);
    double[][] pixels =
        Arrays.stream(images.pixels())
            .map(image -> IntStream.range(0, image.length).mapToDouble(i -> image[i]).toArray())
            .toArray(double[][]::new);
    return new Data(pixels, images.garments(), 10).standardised();
  }

  /**
   * Two classes, drawn as logistic regression believes them to be. A row is a stationary
   * autoregressive sequence, {@code x[i] = c x[i-1] + sqrt(1 - c^2) z[i]} of standard normal {@code
   * z}, so that each feature has mean 0 and variance 1 and neighbours are correlated by {@code c}.
   * Its label is 1 with the probability {@code sigmoid(w . x)}; the {@code w} are normal, with
   * {@code E (w . x)^2 = 4}.
   */
  static Data logistic(int rows, int width, double correlation, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = random.doubles(width).map(any -> random.nextGaussian()).toArray();
    double variance = 0;
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        variance += weights[i] * weights[j] * Math.pow(correlation, Math.abs(i - j));
      }
    }
    double scale = 2 / Math.sqrt(variance);
    double innovation = Math.sqrt(1 - correlation * correlation);
    double[][] features = new double[rows][width];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      double[] x = features[row];
      double score = 0;
      for (int i = 0; i < width; i++) {
        double z = random.nextGaussian();
        x[i] = i == 0 ? z : correlation * x[i - 1] + innovation * z;
        score += scale * weights[i] * x[i];
      }
      labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
    }
    return new Data(features, labels, 2);
  }
}
