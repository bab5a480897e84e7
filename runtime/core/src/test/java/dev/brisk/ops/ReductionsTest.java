package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations on arrays with a scalar result. */
class ReductionsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 100})
  void valuesAreThoseOfTheFormula(int length) {
    var random = new SplittableRandom(length);
    double[] a = VectorOperation.numbers(random, length);
    double[] b = VectorOperation.numbers(random, length);
    double sum = Arrays.stream(a).sum();
    double product = 0;
    for (int i = 0; i < length; i++) {
      product += a[i] * b[i];
    }
    assertThat(Ops.dot(a, b)).isCloseTo(product, within(1e-12));
    assertThat(Ops.sum(a)).isCloseTo(sum, within(1e-12));
    assertThat(Ops.mean(a)).isCloseTo(sum / length, within(1e-12));
    float[] narrow = Forms.narrowed(a);
    assertThat(Ops.dot(narrow, Forms.narrowed(b))).isCloseTo((float) product, within(1e-4f));
    assertThat(Ops.sum(narrow)).isCloseTo((float) sum, within(1e-5f));
    assertThat(Ops.mean(narrow)).isCloseTo((float) (sum / length), within(1e-6f));
  }

  /** To 1e8, whose neighbours are 8 away in float, nothing would be added by ones. */
  @Test
  void sumsOfFloatsAreTakenInDouble() {
    float[] x = new float[401];
    Arrays.fill(x, 1);
    x[0] = 1e8f;
    assertThat(Ops.sum(x)).isEqualTo(1e8f + 400);
    assertThat(Ops.mean(x)).isEqualTo((float) ((1e8 + 400) / 401));
  }

  @Test
  void dotDerivesByEachFactor() {
    double[] a = {1, 2, 3};
    double[] b = {-4, 5, -6};
    double[] byA = {10, 20, 30};
    double[] byB = {10, 20, 30};
    Ops.dotByA(a, b, 2, byA);
    Ops.dotByB(a, b, 2, byB);
    assertThat(byA).containsExactly(2, 30, 18);
    assertThat(byB).containsExactly(12, 24, 36);
    float[] narrow = {10, 20, 30};
    Ops.dotByA(Forms.narrowed(a), Forms.narrowed(b), 2, narrow);
    Ops.dotByB(Forms.narrowed(a), Forms.narrowed(b), 2, narrow);
    assertThat(narrow).containsExactly(4, 34, 24);
  }

  @Test
  void sumAndMeanDeriveByEachElementAlike() {
    double[] x = {1, 2, 3, 4};
    double[] gradient = {0, 1, 2, 3};
    Ops.sumByX(x, 2, gradient);
    assertThat(gradient).containsExactly(2, 3, 4, 5);
    Ops.meanByX(x, 2, gradient);
    assertThat(gradient).containsExactly(2.5, 3.5, 4.5, 5.5);
    float[] narrow = {0, 1, 2, 3};
    Ops.sumByX(Forms.narrowed(x), 2, narrow);
    Ops.meanByX(Forms.narrowed(x), 2, narrow);
    assertThat(narrow).containsExactly(2.5f, 3.5f, 4.5f, 5.5f);
  }
}
