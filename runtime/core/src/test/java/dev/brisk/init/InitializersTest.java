package dev.brisk.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitializersTest {
  private static final int MANY = 100_000;

  @Test
  void constantsAreTheSameEverywhere() {
    double[] values = {1, 2};
    Initializers.constant(values, 0.1);
    assertThat(values).containsOnly(0.1);
    Initializers.zeros(values);
    assertThat(values).containsOnly(0);

    float[] floats = {1, 2};
    Initializers.constant(floats, 0.1);
    assertThat(floats).containsOnly(0.1f);
    Initializers.zeros(floats);
    assertThat(floats).containsOnly(0);
  }

  @Test
  void uniformFillsItsInterval() {
    double[] values = new double[MANY];
    Initializers.uniform(values, -0.5, 1.5, Initializers.random(1, 0));
    assertThat(Arrays.stream(values)).allMatch(value -> value >= -0.5 && value < 1.5);
    assertMoments(values, 0.5, 4.0 / 12);
  }

  @Test
  void uniformFloatsStayBelowTheirUpperEnd() {
    float[] values = new float[MANY];
    Initializers.uniform(values, 1, Math.nextUp(1.0f), Initializers.random(1, 0));
    assertThat(values).containsOnly(1);
  }

  @Test
  void normalHasItsMoments() {
    double[] values = new double[MANY];
    Initializers.normal(values, 3, 0.5, Initializers.random(2, 0));
    assertMoments(values, 3, 0.25);
    long beyondTwo = Arrays.stream(values).filter(value -> Math.abs(value - 3) > 1).count();
    assertThat((double) beyondTwo / MANY).isCloseTo(0.0455, within(0.003));
  }

  @Test
  void xavierIsUniformByBothFans() {
    double[] values = new double[MANY];
    Initializers.xavier(values, 200, 100, Initializers.random(3, 0));
    double limit = Math.sqrt(6.0 / 300);
    assertThat(Arrays.stream(values)).allMatch(value -> Math.abs(value) <= limit);
    assertMoments(values, 0, limit * limit / 3);
  }

  @Test
  void heIsNormalByItsFanIn() {
    double[] values = new double[MANY];
    Initializers.he(values, 784, Initializers.random(4, 0));
    assertMoments(values, 0, 2.0 / 784);
  }

  /** Mean and variance lie within five standard errors. */
  private static void assertMoments(double[] values, double mean, double variance) {
    double error = Math.sqrt(variance / values.length);
    assertThat(new Mean().evaluate(values)).isCloseTo(mean, within(5 * error));
    double varianceError = variance * Math.sqrt(2.0 / values.length);
    assertThat(new Variance().evaluate(values)).isCloseTo(variance, within(5 * varianceError));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void floatsAreTheDoublesRounded(Fill<double[]> doubles, Fill<float[]> floats) {
    double[] values = new double[1000];
    float[] rounded = new float[1000];
    doubles.into(values, Initializers.random(5, 0));
    floats.into(rounded, Initializers.random(5, 0));
    for (int i = 0; i < values.length; i++) {
      assertThat(rounded[i]).isEqualTo((float) values[i]);
    }
  }

  private static Stream<Arguments> pairs() {
    return Stream.of(
        pair(
            (v, r) -> Initializers.uniform(v, -1, 2, r),
            (v, r) -> Initializers.uniform(v, -1, 2, r)),
        pair((v, r) -> Initializers.normal(v, 1, 2, r), (v, r) -> Initializers.normal(v, 1, 2, r)),
        pair((v, r) -> Initializers.xavier(v, 3, 4, r), (v, r) -> Initializers.xavier(v, 3, 4, r)),
        pair((v, r) -> Initializers.he(v, 3, r), (v, r) -> Initializers.he(v, 3, r)));
  }

  private static Arguments pair(Fill<double[]> doubles, Fill<float[]> floats) {
    return Arguments.of(doubles, floats);
  }

  private interface Fill<A> {
    void into(A values, SplittableRandom random);
  }

  @Test
  void theSameSeedGivesTheSameBitsOnEveryJdk() {
    double[] values = new double[3];
    Initializers.normal(values, 0, 1, Initializers.random(42, 0));
    assertThat(values)
        .containsExactly(1.5174176659582388, -0.2953164633471408, 0.22398172967667224);
    Initializers.uniform(values, 0, 1, Initializers.random(42, 1));
    assertThat(values).containsExactly(0.1752956097232744, 0.5023013662446149, 0.7273461050124775);
    double[] many = new double[1_000_000];
    Initializers.normal(many, 0, 1, Initializers.random(7, 0));
    assertThat(Arrays.hashCode(many)).isEqualTo(-1600073845);
  }

  @Test
  void everyParameterHasValuesOfItsOwn() {
    long[] first = new long[2000];
    for (int i = 0; i < 1000; i++) {
      first[i] = Initializers.random(9, i).nextLong();
      first[1000 + i] = Initializers.random(10, i).nextLong();
    }
    assertThat(first).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void fansFollowFromTheShape(int[] shape, int fanIn, int fanOut) {
    assertThat(Initializers.fanIn(shape)).isEqualTo(fanIn);
    assertThat(Initializers.fanOut(shape)).isEqualTo(fanOut);
  }

  private static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(new int[] {128, 784}, 784, 128),
        Arguments.of(new int[] {13}, 13, 1),
        Arguments.of(new int[] {}, 1, 1),
        Arguments.of(new int[] {16, 3, 5, 7}, 3 * 35, 16 * 35));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsOutOfRange(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  private static Stream<Arguments> refused() {
    var random = new SplittableRandom(1);
    double[] values = new double[1];
    float[] floats = new float[1];
    String interval = "low is %s and high is %s, expected finite values, low below high";
    return Stream.of(
        refused(() -> Initializers.uniform(values, 1, 1, random), interval.formatted(1.0, 1.0)),
        refused(
            () -> Initializers.uniform(floats, Double.NaN, 1, random),
            interval.formatted(Double.NaN, 1.0)),
        refused(
            () -> Initializers.normal(values, 0, -1, random),
            "standardDeviation is -1.0, expected a finite value of at least 0"),
        refused(
            () -> Initializers.normal(floats, Double.POSITIVE_INFINITY, 1, random),
            "mean is Infinity, expected a finite value"),
        refused(() -> Initializers.he(values, 0, random), "fanIn is 0, expected at least 1"),
        refused(
            () -> Initializers.xavier(floats, 1, -2, random), "fanOut is -2, expected at least 1"),
        refused(() -> Initializers.fanIn(3, 0), "shape[1] is 0, expected at least 1"));
  }

  private static Arguments refused(ThrowingCallable call, String message) {
    return Arguments.of(call, message);
  }
}
