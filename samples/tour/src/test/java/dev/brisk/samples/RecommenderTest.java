package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.samples.books.BookRatings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecommenderTest {
  private static final BookRatings DATA = BookRatings.load();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void tellsStarsBetterThanMeansAndFindsSeries(long seed) {
    var outcome = Recommender.run(DATA, seed, 4);

    var errors = outcome.errors();
    double factorisation = errors.get("factorisation");
    assertThat(factorisation)
        .isLessThan(errors.get("both means") - 0.02)
        .isLessThan(errors.get("mean of the book") - 0.08)
        .isLessThan(errors.get("mean of the reader") - 0.05)
        .isLessThan(errors.get("the mean") - 0.12);
    assertThat(outcome.firstChoices().get("factorisation"))
        .isGreaterThan(outcome.firstChoices().get("both means") + 0.03);
    assertThat(outcome.newcomers()).isLessThan(outcome.strangers() - 0.08);

    assertThat(outcome.series().get(Recommender.CHAMBER_OF_SECRETS))
        .allSatisfy(title -> assertThat(title).contains("(Harry Potter, #"));
    assertThat(outcome.series().get(Recommender.NEW_MOON))
        .allSatisfy(title -> assertThat(title).contains("(Twilight, #"));
    assertThat(outcome.series().get(Recommender.CATCHING_FIRE).subList(0, 2))
        .allSatisfy(title -> assertThat(title).contains("(The Hunger Games, #"));
    assertThat(outcome.recommended()).hasSize(3).doesNotContainAnyElementsOf(outcome.favourites());
  }
}
