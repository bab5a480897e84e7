package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedTrainerTest {
  private final Line open = new Line(0, RunPlan.OPEN);
  private final Line declared = new Line(0, new RunPlan(2, 8, 30));

  @Test
  void aDeclaredRunHasItsLengthFromTheBeginning() {
    assertThat(declared.runStart()).isZero();
    assertThat(declared.runEnd()).isEqualTo(8);
    assertThat(declared.learningRateAt(8)).isEqualTo(0.05);
  }

  @Test
  void aRunOfUnknownLengthIsRefusedBeforeAnUpdate() {
    assertThatIllegalStateException()
        .isThrownBy(() -> open.trainBatch(Line.points(3), 0, 3))
        .withMessage(
            "the last @Schedule has no length and the length of the run is not known. Declare"
                + " @Training(epochs, batchSize, examples) or @Schedule(steps), or train with fit");
    assertThat(open.stepCount()).isZero();
    assertThat(open.slope).isZero();
  }

  @Test
  void countsUpdatesAndMovesTheRateWithThem() {
    declared.trainBatch(Line.points(30), 0, 10);
    assertThat(declared.stepCount()).isEqualTo(1);
    assertThat(declared.learningRate()).isEqualTo(declared.learningRateAt(1));
  }

  @Test
  void theBaseLearningRateCanBeReplaced() {
    declared.baseLearningRate(4);
    assertThat(declared.learningRate()).isEqualTo(4);
    declared.baseLearningRate(0);
    assertThat(declared.learningRate()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesABaseLearningRateThatIsNone(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> declared.baseLearningRate(rate))
        .withMessage("learningRate is " + rate + ", expected a finite value of at least 0");
    assertThat(declared.learningRate()).isEqualTo(0.1);
  }

  @Test
  void refusesTheRateOfANegativeStep() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> declared.learningRateAt(-1))
        .withMessage("t is -1, expected at least 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aLossThatIsNotFiniteNamesStepAndRate(double loss) {
    assertThat(declared.finite(1.5)).isEqualTo(1.5);
    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> declared.finite(loss))
        .withMessageStartingWith("the loss of step 0 is " + loss + " (learning rate 0.1);")
        .withMessageContaining("no parameter was changed");
  }
}
