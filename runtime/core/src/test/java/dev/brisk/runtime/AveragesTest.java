package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AveragesTest {
  @Test
  void exchangeGivesEachTheElementsOfTheOther() {
    double[] a = {1, 2};
    double[] b = {3, 4};
    Averages.exchange(a, b);
    assertThat(a).containsExactly(3, 4);
    assertThat(b).containsExactly(1, 2);
  }

  @Test
  void exchangeKeepsTheRowsThemselves() {
    float[] first = {1, 2};
    float[][] a = {first, {}};
    float[][] b = {{3, 4}, {}};
    Averages.exchange(a, b);
    assertThat(a[0]).isSameAs(first).containsExactly(3, 4);
    assertThat(b[0]).containsExactly(1, 2);
  }
}
