package dev.brisk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class VectorMathTest {
  /** A prime: of the bits of all floats, every one so many is tried, so that all exponents are. */
  private static final int STRIDE = 3989;

  private static final int LENGTH = 1 << 12;

  private interface OfFloats {
    void apply(float[] x, float[] out, int from, int to);
  }

  private interface OfDoubles {
    void apply(double[] x, double[] out, int from, int to);
  }

  static Stream<Arguments> functions() {
    OfFloats exp = VectorMath::exp;
    OfFloats sigmoid = VectorMath::sigmoid;
    OfFloats tanh = VectorMath::tanh;
    OfDoubles expOfDoubles = VectorMath::exp;
    OfDoubles sigmoidOfDoubles = VectorMath::sigmoid;
    OfDoubles tanhOfDoubles = VectorMath::tanh;
    return Stream.of(
        Arguments.of(exp, expOfDoubles, (DoubleUnaryOperator) Math::exp),
        Arguments.of(sigmoid, sigmoidOfDoubles, (DoubleUnaryOperator) VectorMathTest::sigmoid),
        Arguments.of(tanh, tanhOfDoubles, (DoubleUnaryOperator) Math::tanh));
  }

  private static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isWithinTwoUlpForArgumentsOfEveryExponent(
      OfFloats function, OfDoubles ofDoubles, DoubleUnaryOperator exact) {
    float[] x = new float[LENGTH];
    float[] out = new float[LENGTH];
    for (long bits = 0; bits < 1L << 32; ) {
      int n = 0;
      for (; n < LENGTH && bits < 1L << 32; n++, bits += STRIDE) {
        x[n] = Float.intBitsToFloat((int) bits);
      }
      function.apply(x, out, 0, n);
      for (int i = 0; i < n; i++) {
        requireWithinTwoUlp(out[i], exact.applyAsDouble(x[i]), x[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isWithinTwoUlpAtTheEdges(OfFloats function, OfDoubles ofDoubles, DoubleUnaryOperator exact) {
    float[] x = {
      0,
      -0f,
      Float.MIN_VALUE,
      -Float.MIN_VALUE,
      Float.MAX_VALUE,
      -Float.MAX_VALUE,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      88.72283f,
      Math.nextUp(88.72283f),
      -87.33655f,
      -103.97208f,
      Math.nextDown(-103.97208f),
      0.625f,
      Math.nextUp(0.625f),
      45,
      -45,
      Float.NaN,
      Float.intBitsToFloat(0x7fc00001),
      Float.intBitsToFloat(0xffffffff)
    };
    float[] out = new float[x.length];
    function.apply(x, out, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      requireWithinTwoUlp(out[i], exact.applyAsDouble(x[i]), x[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void doesNotDependOnTheRangeAndWritesNothingElse(
      OfFloats function, OfDoubles ofDoubles, DoubleUnaryOperator exact) {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 2000; round++) {
      float[] x = Cases.floats(random, 1 + random.nextInt(200));
      float[] whole = new float[x.length];
      function.apply(x, whole, 0, x.length);
      int from = random.nextInt(x.length);
      int to = from + random.nextInt(x.length - from + 1);
      float[] part = new float[x.length];
      Arrays.fill(part, 7);
      function.apply(x, part, from, to);
      float[] expected = new float[x.length];
      Arrays.fill(expected, 7);
      System.arraycopy(whole, from, expected, from, to - from);
      assertThat(part).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void ofDoublesIsThatOfMath(OfFloats function, OfDoubles ofDoubles, DoubleUnaryOperator exact) {
    double[] x = new SplittableRandom(4).doubles(1000, -40, 40).toArray();
    double[] out = new double[x.length];
    ofDoubles.apply(x, out, 1, 999);
    assertThat(out[0]).isZero();
    assertThat(out[999]).isZero();
    for (int i = 1; i < 999; i++) {
      double expected = exact.applyAsDouble(x[i]);
      assertThat(out[i]).isCloseTo(expected, within(3 * Math.ulp(expected)));
    }
  }

  @Test
  void softmaxIsWithinItsBound() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 2000; round++) {
      int n = 1 + random.nextInt(60);
      float[] x = Cases.floats(random, n);
      float scale = random.nextInt(30);
      for (int i = 0; i < n; i++) {
        x[i] *= scale;
      }
      double[] exact = new double[n];
      double log = VectorMath.softmax(doubles(x), exact, 0, n);
      float[] out = new float[n];
      assertThat((double) VectorMath.softmax(x, out, 0, n))
          .isCloseTo(log, within(0x1p-22 * (1 + Math.abs(log))));
      float max = x[0];
      for (float value : x) {
        max = Math.max(max, value);
      }
      for (int i = 0; i < n; i++) {
        double bound = (4 + max - x[i] + Math.log(n)) * 0x1p-23;
        assertThat((double) out[i]).isCloseTo(exact[i], within(bound * exact[i]));
      }
    }
  }

  @Test
  void softmaxOfDoublesIsThatOfItsFormula() {
    double[] x = {1, 2, 3, -700, 1000, 999};
    double[] out = new double[6];
    double log = VectorMath.softmax(x, out, 0, 3);
    double sum = Math.exp(1) + Math.exp(2) + Math.exp(3);
    assertThat(log).isCloseTo(Math.log(sum), within(1e-15));
    assertThat(out[2]).isCloseTo(Math.exp(3) / sum, within(1e-16));
    assertThat(out[3]).isZero();
    log = VectorMath.softmax(x, out, 3, 6);
    assertThat(log).isCloseTo(1000 + Math.log1p(Math.exp(-1)), within(1e-12));
    assertThat(out[4]).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-15));
  }

  @Test
  void softmaxOfNotANumberIsNotANumber() {
    float[] x = {1, Float.intBitsToFloat(0x7fc00001), 2};
    float[] out = new float[3];
    assertThat(VectorMath.softmax(x, out, 0, 3)).isNaN();
    assertThat(out).containsOnly(Float.NaN);
  }

  @Test
  void softmaxOfNothingIsTheLogarithmOfZero() {
    assertThat(VectorMath.softmax(new float[1], new float[1], 1, 1))
        .isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(VectorMath.softmax(new double[1], new double[1], 1, 1))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static double[] doubles(float[] x) {
    double[] values = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      values[i] = x[i];
    }
    return values;
  }

  private static void requireWithinTwoUlp(float actual, double exact, float x) {
    float rounded = (float) exact;
    boolean fine =
        Float.isNaN(rounded)
            ? Float.isNaN(actual)
            : actual == rounded || Math.abs(actual - exact) <= 2 * Math.ulp(rounded);
    assertThat(fine).as("%s instead of %s, of %s", actual, rounded, x).isTrue();
  }
}
