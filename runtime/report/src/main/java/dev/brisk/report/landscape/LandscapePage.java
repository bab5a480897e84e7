package dev.brisk.report.landscape;

import dev.brisk.report.chart.Figure;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import java.util.Arrays;
import java.util.List;

/** Figures on a page, each with its description below it. */
public final class LandscapePage {
  private LandscapePage() {}

  /** The figures, each under its own title. */
  public static Page of(String title, Figure... figures) {
    return new Page(title, Arrays.stream(figures).map(LandscapePage::section).toList());
  }

  private static Section section(Figure figure) {
    return new Section(
        figure.title(), List.of(new Block.Picture(figure), new Block.Text(figure.description())));
  }
}
