package dev.brisk.report.finder;

import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import dev.brisk.text.Digits;
import dev.brisk.tune.FinderResult;
import java.util.ArrayList;
import java.util.List;

/**
 * What a learning-rate finder found, as a page: the verdict and the line to paste, or why there is
 * none; losses over rates as they are and smoothed, of each seed too where there are several; what
 * each rule suggests; where it stopped.
 *
 * <pre>{@code
 * Page page = FinderPage.of(LearningRateFinder.on(trainer).run(examples));
 * }</pre>
 */
public final class FinderPage {
  private FinderPage() {}

  /** The page. */
  public static Page of(FinderResult found) {
    List<Section> sections = new ArrayList<>();
    sections.add(verdict(found));
    if (found.rates().length > 0) {
      FinderChart chart = new FinderChart(found);
      sections.add(new Section("Curve", List.of(new Block.Picture(chart.chart()))));
      if (!found.suggestions().isEmpty()) {
        sections.add(new Section("By rule", List.of(rules(found, chart))));
      }
    }
    return new Page("Learning-rate finder", sections);
  }

  private static Section verdict(FinderResult found) {
    List<Block> blocks = new ArrayList<>();
    if (!found.annotation().isEmpty()) {
      blocks.add(new Block.Code(found.annotation()));
    }
    blocks.add(new Block.Text(found.verdict()));
    String heading =
        found.suggestion().stream()
            .mapToObj(rate -> "Learning rate " + Digits.of(rate))
            .findFirst()
            .orElse("No learning rate");
    return new Section(heading, blocks);
  }

  private static Block rules(FinderResult found, FinderChart chart) {
    List<List<String>> rows = new ArrayList<>();
    found
        .suggestions()
        .forEach(
            (rule, rate) ->
                rows.add(
                    List.of(
                        chart.name(rule),
                        Digits.of(rate),
                        Digits.of(chart.lossAt(rate)),
                        RuleText.sentence(rule))));
    return new Block.Table(List.of("rule", "rate", "smoothed loss", "what it takes"), rows);
  }
}
