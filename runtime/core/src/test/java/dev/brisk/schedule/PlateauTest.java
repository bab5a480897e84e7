package dev.brisk.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateauTest {
  private static final Plateau TWO_BAD = new Plateau(0.5, 2, 0, false, 0, 0, false);

  /** The numbers are PyTorch's, written by curves.py beside them. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "/goldens/plateaus.csv",
      numLinesToSkip = 1,
      maxCharsPerColumn = 20_000)
  void agreesWithPyTorch(
      double rate,
      double factor,
      long patience,
      double threshold,
      boolean isRelative,
      long cooldown,
      double minimum,
      boolean higherIsBetter,
      String observed,
      String rates) {
    Plateau plateau =
        new Plateau(factor, patience, threshold, isRelative, cooldown, minimum, higherIsBetter);
    double[] values = numbers(observed);
    double[] expected = numbers(rates);
    Plateau.State state = Plateau.State.START;
    for (int i = 0; i < values.length; i++) {
      state = plateau.observed(state, rate, values[i]);
      assertThat(rate * state.scale())
          .as("rate after observation %d", i)
          .isCloseTo(expected[i], within(1e-12 * expected[i]));
    }
  }

  @Test
  void cutsWhenMoreThanPatienceAreBad() {
    assertThat(scales(TWO_BAD, 1, 1, 1, 1, 1, 1, 1)).containsExactly(1, 1, 1, 0.5, 0.5, 0.5, 0.25);
  }

  @Test
  void aBetterValueForgivesTheBadOnes() {
    assertThat(scales(TWO_BAD, 1, 1, 1, 0.9, 1, 1, 1)).containsExactly(1, 1, 1, 1, 1, 1, 0.5);
  }

  @Test
  void nanIsBadAndNeverTheBest() {
    assertThat(scales(TWO_BAD, Double.NaN, 3, Double.NaN, 2, Double.NaN, Double.NaN, Double.NaN))
        .containsExactly(1, 1, 1, 1, 1, 1, 0.5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theFirstFiniteValueIsTheBest(boolean higherIsBetter) {
    Plateau plateau = new Plateau(0.5, 0, 1e-4, true, 0, 0, higherIsBetter);
    Plateau.State state = plateau.observed(Plateau.State.START, 0.1, -7);
    assertThat(state).isEqualTo(new Plateau.State(1, -7, 0, 0));
  }

  @Test
  void aRateOfZeroStaysZero() {
    Plateau plateau = new Plateau(0.5, 0, 0, true, 0, 0.01, false);
    Plateau.State state = plateau.observed(Plateau.State.START, 0, Double.NaN);
    assertThat(state.scale()).isEqualTo(1);
  }

  @Test
  void doesNotMakeACutOfLessThanPyTorchsEpsilon() {
    Plateau.State before = new Plateau.State(1, 1, 2, 0);
    assertThat(TWO_BAD.observed(before, 2e-8, 1).scale()).isEqualTo(1);
    assertThat(TWO_BAD.observed(before, 3e-8, 1).scale()).isEqualTo(0.5);
  }

  private static double[] scales(Plateau plateau, double... values) {
    double[] scales = new double[values.length];
    Plateau.State state = Plateau.State.START;
    for (int i = 0; i < values.length; i++) {
      state = plateau.observed(state, 0.1, values[i]);
      scales[i] = state.scale();
    }
    return scales;
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
