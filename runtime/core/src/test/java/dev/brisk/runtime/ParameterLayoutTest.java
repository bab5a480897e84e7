package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterLayoutTest {
  private static final ParameterLayout SCALAR = new ParameterLayout("offset", 0, List.of());
  private static final ParameterLayout ROWS = new ParameterLayout("weights", 1, List.of(2, 3));
  private static final ParameterLayout ARRAY = new ParameterLayout("bias", 7, List.of(4));

  @Test
  void countsTheElementsOfAllParameters() {
    assertThat(ParameterLayout.count(List.of(SCALAR, ROWS, ARRAY))).isEqualTo(1 + 2 * 3 + 4);
  }

  @Test
  void countIsTheEndOfTheLastParameterOfALayout() {
    List<ParameterLayout> layout = List.of(SCALAR, ROWS, ARRAY);

    assertThat(ParameterLayout.count(layout)).isEqualTo(layout.get(2).end());
  }

  @Test
  void countOfNoParameterIsZero() {
    assertThat(ParameterLayout.count(List.of())).isZero();
  }

  @Test
  void refusesACountBeyondTheLargestInteger() {
    ParameterLayout half = new ParameterLayout("half", 0, List.of(1 << 30));

    assertThatThrownBy(() -> ParameterLayout.count(List.of(half, half)))
        .isInstanceOf(ArithmeticException.class);
  }
}
