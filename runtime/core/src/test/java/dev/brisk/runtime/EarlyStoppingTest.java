package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.runtime.EarlyStopping.Verdict;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyStoppingTest {
  private static final double NAN = Double.NaN;

  @Test
  void endsAfterThatManyInARowThatAreNotBetter() {
    EarlyStopping stopping = EarlyStopping.patience(2);
    assertThat(stopping.verdict(losses(3, 2, 2.5))).isEqualTo(new Verdict(2, false));
    assertThat(stopping.verdict(losses(3, 2, 2.5, 1))).isEqualTo(new Verdict(4, false));
    assertThat(stopping.verdict(losses(3, 2, 2.5, 2.1))).isEqualTo(new Verdict(2, true));
    assertThat(stopping.verdict(losses(3, 2, 2.5, 1, 1.5, 1.2))).isEqualTo(new Verdict(4, true));
  }

  @Test
  void anEqualValueIsNotBetter() {
    assertThat(EarlyStopping.patience(1).verdict(losses(3, 3))).isEqualTo(new Verdict(1, true));
  }

  @Test
  void aValueIsBetterByMoreThanTheSmallestDelta() {
    EarlyStopping stopping = EarlyStopping.patience(3).minDelta(0.5);
    // Two small gains that come to a large one: the second is measured from the best.
    assertThat(stopping.verdict(losses(3, 2.75, 2.25))).isEqualTo(new Verdict(3, false));
    assertThat(stopping.verdict(losses(3, 2.5))).isEqualTo(new Verdict(1, false));
  }

  @Test
  void aMetricIsMaximizedOrMinimized() {
    List<Epoch> epochs = new ArrayList<>();
    for (double value : new double[] {0.5, 0.75, 0.25}) {
      epochs.add(epoch(epochs.size() + 1, OptionalDouble.of(1), Map.of("figure", value)));
    }
    EarlyStopping stopping = EarlyStopping.patience(1);
    assertThat(stopping.maximize("figure").verdict(epochs)).isEqualTo(new Verdict(2, true));
    assertThat(stopping.minimize("figure").verdict(epochs)).isEqualTo(new Verdict(3, false));
    assertThat(stopping.maximize("figure").minDelta(0.25).verdict(epochs).best()).isEqualTo(1);
  }

  @Test
  void nothingThatIsNotANumberIsEverBetter() {
    EarlyStopping stopping = EarlyStopping.patience(2);
    assertThat(stopping.verdict(losses(NAN))).isEqualTo(new Verdict(0, false));
    assertThat(stopping.verdict(losses(NAN, 3))).isEqualTo(new Verdict(2, false));
    assertThat(stopping.verdict(losses(3, NAN, NAN))).isEqualTo(new Verdict(1, true));
    assertThat(stopping.verdict(losses(NAN, Double.POSITIVE_INFINITY)))
        .isEqualTo(new Verdict(0, true));
  }

  @Test
  void epochsWithoutValidationDoNotCount() {
    Epoch without = epoch(2, OptionalDouble.empty(), Map.of());
    List<Epoch> epochs = new ArrayList<>(losses(3));
    epochs.add(without);
    epochs.add(without);
    assertThat(EarlyStopping.patience(1).verdict(epochs)).isEqualTo(new Verdict(1, false));
    assertThat(EarlyStopping.patience(1).verdict(List.of())).isEqualTo(new Verdict(0, false));
  }

  @Test
  void epochsKeepTheNumbersThatTheyHave() {
    List<Epoch> second = losses(9, 8, 3, 2, 2).subList(2, 5);
    assertThat(EarlyStopping.patience(1).verdict(second)).isEqualTo(new Verdict(4, true));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void patienceIsAtLeastOne(int patience) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EarlyStopping.patience(patience))
        .withMessage("patience is " + patience + ", expected at least 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void minDeltaIsFiniteAndNotNegative(double minDelta) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EarlyStopping.patience(1).minDelta(minDelta))
        .withMessage("minDelta is " + minDelta + ", expected a finite number of at least 0");
  }

  private static List<Epoch> losses(double... values) {
    List<Epoch> epochs = new ArrayList<>();
    for (double value : values) {
      epochs.add(epoch(epochs.size() + 1, OptionalDouble.of(value), Map.of()));
    }
    return epochs;
  }

  private static Epoch epoch(int number, OptionalDouble loss, Map<String, Double> metrics) {
    return new Epoch(number, number, 0.1, 1, loss, metrics);
  }
}
