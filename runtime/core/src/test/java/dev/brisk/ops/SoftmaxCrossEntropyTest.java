package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxCrossEntropyTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void gradientIsThatOfAutomaticDifferentiation(int classes) {
    var random = new SplittableRandom(classes);
    for (int round = 0; round < 50; round++) {
      double[] logits = random.doubles(classes, -5, 5).toArray();
      int label = random.nextInt(classes);
      double upstream = random.nextDouble(-2, 2);
      double[] gradient = random.doubles(classes).toArray();
      double[] before = gradient.clone();
      Losses.softmaxCrossEntropyByLogits(logits, label, upstream, gradient);

      DerivativeStructure loss = differentiated(logits, label);
      assertThat(Losses.softmaxCrossEntropy(logits, label))
          .isCloseTo(loss.getValue(), within(1e-13));
      for (int i = 0; i < classes; i++) {
        double partial = loss.getAllDerivatives()[1 + i];
        assertThat(gradient[i]).isCloseTo(before[i] + upstream * partial, within(1e-13));
      }
    }
  }

  /** The formula as it stands in books. */
  private static DerivativeStructure differentiated(double[] logits, int label) {
    DerivativeStructure sum = new DerivativeStructure(logits.length, 1, 0.0);
    for (int i = 0; i < logits.length; i++) {
      sum = sum.add(new DerivativeStructure(logits.length, 1, i, logits[i]).exp());
    }
    return sum.log().subtract(new DerivativeStructure(logits.length, 1, label, logits[label]));
  }

  @Test
  void floatsAgreeWithDoubles() {
    var random = new SplittableRandom(3);
    for (int round = 0; round < 100; round++) {
      double[] logits = new double[7];
      float[] narrow = new float[7];
      for (int i = 0; i < 7; i++) {
        narrow[i] = (float) random.nextDouble(-30, 30);
        logits[i] = narrow[i];
      }
      float loss = Losses.softmaxCrossEntropy(narrow, 4);
      // The difference of two logits is rounded before its exponential is taken.
      assertThat((double) loss)
          .isCloseTo(Losses.softmaxCrossEntropy(logits, 4), withinPercentage(1e-3));

      double[] gradient = new double[7];
      float[] narrowGradient = new float[7];
      Losses.softmaxCrossEntropyByLogits(logits, 4, 0.5, gradient);
      Losses.softmaxCrossEntropyByLogits(narrow, 4, 0.5f, narrowGradient);
      for (int i = 0; i < 7; i++) {
        // A probability near 1 has the rounding of 1.
        double tolerance = 1e-7 + 1e-5 * Math.abs(gradient[i]);
        assertThat((double) narrowGradient[i]).isCloseTo(gradient[i], within(tolerance));
      }
    }
  }

  @Test
  void keptProbabilitiesGiveTheSameBits() {
    var random = new SplittableRandom(4);
    for (int n = 1; n < 40; n++) {
      float[] logits = new float[n];
      for (int i = 0; i < n; i++) {
        logits[i] = (float) random.nextDouble(-90, 90);
      }
      int label = random.nextInt(n);
      float[] kept = new float[n];
      float[] expected = new float[n];
      float[] gradient = new float[n];
      Arrays.fill(expected, 0.25f);
      Arrays.fill(gradient, 0.25f);

      assertThat(CrossEntropy.crossEntropy(logits, label, kept))
          .isEqualTo(Losses.softmaxCrossEntropy(logits, label));
      Losses.softmaxCrossEntropyByLogits(logits, label, 0.5f, expected);
      CrossEntropy.crossEntropyByLogits(kept, label, 0.5f, gradient);

      assertThat(gradient).containsExactly(expected);
    }
  }

  @Test
  void largeFloatsDoNotOverflow() {
    float[] logits = {3e38f, -3e38f, 3e38f};
    float[] gradient = new float[3];
    Losses.softmaxCrossEntropyByLogits(logits, 0, 1, gradient);
    assertThat(Losses.softmaxCrossEntropy(logits, 0)).isEqualTo((float) Math.log(2));
    assertThat(gradient).containsExactly(-0.5f, 0, 0.5f);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10, 12, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void refusesALabelThatIsNoClass(int label) {
    String message = "label is " + label + ", expected in [0, 10)";
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Losses.softmaxCrossEntropy(new double[10], label))
        .withMessage(message);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Losses.softmaxCrossEntropy(new float[10], label))
        .withMessage(message);
  }

  @Test
  void aRefusedLabelLeavesTheGradientAlone() {
    double[] gradient = {1, 2};
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Losses.softmaxCrossEntropyByLogits(new double[2], 2, 1, gradient));
    assertThat(gradient).containsExactly(1, 2);
  }
}
