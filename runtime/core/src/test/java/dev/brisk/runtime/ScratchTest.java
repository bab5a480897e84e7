package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void givesTheSameArrayForTheSameLength() {
    Scratch<double[]> scratch = Scratch.ofDoubles();

    double[] five = scratch.take(5);
    scratch.take(70);

    assertThat(five).hasSize(5);
    assertThat(scratch.take(5)).isSameAs(five);
    assertThat(scratch.take(70)).hasSize(70);
    assertThat(scratch.take(0)).isEmpty();
  }

  @Test
  void clearsWhatWasLeftInAnArrayOfZeros() {
    Scratch<int[]> scratch = Scratch.ofInts();
    scratch.take(3)[1] = 7;

    assertThat(scratch.take(3)).containsExactly(0, 7, 0);
    assertThat(scratch.zeros(3)).containsExactly(0, 0, 0);
  }

  @Test
  void clearsArraysOfEveryType() {
    Scratch<float[]> floats = Scratch.ofFloats();
    Scratch<long[]> longs = Scratch.ofLongs();
    Scratch<boolean[]> booleans = Scratch.ofBooleans();
    floats.take(1)[0] = 1;
    longs.take(1)[0] = 1;
    booleans.take(1)[0] = true;

    assertThat(floats.zeros(1)).containsExactly(0f);
    assertThat(longs.zeros(1)).containsExactly(0L);
    assertThat(booleans.zeros(1)).containsExactly(false);
  }

  @Test
  void refusesANegativeLengthAsJavaDoes() {
    assertThatThrownBy(() -> Scratch.ofDoubles().take(-1))
        .isInstanceOf(NegativeArraySizeException.class)
        .hasMessage("-1");
  }
}
