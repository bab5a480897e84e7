package dev.brisk.report.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.analysis.Quadratic;
import dev.brisk.report.DescentTrainer;
import dev.brisk.report.Factors;
import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Mark;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import dev.brisk.text.Digits;
import dev.brisk.tune.FinderResult;
import dev.brisk.tune.LearningRateFinder;
import dev.brisk.tune.StopRule;
import dev.brisk.tune.Suggestion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FinderPageTest {
  private static final Factors EXAMPLES = Factors.ones(8);

  private final LearningRateFinder<Factors> finder =
      LearningRateFinder.on(new DescentTrainer(Quadratic.of(3, 0), 0.1, 1)).batchSize(2);
  private final FinderResult found = finder.run(EXAMPLES);

  private static Chart chart(FinderResult found) {
    return (Chart)
        FinderPage.of(found).sections().stream()
            .flatMap(section -> section.blocks().stream())
            .filter(Block.Picture.class::isInstance)
            .map(block -> ((Block.Picture) block).figure())
            .findFirst()
            .orElseThrow();
  }

  private static Line line(Chart chart, String name) {
    return chart.lines().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void drawsRawAndSmoothedLossesOverALogarithmicAxis() {
    Chart chart = chart(found);

    assertThat(chart.x()).isEqualTo(Axis.log("learning rate"));
    assertThat(line(chart, "smoothed").xs()).isEqualTo(found.rates());
    assertThat(line(chart, "smoothed").ys()).isEqualTo(found.smoothedLosses());
    assertThat(line(chart, "raw").xs()).isEqualTo(found.rates());
    assertThat(line(chart, "raw").ys()[0]).isEqualTo(found.losses()[0]);
  }

  @Test
  void drawsTheCurveOfEachSeed() {
    Chart several = chart(finder.seeds(7, 5, 7).run(EXAMPLES));

    assertThat(several.lines())
        .extracting(Line::name)
        .containsExactly(
            "raw", "smoothed, seed 7", "smoothed, seed 5", "smoothed, seed 7, run 3", "smoothed");
    assertThat(chart(finder.seeds(7).run(EXAMPLES)).lines())
        .extracting(Line::name)
        .containsExactly("raw", "smoothed");
  }

  @Test
  void marksWhatEachRuleSuggestsOnTheSmoothedCurve() {
    Chart chart = chart(found);

    found
        .suggestions()
        .forEach(
            (rule, rate) -> {
              Mark mark =
                  chart.marks().stream().filter(m -> m.x() == rate).findFirst().orElseThrow();
              assertThat(mark.name()).contains(RuleText.name(rule));
              assertThat(mark.text())
                  .startsWith(Digits.of(rate) + ": ")
                  .contains(RuleText.sentence(rule));
            });
    int steepest = Arrays.binarySearch(found.rates(), found.suggestion().getAsDouble());
    assertThat(chart.marks())
        .filteredOn(mark -> mark.name().equals("steepest (taken)"))
        .singleElement()
        .extracting(Mark::y)
        .isEqualTo(found.smoothedLosses()[steepest]);
  }

  @Test
  void rulesThatSuggestTheSameShareAMark() {
    FinderResult linear = finder.range(1e-4, 1).steps(23).linear().run(EXAMPLES);
    double shared = linear.suggestions().get(Suggestion.STEEPEST);

    assertThat(linear.suggestions()).containsEntry(Suggestion.VALLEY, shared);
    assertThat(chart(linear).marks())
        .filteredOn(mark -> mark.x() == shared)
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.name()).isEqualTo("steepest (taken), valley");
              assertThat(mark.text())
                  .isEqualTo(
                      "0.136: where the loss falls most steeply; the middle of the longest fall");
            });
  }

  @Test
  void readsALossBetweenTwoRatesByTheirLogarithm() {
    FinderChart chart = new FinderChart(found);
    double[] rates = found.rates();
    double[] smoothed = found.smoothedLosses();

    assertThat(chart.lossAt(Math.sqrt(rates[80] * rates[81])))
        .isCloseTo((smoothed[80] + smoothed[81]) / 2, within(1e-12));
    assertThat(chart.lossAt(rates[0] / 2)).isEqualTo(smoothed[0]);
    assertThat(chart.lossAt(1e9)).isEqualTo(smoothed[smoothed.length - 1]);
  }

  @Test
  void marksWhereItStopped() {
    FinderResult cut = finder.range(1e-3, 100).run(EXAMPLES);
    FinderResult whole = finder.range(1e-3, 0.1).run(EXAMPLES);

    double last = cut.rates()[cut.rates().length - 1];
    assertThat(chart(cut).marks())
        .filteredOn(mark -> mark.name().equals("stopped"))
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.x()).isEqualTo(last);
              assertThat(mark.text())
                  .startsWith(
                      "The runs end here, with a rate of " + Digits.of(last) + " and a loss");
            });
    assertThat(chart(whole).marks()).extracting(Mark::name).doesNotContain("stopped");
  }

  @Test
  void leavesOutTheRawLossesOfADivergence() {
    FinderResult far = finder.range(1e-3, 1e6).steps(30).stopAt(StopRule.FIRST, 4).run(EXAMPLES);
    double[] raw = line(chart(far), "raw").ys();

    assertThat(far.losses()[raw.length - 1]).isGreaterThan(20);
    assertThat(raw[raw.length - 1]).isNaN();
    assertThat(raw[raw.length - 2]).isEqualTo(far.losses()[raw.length - 2]);
    assertThat(chart(far).description())
        .endsWith(" Not drawn, as they are far above: raw losses, 1.");
  }

  @Test
  void beginsWithTheVerdictAndTheLineToPaste() {
    Section first = FinderPage.of(found).sections().get(0);

    assertThat(first.heading())
        .isEqualTo("Learning rate " + Digits.of(found.suggestion().getAsDouble()));
    assertThat(first.blocks())
        .containsExactly(new Block.Code(found.annotation()), new Block.Text(found.verdict()));
  }

  @ParameterizedTest
  @EnumSource
  void listsEveryRule(Suggestion rule) {
    FinderResult by = finder.rule(rule).run(EXAMPLES);
    List<Section> sections = FinderPage.of(by).sections();

    Block.Table table = (Block.Table) sections.get(2).blocks().get(0);
    assertThat(table.rows()).hasSize(Suggestion.values().length);
    assertThat(table.rows())
        .filteredOn(row -> row.get(0).endsWith(" (taken)"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .startsWith(
                        RuleText.name(rule) + " (taken)",
                        Digits.of(by.suggestion().getAsDouble())));
  }

  @Test
  void saysWhyThereIsNoSuggestion() {
    FinderResult refused = finder.range(1e-7, 1e-5).run(EXAMPLES);
    Page page = FinderPage.of(refused);

    assertThat(page.sections())
        .extracting(Section::heading)
        .containsExactly("No learning rate", "Curve");
    assertThat(page.sections().get(0).blocks()).containsExactly(new Block.Text(refused.verdict()));
    assertThat(refused.verdict()).startsWith("no suggestion: flat curve");
    assertThat(chart(refused).marks()).isEmpty();
  }

  @Test
  void drawsNothingWhereNoStepWasDone() {
    FinderResult none = finder.run(new Factors(Double.NaN, Double.NaN));
    Page page = FinderPage.of(none);

    assertThat(page.sections()).extracting(Section::heading).containsExactly("No learning rate");
    assertThat(page.sections().get(0).blocks()).containsExactly(new Block.Text(none.verdict()));
  }
}
