package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.report.chart.Line;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.HtmlPage;
import dev.brisk.report.page.Page;
import dev.brisk.samples.Exercise1FourRates.Course;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Exercise1FourRatesTest {
  private final List<Course> courses =
      Exercise1FourRates.RATES.stream().map(Exercise1FourRates::descend).toList();

  @Test
  void aTenthConvergesFromOneSideByAFifthOfTheWayAtEachStep() {
    double[] places = courses.get(0).places();

    assertThat(places).isSorted().hasSize(11);
    for (int t = 1; t < places.length; t++) {
      assertThat((places[t] - 5) / (places[t - 1] - 5)).isCloseTo(0.8, within(1e-12));
    }
    assertThat(places[10]).isCloseTo(5 - 5 * Math.pow(0.8, 10), within(1e-12)).isLessThan(5);
  }

  @Test
  void aHalfIsThereAfterOneStep() {
    double[] places = courses.get(1).places();

    assertThat(places[0]).isZero();
    assertThat(Arrays.copyOfRange(places, 1, 11)).containsOnly(5);
  }

  @Test
  void oneGoesToAndFroBetween0And10() {
    assertThat(courses.get(2).places()).containsExactly(0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0);
    assertThat(courses.get(2).losses()).containsOnly(25);
  }

  @Test
  void oneAndAHalfDoublesTheErrorAtEachStep() {
    double[] places = courses.get(3).places();

    for (int t = 1; t < places.length; t++) {
      assertThat(places[t] - 5).isEqualTo(-2 * (places[t - 1] - 5));
    }
    assertThat(places[10]).isEqualTo(-5115);
  }

  @Test
  void allIsAsPromisedAndNothingElseWouldBe() {
    assertThat(Exercise1FourRates.isAsPromised(courses)).isTrue();
    assertThat(Exercise1FourRates.isAsPromised(List.of(courses.get(0)))).isFalse();
  }

  @Test
  void thePageDrawsTheLossesOfTheTrainer() {
    Page page = Exercise1FourRates.page(courses);

    List<Line> losses = ((Block.Picture) page.sections().get(2).blocks().get(0)).figure().lines();
    for (int i = 0; i < courses.size(); i++) {
      assertThat(losses.get(i).ys()).containsExactly(courses.get(i).losses(), within(1e-6));
    }
    assertThat(HtmlPage.html(page)).contains("With rate 1.5 it diverges", "What is seen");
  }
}
