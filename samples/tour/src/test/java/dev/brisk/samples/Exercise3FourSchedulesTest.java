package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.report.page.HtmlPage;
import dev.brisk.runtime.TrainingReport.Epoch;
import dev.brisk.samples.Exercise3FourSchedules.Comparison;
import dev.brisk.samples.Exercise3FourSchedules.Run;
import dev.brisk.samples.digits.DigitImages;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Exercise3FourSchedulesTest {
  @Test
  void schedulesMendARateThatIsTooHighAndAddNothingToAGoodOne() {
    Comparison good = compare(Exercise3FourSchedules.GOOD_RATE);
    Comparison high = compare(Exercise3FourSchedules.HIGH_RATE);

    assertThat(good.isAsAccurateAsConstant()).isTrue();
    assertThat(good.all())
        .extracting(runs -> runs.minus(good.all().get(0), Run::reached).mean())
        .allSatisfy(later -> assertThat(later).isBetween(-1.0, 1.0));
    assertThat(high.isSettledEarlier()).isTrue();
    assertThat(HtmlPage.html(Exercise3FourSchedules.page(good, high)))
        .contains("What is seen", "Held-out accuracy by epoch, from a rate of 0.3")
        .contains("plateau - cosine");
  }

  @Test
  void tellsReachingTheTargetFromKeepingIt() {
    assertThat(run(0.9, 0.95, 0.94, 0.96, 0.97).reached()).isEqualTo(2);
    assertThat(run(0.9, 0.95, 0.94, 0.96, 0.97).kept()).isEqualTo(4);
    assertThat(run(0.96, 0.96).kept()).isEqualTo(1);
    assertThat(run(0.96, 0.9).kept()).isEqualTo(3);
    assertThat(run(0.9, 0.9).reached()).isEqualTo(3);
  }

  private static Comparison compare(double rate) {
    return Exercise3FourSchedules.compare(DigitImages.load(), rate, 2);
  }

  private static Run run(double... accuracies) {
    List<Epoch> epochs =
        IntStream.range(0, accuracies.length)
            .mapToObj(
                e ->
                    new Epoch(
                        e + 1,
                        45L * (e + 1),
                        0.1,
                        1,
                        OptionalDouble.of(1),
                        Map.of("accuracy", accuracies[e])))
            .toList();
    return new Run(epochs);
  }
}
