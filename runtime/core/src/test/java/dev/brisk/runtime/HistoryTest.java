package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history = new History();

  @Test
  void putsBackWhatWasOverwrittenLastFirst() {
    double[] values = {1, 2};

    history.keep(values, 0);
    values[0] = 5;
    history.keep(values, 0);
    values[0] = 7;
    history.undo();
    assertThat(values).containsExactly(5, 2);
    history.undo();

    assertThat(values).containsExactly(1, 2);
  }

  @Test
  void rewindsToTheLastMarkAndRemovesIt() {
    int[] values = {1, 2};
    history.keep(values, 1);
    values[1] = 3;
    history.mark();
    history.keep(values, 1);
    values[1] = 4;
    history.keep(values, 0);
    values[0] = 5;

    history.rewind();
    assertThat(values).containsExactly(1, 3);
    history.undo();

    assertThat(values).containsExactly(1, 2);
  }

  @Test
  void rewindsOverNothing() {
    long[] values = {1};
    history.mark();
    history.mark();

    history.rewind();
    history.rewind();

    assertThat(values).containsExactly(1);
  }

  @Test
  void keepsEveryTypeToTheLastBit() {
    double[] doubles = {-0.0};
    float[] floats = {Float.MIN_VALUE};
    int[] ints = {Integer.MIN_VALUE};
    long[] longs = {Long.MAX_VALUE};
    boolean[] booleans = {true};

    history.mark();
    history.keep(doubles, 0);
    doubles[0] = 1;
    history.keep(floats, 0);
    floats[0] = 1;
    history.keep(ints, 0);
    ints[0] = 1;
    history.keep(longs, 0);
    longs[0] = 1;
    history.keep(booleans, 0);
    booleans[0] = false;
    history.rewind();

    assertThat(Double.doubleToRawLongBits(doubles[0])).isEqualTo(Long.MIN_VALUE);
    assertThat(floats).containsExactly(Float.MIN_VALUE);
    assertThat(ints).containsExactly(Integer.MIN_VALUE);
    assertThat(longs).containsExactly(Long.MAX_VALUE);
    assertThat(booleans).containsExactly(true);
  }

  @Test
  void growsAndForgets() {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = random.doubles(10).toArray();
    double[] before = values.clone();
    history.mark();
    for (int i = 0; i < 1000; i++) {
      history.keep(values, i % 10);
      values[i % 10] = i;
    }
    history.rewind();
    assertThat(values).isEqualTo(before);

    history.keep(values, 0);
    history.clear();
    history.mark();
    values[0] = -1;
    history.rewind();
    assertThat(values[0]).isEqualTo(-1);
  }
}
