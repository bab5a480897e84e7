package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.runtime.Line.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTest {
  private final Line line = new Line(0, RunPlan.OPEN);
  private final Points points = Line.points(20);

  @Test
  void trainsWithItsOwnRateAndTakesEverythingBack() {
    try (Trial<Points> trial = line.trial()) {
      trial.trainBatch(points, 0, 20, 0.25);
      double small = line.intercept;
      trial.reset();
      assertThat(line.intercept).isZero();
      trial.trainBatch(points, 0, 20, 0.5);
      assertThat(line.intercept).isEqualTo(2 * small).isNotZero();
      assertThat(line.stepCount()).isEqualTo(1);
    }
    assertThat(line.intercept).isZero();
    assertThat(line.slope).isZero();
    assertThat(line.stepCount()).isZero();
  }

  @Test
  void updatesOtherThanByTrainBatchHaveItsRateToo() {
    Line declared = new Line(0, new RunPlan(2, 8, 30));
    try (Trial<Points> trial = declared.trial()) {
      double loss = trial.trainBatch(points, 0, 20, 0.25);
      double intercept = declared.intercept;
      trial.reset();
      assertThat(trial.<Double>atRate(0.25, () -> declared.trainBatch(points, 0, 20)))
          .isEqualTo(loss);
      assertThat(declared.intercept).isEqualTo(intercept).isNotZero();
      assertThat(declared.learningRate()).isEqualTo(declared.learningRateAt(1));
    }
    assertThat(declared.intercept).isZero();
  }

  @Test
  void aFitWithinItIsTakenBackWithItsHistory() {
    line.fit(points, Fit.epochs(1));
    double slope = line.slope;
    try (Trial<Points> trial = line.trial()) {
      assertThat(line.fit(points, Fit.epochs(3)).epochs()).hasSize(4);
      trial.trainBatch(points, 0, 20, 0.5);
    }
    assertThat(line.slope).isEqualTo(slope);
    assertThat(line.fit(points, Fit.epochs(1)).epochs()).hasSize(2);
  }

  @Test
  void trialsMayBeNested() {
    try (Trial<Points> outer = line.trial()) {
      outer.trainBatch(points, 0, 20, 0.5);
      double slope = line.slope;
      try (Trial<Points> inner = line.trial()) {
        inner.trainBatch(points, 0, 20, 0.5);
      }
      assertThat(line.slope).isEqualTo(slope);
    }
    assertThat(line.slope).isZero();
  }

  @Test
  void afterItTheRateIsThatOfTheSchedule() {
    Line declared = new Line(0, new RunPlan(2, 8, 30));
    try (Trial<Points> trial = declared.trial()) {
      trial.trainBatch(points, 0, 20, 0.5);
      assertThat(declared.learningRate()).isEqualTo(declared.learningRateAt(1));
    }
    assertThat(declared.learningRate()).isEqualTo(0.1);
  }

  @Test
  void aLossThatIsNotFiniteNamesTheRateOfTheTrial() {
    try (Trial<Points> trial = line.trial()) {
      assertThatExceptionOfType(NonFiniteLossException.class)
          .isThrownBy(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  trial.trainBatch(points, 0, 20, 7e10);
                }
              })
          .withMessageContaining("learning rate 7.0E10");
    }
    assertThat(line.slope).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesARateThatIsNone(double rate) {
    try (Trial<Points> trial = line.trial()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trial.trainBatch(points, 0, 20, rate))
          .withMessage("rate is " + rate + ", expected a finite value of at least 0");
    }
  }

  @Test
  void isClosedOnce() {
    Trial<Points> trial = line.trial();
    trial.close();
    line.slope = 7;
    trial.close();
    assertThat(line.slope).isEqualTo(7);
    assertThatIllegalStateException().isThrownBy(() -> trial.trainBatch(points, 0, 20, 1));
    assertThatIllegalStateException().isThrownBy(trial::reset);
  }
}
