package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.tune.Regression.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomSearchTest {
  private final Rows quadratic = Regression.quadratic(4, 10);

  private static RandomSearch<Rows> search() {
    return RandomSearch.<Rows>on(seed -> new Regression(1, seed)).ratesBetween(1e-4, 1);
  }

  @Test
  void findsARateCloseToTheBestOfAQuadratic() {
    SearchResult result = search().candidates(40).epochs(2).run(quadratic, quadratic);

    assertThat(result.ranked()).hasSize(40);
    assertThat(result.best().learningRate()).isBetween(0.2, 0.3);
  }

  @Test
  void theLogarithmsOfRatesAreSpreadEvenly() {
    List<Candidate> drawn = search().candidates(1000).candidates(List.of(0));

    for (double bound : new double[] {1e-3, 1e-2, 1e-1}) {
      double share = Math.log10(bound) / 4 + 1;
      assertThat(drawn.stream().filter(c -> c.learningRate() < bound).count())
          .isBetween((long) (1000 * share) - 50, (long) (1000 * share) + 50);
    }
    assertThat(drawn).allMatch(c -> c.learningRate() >= 1e-4 && c.learningRate() <= 1);
  }

  @Test
  void everyBatchIsDrawn() {
    assertThat(search().candidates(List.of(8, 16, 32)))
        .extracting(Candidate::batchSize)
        .contains(8, 16, 32)
        .hasSize(20);
  }

  @Test
  void theSameIsDrawnAgainAndMoreBeginWithFewer() {
    List<Candidate> few = search().candidates(5).candidates(List.of(8, 16));

    assertThat(search().candidates(9).candidates(List.of(8, 16)))
        .startsWith(few.toArray(Candidate[]::new));
    assertThat(search().candidates(5).drawnBy(1).candidates(List.of(8, 16))).isNotEqualTo(few);
  }

  @Test
  void keepsTheDrawingWhateverElseIsSaid() {
    assertThat(search().candidates(3).epochs(2).seeds(1, 2).threads(2).candidates(List.of(0)))
        .isEqualTo(search().candidates(3).candidates(List.of(0)));
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search().candidates(0))
        .withMessage("candidates is 0, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search().ratesBetween(0, 1))
        .withMessage("low is 0.0, expected a finite value above 0");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                RandomSearch.<Rows>on(seed -> new Regression(1, seed))
                    .epochs(1)
                    .run(quadratic, quadratic))
        .withMessage("say which rates to try: ratesBetween(low, high)");
  }
}
