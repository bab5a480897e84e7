package dev.brisk.report.page;

import java.util.List;

/**
 * A page.
 *
 * @param title of the page
 * @param sections in order
 */
public record Page(String title, List<Section> sections) {
  /** Copies the list. */
  public Page {
    sections = List.copyOf(sections);
  }

  /**
   * A part of a page under a heading.
   *
   * @param heading of the part
   * @param blocks in order
   */
  public record Section(String heading, List<Block> blocks) {
    /** Copies the list. */
    public Section {
      blocks = List.copyOf(blocks);
    }
  }
}
