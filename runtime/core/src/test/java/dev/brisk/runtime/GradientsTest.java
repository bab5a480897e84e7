package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientsTest {
  private static double[] values(int length) {
    return new SplittableRandom(length).doubles(length, -2, 2).toArray();
  }

  private static float[] single(double[] values) {
    float[] single = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      single[i] = (float) values[i];
    }
    return single;
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "0, 3", "0, 4", "0, 5", "2, 20", "7, 7", "13, 19", "3, 20"})
  void goThroughTheElementsOfTheRangeAndNoOthers(int from, int to) {
    double[] values = values(20);
    float[] floats = single(values);
    double[] scaled = values.clone();
    double[] clamped = values.clone();
    float[] floatsScaled = floats.clone();
    float[] floatsClamped = floats.clone();

    Gradients.scale(scaled, from, to, 0.25);
    Gradients.scale(floatsScaled, from, to, 0.25);
    assertThat(Gradients.clamp(clamped, from, to, 0.5)).isZero();
    assertThat(Gradients.clamp(floatsClamped, from, to, 0.5)).isZero();

    double squares = 0;
    double floatSquares = 0;
    for (int i = 0; i < 20; i++) {
      boolean isIn = i >= from && i < to;
      squares += isIn ? values[i] * values[i] : 0;
      floatSquares += isIn ? (double) floats[i] * floats[i] : 0;
      assertThat(scaled[i]).isEqualTo(isIn ? 0.25 * values[i] : values[i]);
      assertThat(floatsScaled[i]).isEqualTo(isIn ? 0.25f * floats[i] : floats[i]);
      double bounded = Math.max(-0.5, Math.min(0.5, values[i]));
      assertThat(clamped[i]).isEqualTo(isIn ? bounded : values[i]);
      assertThat(floatsClamped[i]).isEqualTo(isIn ? (float) bounded : floats[i]);
    }
    assertThat(Gradients.squares(values, from, to)).isCloseTo(squares, within(1e-14));
    assertThat(Gradients.squares(floats, from, to)).isCloseTo(floatSquares, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void tellWhereAnElementIsNotFinite(double strange) {
    for (int at = 0; at < 9; at++) {
      double[] values = values(9);
      values[at] = strange;
      float[] floats = single(values);
      assertThat(Gradients.firstNonFinite(values, 0, 9)).isEqualTo(at);
      assertThat(Gradients.firstNonFinite(floats, 0, 9)).isEqualTo(at);
      assertThat(Gradients.firstNonFinite(values, at + 1, 9)).isEqualTo(9);
      assertThat(Gradients.firstNonFinite(floats, 0, at)).isEqualTo(at);
      assertThat(Gradients.squares(values, 0, 9)).isNotFinite();
      assertThat(Gradients.squares(floats, 0, 9)).isNotFinite();
      assertThat(Gradients.clamp(values, 0, 9, 1)).isNaN();
      assertThat(Gradients.clamp(floats, 0, 9, 1)).isNaN();
    }
  }

  @Test
  void squaresOfFloatsAreSummedInDouble() {
    float[] large = {1e30f, 1e30f};
    assertThat(Gradients.squares(large, 0, 2)).isCloseTo(2e60, within(1e54));
  }
}
