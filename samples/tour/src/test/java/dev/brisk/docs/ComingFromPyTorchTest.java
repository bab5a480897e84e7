package dev.brisk.docs;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.Decay.PLATEAU;
import static dev.brisk.ops.Losses.squared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Schedule;
import dev.brisk.Trainable;
import dev.brisk.Training;
import dev.brisk.Warmup;
import dev.brisk.runtime.EarlyStopping;
import dev.brisk.runtime.Fit;
import org.junit.jupiter.api.Test;

/** What docs/coming-from-pytorch.md says of the differences that bite. */
class ComingFromPyTorchTest {
  @Test
  void plateauBearsPatienceObservationsAndCutsAtTheNext() {
    var trainer = new ComingFromPyTorchTest_PatientTrainer(new Patient());

    double[] rates = new double[5];
    for (int epoch = 0; epoch < rates.length; epoch++) {
      trainer.observe(1); // the first is the best so far, all others are bad
      rates[epoch] = trainer.learningRate();
    }
    // patience = 2: two bad ones are borne, the third cuts
    assertThat(rates).containsExactly(0.5, 0.5, 0.5, 0.05, 0.05);
  }

  @Test
  void earlyStoppingEndsAtItsPatience() {
    var trainer = new ComingFromPyTorchTest_FrozenTrainer(new Frozen());
    var examples = ComingFromPyTorchTest_FrozenTrainer.examples(new double[] {1, 2});

    var report =
        trainer.fit(
            examples,
            Fit.epochs(9)
                .batchSize(2)
                .validation(examples)
                .earlyStopping(EarlyStopping.patience(3)));

    // the first epoch is the best, three are no better
    assertThat(report.epochs()).hasSize(4);
  }

  @Test
  void cosineHoldsItsLastValue() {
    var trainer = new ComingFromPyTorchTest_FallingTrainer(new Falling());

    double atTheEnd = trainer.learningRateAt(100);
    double muchLater = trainer.learningRateAt(150); // PyTorch's is half of the first rate again
    assertThat(muchLater).isEqualTo(atTheEnd).isZero();
  }

  @Test
  void scheduleStartsItsClockAfterTheWarmupAndFillsTheRun() {
    var trainer = new ComingFromPyTorchTest_WarmTrainer(new Warm());

    assertThat(trainer.learningRateAt(0)).isZero();
    assertThat(trainer.learningRateAt(100)).isEqualTo(0.1);
    assertThat(trainer.learningRateAt(550)).isEqualTo(0.05);
    assertThat(trainer.learningRateAt(1000)).isZero();
  }

  @Test
  void firstUpdateOfWarmupMovesNothing() {
    var model = new Warm();
    var trainer = new ComingFromPyTorchTest_WarmTrainer(model);

    trainer.step(3);
    assertThat(model.w).isZero();
    trainer.step(3);
    assertThat(model.w).isPositive();
  }

  @Test
  void adamAddsEpsilonAfterTheCorrection() {
    var model = new Small();
    new ComingFromPyTorchTest_SmallTrainer(model).step(1);

    // gradient -2: m / bc1 = -2, sqrt(v / bc2) = 2
    assertThat(model.w).isCloseTo(0.1 * 2 / (2 + 1.0), within(1e-15));
  }

  @Test
  void lossThatIsNotFiniteIsRefusedBeforeAParameterHasChanged() {
    var model = new Falling();
    var trainer = new ComingFromPyTorchTest_FallingTrainer(model);

    assertThatThrownBy(() -> trainer.step(Double.POSITIVE_INFINITY)).hasMessageContaining("loss");
    assertThat(model.w).isZero();
    assertThat(trainer.stepCount()).isZero();
  }

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.5)
  @Schedule(value = PLATEAU, patience = 2)
  static class Patient {
    @Parameter double w;

    @Loss
    double loss(double target) {
      return squared(w, target);
    }
  }

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1)
  static class Frozen {
    @Parameter(learningRateFactor = 0)
    double w;

    @Loss
    double loss(double target) {
      return squared(w, target);
    }
  }

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1)
  @Schedule(value = COSINE, steps = 100)
  static class Falling {
    @Parameter double w;

    @Loss
    double loss(double target) {
      return squared(w, target);
    }
  }

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1)
  @Warmup(steps = 100)
  @Schedule(COSINE)
  @Training(epochs = 10, batchSize = 1, examples = 100)
  static class Warm {
    @Parameter double w;

    @Loss
    double loss(double target) {
      return squared(w, target);
    }
  }

  @Trainable
  @Optimizer(value = ADAM, learningRate = 0.1, epsilon = 1)
  static class Small {
    @Parameter double w;

    @Loss
    double loss(double target) {
      return squared(w, target);
    }
  }
}
