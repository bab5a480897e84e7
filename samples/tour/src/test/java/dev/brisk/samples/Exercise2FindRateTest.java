package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.report.page.HtmlPage;
import dev.brisk.samples.Exercise2FindRate.Answer;
import dev.brisk.samples.digits.DigitClassifier;
import dev.brisk.samples.digits.DigitImages;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Exercise2FindRateTest {
  @Test
  void theSuggestionIsGoodWhereATenthIsSlowAndTenTimesAsMuchIsTheEnd() {
    Answer answer = Exercise2FindRate.digits(DigitImages.load(), 0, 1);

    assertThat(answer.isAsPromised()).isTrue();
    double suggested = mean(answer, 1);
    assertThat(suggested).isGreaterThan(0.93);
    assertThat(mean(answer, 0.1)).isLessThan(suggested);
    assertThat(mean(answer, 3)).isLessThan(suggested - 0.1);
    assertThat(mean(answer, 10)).isLessThan(0.2);
    assertThat(HtmlPage.html(answer.page("digits", "A remark.")))
        .contains(
            "What is seen", "A remark.", "steepest (taken)", "Held-out accuracy over the rate")
        .contains(answer.found().verdict());
  }

  @Test
  void saysWhyThereIsNoAnswerWhereThereIsNothingToLearn() {
    DigitImages images = DigitImages.load();
    int[] anyDigits = new Random(3).ints(images.size(), 0, DigitClassifier.DIGITS).toArray();

    assertThatThrownBy(
            () -> Exercise2FindRate.digits(new DigitImages(images.pixels(), anyDigits), 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no suggestion");
  }

  private static double mean(Answer answer, double factor) {
    return answer.with(factor).accuracy().mean();
  }
}
