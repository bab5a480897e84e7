package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.report.page.HtmlPage;
import dev.brisk.samples.Exercise3FourSchedules.Comparison;
import dev.brisk.samples.digits.DigitImages;
import org.junit.jupiter.api.Test;

class Exercise3FourSchedulesTest {
  @Test
  void schedulesMendARateThatIsTooHighAndAddNothingToAGoodOne() {
    Comparison good = compare(Exercise3FourSchedules.GOOD_RATE, 1);
    Comparison high = compare(Exercise3FourSchedules.HIGH_RATE, 2);

    assertThat(good.isAsAccurateAsConstant()).isTrue();
    assertThat(good.all())
        .extracting(
            runs ->
                runs.minus(good.all().get(0), run -> run.reached(Exercise3FourSchedules.TARGET))
                    .mean())
        .allSatisfy(later -> assertThat(later).isBetween(-1.0, 1.0));
    assertThat(high.isSettledEarlier()).isTrue();
    assertThat(HtmlPage.html(Exercise3FourSchedules.page(good, high)))
        .contains("What is seen", "Held-out accuracy by epoch, from a rate of 0.3")
        .contains("plateau - cosine");
  }

  private static Comparison compare(double rate, int seeds) {
    return Exercise3FourSchedules.compare(DigitImages.load(), rate, seeds);
  }
}
