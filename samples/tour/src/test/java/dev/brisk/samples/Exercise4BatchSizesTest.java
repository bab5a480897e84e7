package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.report.page.HtmlPage;
import dev.brisk.samples.Exercise4BatchSizes.Answer;
import dev.brisk.samples.Exercise4BatchSizes.Cost;
import dev.brisk.samples.digits.DigitImages;
import java.util.List;
import org.junit.jupiter.api.Test;

class Exercise4BatchSizesTest {
  @Test
  void theLinearRuleHoldsAsFarAsTheRateAllows() {
    Answer answer = Exercise4BatchSizes.solve(DigitImages.load(), 3);

    assertThat(answer.isAsPromised()).as(answer.text()).isTrue();
    double base = answer.linear().get(0).accuracy().mean();
    assertThat(answer.linear())
        .allSatisfy(cost -> assertThat(Math.abs(cost.accuracy().mean() - base)).isLessThan(0.01));
    assertThat(updates(answer.linear())).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(HtmlPage.html(answer.page()))
        .contains("What is seen", "The rule: square root, with a warm-up")
        .contains("The linear rule holds up to a batch of 128");
  }

  private static List<Double> updates(List<Cost> costs) {
    return costs.stream().map(Cost::updatesToTarget).toList();
  }
}
