package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CategoriesTest {
  private static final Categories ANSWERS = Categories.of("yes", "no");

  @Test
  void keepsTheOrderThatIsGiven() {
    assertThat(ANSWERS.names()).containsExactly("yes", "no");
    assertThat(ANSWERS.size()).isEqualTo(2);
    assertThat(ANSWERS.label("no")).isEqualTo(1);
    assertThat(ANSWERS.name(1)).isEqualTo("no");
  }

  @Test
  void isAValue() {
    assertThat(Categories.of(ANSWERS.names())).isEqualTo(ANSWERS).hasSameHashCodeAs(ANSWERS);
    assertThat(Categories.of("no", "yes")).isNotEqualTo(ANSWERS);
    assertThat(ANSWERS).hasToString("[yes, no]");
  }

  @Test
  void refusesWhatIsNoneOfThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ANSWERS.label("maybe"))
        .withMessage("the category is 'maybe', expected one of 'yes', 'no'");
    assertThatThrownBy(() -> ANSWERS.name(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesNamesThatAreNotDifferent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Categories.of("a", "a"))
        .withMessage("the categories are [a, a], expected at least 1, each once");
    assertThatIllegalArgumentException().isThrownBy(Categories::of);
  }
}
