package dev.brisk.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.brisk.file.WholeFile;
import dev.brisk.report.page.Page.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page as one file of HTML that opens from disk: what draws its figures is within it, and its
 * policy forbids it any network. The same page gives the same bytes.
 */
public final class HtmlPage {
  private static final List<String> SCRIPTS =
      List.of(
          "echarts/echarts.min.js",
          "d3-array/d3-array.min.js",
          "d3-contour/d3-contour.min.js",
          "look.js",
          "contours.js",
          "axes.js",
          "option.js",
          "export.js",
          "probe.js",
          "pointer.js",
          "walk.js",
          "figure.js",
          "main.js");
  private static final List<String> LICENCES =
      List.of("echarts/NOTICE", "echarts/LICENSE", "d3-array/LICENSE", "d3-contour/LICENSE");
  private static final Template TEMPLATE =
      Mustache.compiler().compile(Resource.text("page.mustache"));

  private HtmlPage() {}

  /**
   * Writes a page to a file, in place of one that may be there.
   *
   * @throws IOException if it cannot be written; what was there before is as it was
   */
  public static void write(Page page, Path file) throws IOException {
    WholeFile.write(file, html(page));
  }

  /** The page as a text, to be encoded in UTF-8. */
  public static String html(Page page) {
    List<Map<String, Object>> sections = new ArrayList<>();
    int figures = 0;
    for (Section section : page.sections()) {
      List<Map<String, Object>> blocks = new ArrayList<>();
      for (Block block : section.blocks()) {
        blocks.add(BlockModel.of(block, "figure-" + (figures + 1)));
        figures += block instanceof Block.Picture ? 1 : 0;
      }
      sections.add(
          Map.of(
              "id",
              "section-" + (sections.size() + 1),
              "heading",
              section.heading(),
              "blocks",
              blocks));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("title", page.title());
    model.put("style", Resource.text("page.css"));
    model.put("contents", sections.size() > 2);
    model.put("sections", sections);
    model.put("figures", figures > 0);
    model.put("licences", LICENCES.stream().map(Resource::text).toList());
    model.put("scripts", SCRIPTS.stream().map(Resource::text).toList());
    return TEMPLATE.execute(model);
  }
}
