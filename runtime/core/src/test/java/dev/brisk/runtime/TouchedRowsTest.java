package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TouchedRowsTest {
  private final TouchedRows touched = new TouchedRows(4);

  @Test
  void countsEachRowOnceInTheOrderOfFirstTouch() {
    touched.mark(2);
    touched.mark(0);
    touched.mark(2);

    assertThat(touched.count()).isEqualTo(2);
    assertThat(touched.row(0)).isEqualTo(2);
    assertThat(touched.row(1)).isZero();
  }

  @Test
  void clearsWhatWasTouchedAndNothingElse() {
    double[] flat = {1, 2, 3, 4, 5, 6, 7, 8};
    touched.mark(1);
    touched.clear(flat, 2);
    assertThat(flat).containsExactly(1, 2, 0, 0, 5, 6, 7, 8);
    assertThat(touched.count()).isZero();

    float[][] rows = {{1}, {2}, {3}, {4}};
    touched.mark(1);
    touched.mark(3);
    touched.clear(rows);
    assertThat(rows).isDeepEqualTo(new float[][] {{1}, {0}, {3}, {0}});
  }

  @Test
  void refusesRowsThatAreNotThere() {
    assertThatThrownBy(() -> touched.mark(4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(touched.count()).isZero();
  }
}
