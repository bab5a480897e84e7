package dev.brisk.samples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigitSplitTest {
  @Test
  void holdsOutAFifthAndTrainsOnAllOthers() {
    DigitSplit split = DigitSplit.of(1797);

    assertThat(split.heldOut()).hasSize(359);
    assertThat(
            IntStream.concat(IntStream.of(split.training()), IntStream.of(split.heldOut()))
                .sorted())
        .containsExactlyElementsOf(IntStream.range(0, 1797).boxed().toList());
  }

  @Test
  void drawsWhatItHoldsOut() {
    int[] heldOut = DigitSplit.of(1797).heldOut();

    assertThat(IntStream.of(heldOut).average().orElseThrow()).isBetween(800.0, 1000.0);
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(DigitSplit.of(50).heldOut()).isEqualTo(DigitSplit.of(50).heldOut());
  }
}
