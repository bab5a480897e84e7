package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardisationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Means 2 and 20, deviations 1 and 10. */
  private static final Standardisation SCALE =
      Standardisation.fit(new double[][] {{1, 30}, {3, 10}});

  private static double[][] column(double... values) {
    return Arrays.stream(values).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
  }

  private static void assertRefused(ThrowingCallable use, String message) {
    assertThatIllegalArgumentException().isThrownBy(use).withMessage(message);
  }

  @Test
  void bringsColumnsToMeanZeroAndDeviationOne() {
    assertThat(SCALE.means()).containsExactly(2, 20);
    assertThat(SCALE.deviations()).containsExactly(1, 10);
    assertThat(SCALE.apply(new double[][] {{1, 30}, {3, 10}, {5, 25}}))
        .isDeepEqualTo(new double[][] {{-1, 1}, {1, -1}, {3, 0.5}});
    assertThat(SCALE.apply(new float[][] {{5, 25}})).isDeepEqualTo(new float[][] {{3, 0.5f}});
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1e9, 1", "-1e12, 0.001", "1e-200, 1e-200", "5, 1e100", "0.1, 1e-9"})
  void agreesWithCommonsMath(double center, double spread) {
    SplittableRandom random = new SplittableRandom(11);
    double[] values = random.doubles(1000, -1, 1).map(u -> center + spread * u * u * u).toArray();
    Standardisation scale = Standardisation.fit(column(values));
    // On a common scale, as the library squares what it is given.
    double[] scaled = Arrays.stream(values).map(x -> (x - center) / spread).toArray();
    double deviation = spread * new StandardDeviation(false).evaluate(scaled);

    assertThat(scale.means()[0])
        .isCloseTo(StatUtils.mean(values), within(1e-12 * (Math.abs(center) + spread)));
    assertThat(scale.deviations()[0] / deviation).isCloseTo(1, within(1e-9));
  }

  @Test
  void isExactWhereNumbersAreFarFromZero() {
    // The deviation of 0, 1, ..., 6 is 2; sums of squares of these numbers lose it altogether.
    Standardisation scale =
        Standardisation.fit(column(IntStream.range(0, 7).mapToDouble(i -> 1e15 + i).toArray()));

    assertThat(scale.means()).containsExactly(1e15 + 3);
    assertThat(scale.deviations()).containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-320, 1e-300, 1e300, 8e307})
  void neitherOverflowsNorUnderflows(double size) {
    Standardisation scale = Standardisation.fit(column(-size, size, -size, size));

    assertThat(scale.means()).containsExactly(0);
    assertThat(scale.deviations()).containsExactly(size);
    assertThat(scale.apply(column(size))).isDeepEqualTo(column(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, -3.7e11, 1.1e300})
  void leavesAConstantColumnAtZero(double constant) {
    double[][] examples = column(IntStream.range(0, 1000).mapToDouble(i -> constant).toArray());
    Standardisation scale = Standardisation.fit(examples);

    assertThat(scale.deviations()).containsExactly(1);
    assertThat(scale.apply(examples)).isDeepEqualTo(new double[1000][1]);
    assertThat(scale.inverse(column(0))).isDeepEqualTo(column(constant));
  }

  @Test
  void fitsFloatsInDoublePrecision() {
    SplittableRandom random = new SplittableRandom(5);
    double[][] doubles = new double[500][3];
    float[][] floats = new float[500][3];
    for (int i = 0; i < floats.length; i++) {
      for (int j = 0; j < 3; j++) {
        floats[i][j] = (float) (1e6 + random.nextDouble());
        doubles[i][j] = floats[i][j];
      }
    }

    assertThat(Standardisation.fit(floats)).isEqualTo(Standardisation.fit(doubles));
  }

  @Test
  void givesCopies() {
    double[][] examples = {{5, 25}};
    SCALE.apply(examples)[0][0] = 99;
    SCALE.means()[0] = 99;
    SCALE.deviations()[0] = 99;

    assertThat(examples).isDeepEqualTo(new double[][] {{5, 25}});
    assertThat(SCALE.apply(examples)).isDeepEqualTo(new double[][] {{3, 0.5}});
  }

  @Test
  void comesBack() {
    SplittableRandom random = new SplittableRandom(2);
    double[][] examples =
        Stream.generate(() -> random.doubles(2, -100, 100).toArray())
            .limit(100)
            .toArray(double[][]::new);
    double[][] back = SCALE.inverse(SCALE.apply(examples));

    for (int i = 0; i < back.length; i++) {
      assertThat(back[i]).containsExactly(examples[i], within(1e-13));
    }
    assertThat(SCALE.inverse(new float[][] {{3, 0.5f}})).isDeepEqualTo(new float[][] {{5, 25}});
  }

  @Test
  void takesOneNumberAtATime() {
    assertThat(SCALE.apply(1, 25)).isEqualTo(0.5);
    assertThat(SCALE.inverse(1, 0.5)).isEqualTo(25);
    assertRefused(() -> SCALE.apply(1, Double.NaN), "column 1 is NaN, expected a finite number");
    assertThatThrownBy(() -> SCALE.inverse(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void takesOneExampleAtATimeAlsoInPlace() {
    double[] doubles = {5, 25};
    float[] floats = {5, 25};
    SCALE.apply(doubles, doubles);
    SCALE.apply(floats, floats);

    assertThat(doubles).containsExactly(3, 0.5);
    assertThat(floats).containsExactly(3, 0.5f);

    SCALE.inverse(doubles, doubles);
    SCALE.inverse(floats, floats);

    assertThat(doubles).containsExactly(5, 25);
    assertThat(floats).containsExactly(5, 25);
  }

  @Test
  void allocatesNothingForOneExample() {
    float[] floats = {5, 25};
    double[] doubles = {5, 25};
    Runnable examples =
        () -> {
          for (int i = 0; i < 10_000; i++) {
            SCALE.apply(floats, floats);
            SCALE.inverse(floats, floats);
            SCALE.apply(doubles, doubles);
            SCALE.inverse(doubles, doubles);
          }
        };

    assertThat(leastAllocatedBy(examples)).isLessThan(1000);
  }

  /** Bytes; the least of several runs, as a JVM allocates for itself while it warms up. */
  private static long leastAllocatedBy(Runnable task) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      task.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  @Test
  void isAValue() {
    Standardisation same = Standardisation.fit(new double[][] {{3, 10}, {1, 30}});

    assertThat(same).isEqualTo(SCALE).hasSameHashCodeAs(SCALE);
    assertThat(Standardisation.fit(new double[][] {{1, 30}, {3, 11}})).isNotEqualTo(SCALE);
    assertThat(SCALE).hasToString("Standardisation[means=2.0 20.0, deviations=1.0 10.0]");
  }

  @Test
  void comesBackFromTextsToTheLastBit() {
    SplittableRandom random = new SplittableRandom(9);
    double[][] examples =
        Stream.generate(() -> random.doubles(20, -1, 1).map(x -> Math.exp(500 * x)).toArray())
            .limit(5)
            .toArray(double[][]::new);
    Standardisation scale = Standardisation.fit(examples);
    Map<String, String> texts = new TreeMap<>(scale.toTexts());
    texts.put("model", "houses");

    assertThat(Standardisation.fromTexts(texts)).isEqualTo(scale);
    assertThat(SCALE.toTexts())
        .containsExactly(Map.entry("deviations", "1.0 10.0"), Map.entry("means", "2.0 20.0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2 | 1 | deviations has 1 numbers, expected 2",
        "1 x | 1 1 | means is '1 x', expected finite numbers",
        "1 NaN | 1 1 | means is '1 NaN', expected finite numbers",
        "1  2 | 1 1 | means is '1  2', expected finite numbers",
        "'' | '' | means is '', expected finite numbers",
        "1 2 | 1 0 | deviations is '1 0', expected finite numbers above 0",
        "1 2 | 1 -1 | deviations is '1 -1', expected finite numbers above 0",
        "1 2 | 1 Infinity | deviations is '1 Infinity', expected finite numbers above 0",
      })
  void refusesTextsOfAnotherForm(String means, String deviations, String message) {
    assertRefused(
        () -> Standardisation.fromTexts(Map.of("means", means, "deviations", deviations)), message);
  }

  @Test
  void refusesTextsThatAreNotThere() {
    assertRefused(
        () -> Standardisation.fromTexts(Map.of("means", "1")),
        "deviations is not there, expected finite numbers above 0");
  }

  @Test
  void refusesToFitWhatIsNoTable() {
    String none = "there are no numbers, expected at least 1 row of 1";

    assertRefused(() -> Standardisation.fit(new double[0][]), none);
    assertRefused(() -> Standardisation.fit(new float[3][0]), none);
    assertRefused(
        () -> Standardisation.fit(new double[][] {{1, 2}, {3}}), "row 1 has 1 columns, expected 2");
    assertRefused(
        () -> Standardisation.fit(new float[][] {{1, 2}, {3, Float.NaN}}),
        "row 1, column 1 is NaN, expected a finite number");
    assertRefused(
        () -> Standardisation.fit(column(1, Double.NEGATIVE_INFINITY)),
        "row 1, column 0 is -Infinity, expected a finite number");
  }

  @Test
  void refusesToFitWhatSpansMoreThanDoublesDo() {
    double[] values = new double[100];
    Arrays.fill(values, -Double.MAX_VALUE);
    values[0] = Double.MAX_VALUE;

    assertRefused(
        () -> Standardisation.fit(column(values)),
        "column 0 spans more than the range of a double, expected less");
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    assertRefused(
        () -> SCALE.apply(new double[][] {{1, 2}, {1, 2, 3}}), "row 1 has 3 columns, expected 2");
    assertRefused(() -> SCALE.inverse(new float[][] {{1}}), "row 0 has 1 columns, expected 2");
    assertRefused(
        () -> SCALE.apply(new float[2], new float[3]), "the example has 3 columns, expected 2");
    assertRefused(
        () -> SCALE.apply(new double[1], new double[2]), "the example has 1 columns, expected 2");
  }

  @Test
  void refusesWhatIsNotFiniteAndWritesNothing() {
    double[] out = {7, 7};

    assertRefused(
        () -> SCALE.apply(new double[][] {{1, 2}, {1, Double.NaN}}),
        "row 1, column 1 is NaN, expected a finite number");
    assertRefused(
        () -> SCALE.apply(new double[] {1, Double.POSITIVE_INFINITY}, out),
        "column 1 is Infinity, expected a finite number");
    assertThat(out).containsExactly(7, 7);
  }

  @Test
  void refusesWhatDoesNotFitIntoItsResult() {
    Standardisation tiny = Standardisation.fit(column(0, 1e-30));

    assertRefused(
        () -> tiny.apply(new float[] {1e30f}, new float[1]),
        "column 0 is 1.0000000150474662E30, which comes to Infinity, expected a finite number");
  }
}
