package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** PyTorch's numbers, written by goldens.py beside them. */
class LossGoldensTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/goldens/losses.csv", numLinesToSkip = 1)
  void agreesWithPyTorch(
      String loss, double x, double y, Double parameter, double value, double derivative) {
    double limit = parameter == null ? Double.NaN : parameter;
    double actual =
        switch (loss) {
          case "squared" -> Losses.squared(x, y);
          case "absolute" -> Losses.absolute(x, y);
          case "huber" -> Losses.huber(x, y, limit);
          case "hinge" -> Losses.hinge(x, y);
          case "poisson" -> Losses.poisson(x, y);
          case "binaryCrossEntropy" -> Losses.binaryCrossEntropy(x, y);
          default -> throw new IllegalArgumentException(loss);
        };
    double actualDerivative =
        switch (loss) {
          case "squared" -> Losses.squaredByPrediction(x, y);
          case "absolute" -> Losses.absoluteByPrediction(x, y);
          case "huber" -> Losses.huberByPrediction(x, y, limit);
          case "hinge" -> Losses.hingeByScore(x, y);
          case "poisson" -> Losses.poissonByLogRate(x, y);
          case "binaryCrossEntropy" -> Losses.binaryCrossEntropyByLogit(x, y);
          default -> throw new IllegalArgumentException(loss);
        };
    assertThat(actual).isCloseTo(value, within(tolerance(value)));
    assertThat(actualDerivative).isCloseTo(derivative, within(tolerance(derivative)));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/goldens/cross-entropies.csv", numLinesToSkip = 1)
  void agreesWithPyTorchOnManyClasses(
      String logits, int label, double value, String expectedGradient) {
    double[] scores = numbers(logits);
    double[] gradient = new double[scores.length];
    Losses.softmaxCrossEntropyByLogits(scores, label, 1, gradient);
    assertThat(Losses.softmaxCrossEntropy(scores, label))
        .isCloseTo(value, within(tolerance(value)));
    assertThat(gradient).containsExactly(numbers(expectedGradient), within(1e-15));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static double tolerance(double value) {
    return 1e-14 * Math.max(1, Math.abs(value));
  }
}
