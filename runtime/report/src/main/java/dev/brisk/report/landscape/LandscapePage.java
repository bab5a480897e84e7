package dev.brisk.report.landscape;

import dev.brisk.report.chart.Figure;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import java.util.Arrays;
import java.util.List;

/** Several figures on a page. */
public final class LandscapePage {
  private LandscapePage() {}

  /**
   * The figures one below the other.
   *
   * @param heading of the part of the page that they are
   */
  public static Page of(String title, String heading, Figure... figures) {
    List<Block> blocks = Arrays.stream(figures).<Block>map(Block.Picture::new).toList();
    return new Page(title, List.of(new Section(heading, blocks)));
  }
}
