package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalvingTest {
  @Test
  void withoutItAllAreTrainedToTheEnd() {
    assertThat(Halving.NONE.rungs(100, 30)).containsExactly(30);
    assertThat(Halving.NONE.survivors(100)).isEqualTo(100);
  }

  @Test
  void eachComparisonComesAfterEtaTimesTheEpochs() {
    assertThat(new Halving(3, 1).rungs(27, 81)).containsExactly(3, 9, 27, 81);
    assertThat(new Halving(3, 1).rungs(9, 30)).containsExactly(3, 10, 30);
    assertThat(new Halving(2, 1).rungs(8, 30)).containsExactly(4, 8, 15, 30);
  }

  @Test
  void thereAreNoMoreComparisonsThanCandidatesOrEpochsAllow() {
    assertThat(new Halving(3, 1).rungs(2, 81)).containsExactly(81);
    assertThat(new Halving(3, 1).rungs(8, 81)).containsExactly(27, 81);
    assertThat(new Halving(3, 1).rungs(27, 4)).containsExactly(1, 4);
    assertThat(new Halving(3, 10).rungs(27, 81)).containsExactly(27, 81);
    assertThat(new Halving(3, 28).rungs(27, 81)).containsExactly(81);
  }

  @Test
  void oneInEtaGoesOnButAlwaysOne() {
    assertThat(new Halving(3, 1).survivors(27)).isEqualTo(9);
    assertThat(new Halving(3, 1).survivors(8)).isEqualTo(2);
    assertThat(new Halving(3, 1).survivors(2)).isEqualTo(1);
  }

  @Test
  void largeNumbersDoNotOverflow() {
    assertThat(new Halving(Integer.MAX_VALUE, Integer.MAX_VALUE).rungs(5, Integer.MAX_VALUE))
        .containsExactly(Integer.MAX_VALUE);
  }
}
