package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
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
  void takesTheRowsOfAGradientThatAreNotAllZero() {
    double[] values = {9, 0, 0, -0.0, 0, 1, 2, Double.NaN, 0, 9};
    double[] flat = {7, 7, 0, 0, 0, 0, 0, 0};
    touched.mark(0);
    touched.fill(flat, 2, values, 1);
    assertThat(flat).containsExactly(0, 0, 0, 0, 1, 2, Double.NaN, 0);
    assertThat(rows()).containsExactly(2, 3);

    float[] single = {0, 0, 3, 0};
    touched.fill(new float[8], 2, new float[8], 0);
    touched.fill(new float[4], 1, single, 0);
    assertThat(rows()).containsExactly(2);
  }

  @Test
  void takesRowsOfDifferentLengths() {
    double[][] rows = {{7}, {0, 0}, {}, {0, 0, 0}};
    touched.mark(0);
    touched.fill(rows, new double[] {9, 0, 1, 2, 0, 0, 3}, 1);
    assertThat(rows).isDeepEqualTo(new double[][] {{0}, {1, 2}, {}, {0, 0, 3}});
    assertThat(rows()).containsExactly(1, 3);

    float[][] single = {{7}, {0, 0}, {}, {0, 0, 0}};
    touched.clear(new float[4], 1);
    touched.fill(single, new float[] {5, 0, 0, 0, 0, 0}, 0);
    assertThat(single[0]).containsExactly(5);
    assertThat(rows()).containsExactly(0);
  }

  private int[] rows() {
    return IntStream.range(0, touched.count()).map(touched::row).toArray();
  }

  @Test
  void refusesRowsThatAreNotThere() {
    assertThatThrownBy(() -> touched.mark(4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(touched.count()).isZero();
  }
}
