package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropout of a training step, whose mask is a function of its key and of indices. */
class DropoutTest {
  private static final int LENGTH = 10_000;
  private static final long KEY = key(42, 7, 3, 0);

  private static long key(long seed, long step, int example, int call) {
    return Dropout.with(Dropout.with(Dropout.key(seed, step), example), call);
  }

  @Test
  void noKeyDropsNothing() {
    double[] out = new double[3];
    Dropout.dropout(new double[] {1, -2, 3}, 0.5, Dropout.with(Dropout.NONE, 7), out);
    assertThat(out).containsExactly(1, -2, 3);
  }

  @Test
  void plainFormDropsNothing() {
    double[] x = {1, -2, 3};
    assertThat(Ops.dropout(x, 0.5)).isEqualTo(x).isNotSameAs(x);
    assertThat(Ops.dropout(new float[] {1, -2, 3}, 0.5)).containsExactly(1, -2, 3);
  }

  @Test
  void theSameKeyDropsTheSameElements() {
    assertThat(dropped(KEY, 0.5)).isEqualTo(dropped(key(42, 7, 3, 0), 0.5));
  }

  /** So an array may be gone through in parts, and lengths may differ from example to example. */
  @Test
  void whetherAnElementIsDroppedDependsOnItsIndexAlone() {
    double[] few = new double[10];
    Dropout.dropout(ones(10), 0.5, KEY, few);
    assertThat(few).isEqualTo(Arrays.copyOf(dropped(KEY, 0.5), 10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void aboutTheRateIsDroppedAndTheMeanStays(double rate) {
    double[] out = dropped(KEY, rate);
    double share = Arrays.stream(out).filter(each -> each == 0).count() / (double) LENGTH;
    double deviation = Math.sqrt(rate * (1 - rate) / LENGTH);
    assertThat(share).isCloseTo(rate, within(4 * deviation));
    assertThat(Ops.mean(out)).isCloseTo(1, within(4 * deviation / (1 - rate)));
    assertThat(out).containsOnly(0, 1 / (1 - rate));
  }

  /** Each element is dropped as often as the others, over many steps. */
  @Test
  void aboutTheRateOfTheStepsDropsAnElement() {
    double[] counts = new double[16];
    double[] out = new double[16];
    for (int step = 0; step < LENGTH; step++) {
      Dropout.dropout(ones(16), 0.25, key(1, step, 0, 0), out);
      for (int i = 0; i < 16; i++) {
        counts[i] += out[i] == 0 ? 1 : 0;
      }
    }
    for (double count : counts) {
      assertThat(count).isCloseTo(0.25 * LENGTH, within(200.0));
    }
  }

  /** Two masks that have nothing to do with each other agree on half of the elements. */
  @Test
  void otherCountersDropOtherElements() {
    long[] others = {
      key(43, 7, 3, 0),
      key(42, 8, 3, 0),
      key(42, 7, 4, 0),
      key(42, 7, 3, 1),
      key(42, 3, 7, 0),
      KEY + 1,
      KEY + (1L << 32)
    };
    for (long other : others) {
      assertThat(agreement(dropped(KEY, 0.5), dropped(other, 0.5), 0)).isCloseTo(0.5, within(0.02));
    }
  }

  @Test
  void neighboursAreDroppedIndependently() {
    double[] mask = dropped(KEY, 0.5);
    for (int distance : new int[] {1, 2, 3, 4, 8, 16, 64, 128, 256, 784}) {
      assertThat(agreement(mask, mask, distance)).isCloseTo(0.5, within(0.02));
    }
  }

  private static double agreement(double[] a, double[] b, int distance) {
    int same = 0;
    for (int i = 0; i + distance < LENGTH; i++) {
      same += a[i] == b[i + distance] ? 1 : 0;
    }
    return same / (double) (LENGTH - distance);
  }

  @Test
  void derivativeUsesTheMaskOfTheResult() {
    double[] x = ones(LENGTH);
    double[] out = dropped(KEY, 0.3);
    double[] dX = ones(LENGTH);
    Dropout.dropoutByX(x, 0.3, KEY, out, Ops.scale(x, 2.0), dX);
    assertThat(dX).isEqualTo(Ops.add(x, Ops.scale(out, 2.0)));
  }

  @Test
  void bothPrecisionsDropTheSameElements() {
    float[] x = new float[LENGTH];
    Arrays.fill(x, 1);
    float[] out = new float[LENGTH];
    Dropout.dropout(x, 0.3, KEY, out);
    assertThat(out).isEqualTo(Forms.narrowed(dropped(KEY, 0.3)));
    float[] dX = new float[LENGTH];
    Dropout.dropoutByX(x, 0.3, KEY, out, x, dX);
    assertThat(dX).isEqualTo(out);
  }

  @Test
  void rate0DropsNothing() {
    assertThat(dropped(KEY, 0)).containsOnly(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 30, Double.NaN})
  void ratesOutOfRangeAreRefused(double rate) {
    double[] out = {7};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dropout.dropout(new double[] {1}, rate, KEY, out))
        .withMessage("rate is " + rate + ", expected in [0, 1)");
    assertThatIllegalArgumentException().isThrownBy(() -> Ops.dropout(new float[] {1}, rate));
    assertThat(out).containsExactly(7);
  }

  private static double[] dropped(long key, double rate) {
    double[] out = new double[LENGTH];
    Dropout.dropout(ones(LENGTH), rate, key, out);
    return out;
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
