package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OpsTest {
  @Test
  void argmaxGivesTheFirstOfTheLargest() {
    assertThat(Ops.argmax(new double[] {-3, 2, 7, 7, 1})).isEqualTo(2);
    assertThat(Ops.argmax(new float[] {-3, 2, 7, 7, 1})).isEqualTo(2);
    assertThat(Ops.argmax(new double[] {-0.0, 0.0})).isZero();
    assertThat(Ops.argmax(new double[] {Double.NEGATIVE_INFINITY})).isZero();
  }

  @Test
  void argmaxTakesNanForTheLargest() {
    assertThat(Ops.argmax(new double[] {1, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN}))
        .isEqualTo(1);
    assertThat(Ops.argmax(new float[] {1, Float.POSITIVE_INFINITY, Float.NaN})).isEqualTo(2);
  }

  @Test
  void argmaxOfNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ops.argmax(new double[0]))
        .withMessage("values has length 0, expected at least 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Ops.argmax(new float[0]));
  }
}
