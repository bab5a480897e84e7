package dev.brisk.report.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.ScalingRule;
import dev.brisk.report.chart.Band;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.tune.BatchScalingReport;
import dev.brisk.tune.LossCurves;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingPageTest {
  private static final LossCurves BASE =
      new LossCurves(4, 0.01, 20, List.of(List.of(2.0, 1.0, 0.5), List.of(2.2, 1.2, 0.7)), "");
  private static final LossCurves CLOSE =
      new LossCurves(8, 0.02, 10, List.of(List.of(2.1, 1.1, 0.6), List.of(2.1, 1.1, 0.6)), "");
  private static final LossCurves DIVERGED =
      new LossCurves(
          16,
          0.04,
          5,
          List.of(List.of(9.0, Double.NaN, Double.NaN), List.of(8.0, 99.0, Double.NaN)),
          "seed 0: the loss is NaN");

  private static Page page(int warmupEpochs) {
    return ScalingPage.of(
        new BatchScalingReport(
            ScalingRule.LINEAR, 40, warmupEpochs, List.of(0L, 1L), BASE, List.of(CLOSE, DIVERGED)));
  }

  private static Chart chart(Page page) {
    return (Chart) ((Block.Picture) page.sections().get(1).blocks().get(0)).figure();
  }

  @Test
  void drawsTheMeansOfTheSeedsOverTheExamplesSeen() {
    List<Line> lines = chart(page(1)).lines();
    assertThat(lines)
        .extracting(Line::name)
        .containsExactly("batch 4, rate 0.01", "batch 8, rate 0.02", "batch 16, rate 0.04");
    assertThat(lines.get(0).xs()).containsExactly(40, 80, 120);
    assertThat(lines.get(0).ys()).containsExactly(2.1, 1.1, 0.6);
    assertThat(lines.get(2).ys()[0]).isEqualTo(8.5);
    assertThat(lines.get(2).ys()[1]).isNaN();
  }

  @Test
  void showsWhatIsNotCompared() {
    assertThat(chart(page(1)).bands()).containsExactly(new Band(0, 40, "warm-up, not compared"));
    assertThat(chart(page(0)).bands()).isEmpty();
  }

  @Test
  void saysForWhichBatchTheRuleHolds() {
    Block.Table table = (Block.Table) page(1).sections().get(2).blocks().get(0);
    assertThat(table.rows())
        .extracting(row -> row.get(row.size() - 1))
        .containsExactly("base: between seeds", "holds", "diverged: seed 0: the loss is NaN");
    assertThat(table.rows().get(2)).startsWith("16", "0.04", "5", "-");
    assertThat(((Block.Text) page(1).sections().get(0).blocks().get(0)).text())
        .startsWith("The linear rule holds up to a batch of 8");
  }
}
