package dev.brisk.processor.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void saysWhereAStepIs() {
    assertThat(new Axis(1_000, "step", 1).place(999)).containsExactly("step 999");
    assertThat(new Axis(1_000, "epoch", 100).place(152)).containsExactly("epoch 1.52", "step 152");
    assertThat(new Axis(1_000_000, "epoch", 100).place(123_456))
        .containsExactly("epoch 1,235", "step 123,456");
  }

  @Test
  void writesNumbersOfManyDigitsAsPowers() {
    assertThat(Axis.whole(999_999_999_999.0)).isEqualTo("999,999,999,999");
    assertThat(Axis.whole(2e15)).isEqualTo("2e15");
  }
}
