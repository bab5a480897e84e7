package dev.brisk.docs;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.ops.Losses.squared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.Gradient;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.check.GradientCheck;
import dev.brisk.runtime.Fit;
import org.junit.jupiter.api.Test;

class DerivativesGuideTest {
  /** Its methods may be any Java. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.05)
  static class ByHand {
    @Parameter(shape = 2)
    double[] weights;

    @Parameter double bias;

    double predict(double[] x) {
      double sum = bias;
      int i = 0;
      while (i < x.length) {
        sum += weights[i] * x[i++];
      }
      return sum;
    }

    @Loss
    double loss(@Shape(2) double[] x, double y) {
      return squared(predict(x), y);
    }

    @Gradient
    double gradient(double[] x, double y, double[] dWeights, double[] dBias) {
      double error = predict(x) - y;
      for (int i = 0; i < x.length; i++) {
        dWeights[i] += 2 * error * x[i];
      }
      dBias[0] += 2 * error;
      return error * error;
    }
  }

  /** Calls a function with a derivative by hand. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1)
  static class Swishing {
    @Parameter double weight = 1;

    @Loss
    double loss(double x, double y) {
      return squared(Activations.swish(weight * x), y);
    }
  }

  /** Silences a warning, which would fail the build. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1)
  static class Weekly {
    @Parameter double gain;

    @Loss
    double loss(int day, double y) {
      @SuppressWarnings("brisk:integer-division") // whole weeks
      double week = day / 7;
      return squared(gain * week, y);
    }
  }

  @Test
  void derivativesByHandAreHeldAgainstTheValues() {
    var trainer = new DerivativesGuideTest_ByHandTrainer(new ByHand(), 1);
    var examples =
        DerivativesGuideTest_ByHandTrainer.examples(
            new double[][] {{1, 2}, {-1, 0.5}}, new double[] {1, 2});

    GradientCheck.ofFunction(Activations::swish, Activations::swishSlope, -2, 0.5, 3).assertRight();
    GradientCheck.of(trainer, examples).assertRight();

    double before = trainer.loss(examples);
    trainer.fit(examples, Fit.epochs(50).batchSize(2));
    assertThat(trainer.loss(examples)).isLessThan(before / 10);
  }

  @Test
  void aModelIsTrainedThroughAFunctionWithADerivativeByHand() {
    var trainer = new DerivativesGuideTest_SwishingTrainer(new Swishing());
    var examples =
        DerivativesGuideTest_SwishingTrainer.examples(new double[] {1, 2}, new double[] {2, 4});

    GradientCheck.of(trainer, examples).assertRight();
  }

  @Test
  void aWrongDerivativeIsNamed() {
    var report = GradientCheck.ofFunction(Activations::swish, x -> 1, -2, 0.5, 3);

    assertThat(report.isRight()).isFalse();
    assertThatThrownBy(report::assertRight).isInstanceOf(AssertionError.class);
  }

  @Test
  void weeksAreWhole() {
    var model = new Weekly();
    model.gain = 2;

    assertThat(model.loss(13, 2)).isZero();
    var trainer = new DerivativesGuideTest_WeeklyTrainer(model);
    assertThat(trainer.step(13, 2)).isZero();
  }
}
