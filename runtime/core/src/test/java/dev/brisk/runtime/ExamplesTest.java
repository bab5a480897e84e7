package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class ExamplesTest {
  private final Line.Points points = Line.points(4);

  @Test
  void rangeSelectsNeighbours() {
    assertThat(points.range(1, 3).x()).containsExactly(0.25, 0.5);
    assertThat(points.range(0, 4).x()).isEqualTo(points.x());
  }

  @Test
  void rangeRefusesWhatIsNotThere() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> points.range(2, 5))
        .withMessage("batch [2, 5) is not a range of the 4 examples");
  }
}
