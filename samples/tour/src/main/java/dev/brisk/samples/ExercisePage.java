package dev.brisk.samples;

import dev.brisk.report.page.Block;
import dev.brisk.report.page.HtmlPage;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page of an exercise: what is seen on it, in words, above what there is to see. */
final class ExercisePage {
  private ExercisePage() {}

  /**
   * @param seen the words
   * @param table the figures that they speak of, as the program prints them
   */
  static Page of(String title, String seen, String table, Section... below) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("What is seen", List.of(new Block.Text(seen), new Block.Code(table))));
    sections.addAll(List.of(below));
    return new Page(title, sections);
  }

  /**
   * Writes it to the folder that is the program's first argument, or to a new one.
   *
   * @return the file
   */
  static Path write(Page page, String[] arguments, String name) throws IOException {
    Path file = PageFolder.of(arguments, "brisk-exercise").resolve(name);
    HtmlPage.write(page, file);
    return file;
  }
}
