package dev.brisk.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.page.Page.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void forbidsAnyNetworkAndAsksForNone() {
    String html = HtmlPage.html(Samples.tour());
    assertThat(html)
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src"
                + " 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:;");
    assertThat(withoutScripts(html)).doesNotContain("src=", "<link", "url(", "@import", "http:");
  }

  @Test
  void holdsEveryBlockInItsOrder() {
    String html = withoutScripts(HtmlPage.html(Samples.tour()));
    assertThat(html)
        .containsSubsequence(
            "<h1>Three ways to look at a rate</h1>",
            "<h2 id=\"section-1-heading\">A run</h2>",
            "<p>Ten epochs",
            "<figure id=\"figure-1\"",
            "Loss of each step",
            "<th scope=\"col\">loss</th><th scope=\"col\" class=\"numeric\">first</th>",
            "<td>held out</td><td class=\"numeric\">2.30</td>",
            "<h2 id=\"section-2-heading\">Which rate</h2>",
            "<figure id=\"figure-2\"",
            "<figure id=\"figure-3\"",
            "<pre tabindex=\"0\">step ");
  }

  @Test
  void hostileTextIsTextEverywhere() {
    String html = HtmlPage.html(Samples.hostile());
    String plain = HtmlPage.html(Samples.of(Samples.run()));
    assertThat(withoutScripts(html)).doesNotContain("<img", "alert(1)<", "onerror=alert(2)>");
    assertThat(occurrences(html, "<script")).isEqualTo(occurrences(plain, "<script"));
    assertThat(occurrences(html, "</script")).isEqualTo(occurrences(plain, "</script"));
    assertThat(occurrences(html, "&lt;/script&gt;&lt;script&gt;alert(1)")).isGreaterThan(7);
  }

  @Test
  void hostileTextComesThroughTheDataAsItIs() {
    JsonObject figure =
        JsonParser.parseString(FigureJson.of(Samples.hostileChart())).getAsJsonObject();
    assertThat(figure.get("title").getAsString()).isEqualTo(Samples.HOSTILE);
    JsonObject line = figure.getAsJsonArray("lines").get(0).getAsJsonObject();
    assertThat(line.get("name").getAsString()).isEqualTo(Samples.HOSTILE);
  }

  @Test
  void dataIsSafeWithinAnElement() {
    assertThat(FigureJson.of(Samples.hostileChart()))
        .doesNotContain("<", ">", "&", "'", "\u2028", "\u2029", "\n");
  }

  @Test
  void numbersComeThroughExactlyAndOthersAsGaps() {
    double[] ys = {0.1, 1e-300, -3, Double.NaN, Double.POSITIVE_INFINITY, 1e300};
    double[] xs = {0, 1, 2, 3, 4, 5};
    Chart chart =
        new Chart("a", "b", Axis.linear("x"), Axis.log("y"), List.of(Line.solid("l", xs, ys)));
    JsonObject figure = JsonParser.parseString(FigureJson.of(chart)).getAsJsonObject();
    JsonObject line = figure.getAsJsonArray("lines").get(0).getAsJsonObject();
    assertThat(line.get("x")).hasToString("[0,1,2,3,4,5]");
    assertThat(line.get("y")).hasToString("[0.1,1.0E-300,-3,null,null,1.0E300]");
    assertThat(figure.getAsJsonObject("x").get("log").getAsBoolean()).isFalse();
    assertThat(figure.getAsJsonObject("y").get("log").getAsBoolean()).isTrue();
  }

  @Test
  void anAxisOfYearsIsToldFromOneOfNumbers() {
    double[] xs = {1959, 2019};
    Chart chart =
        new Chart("a", "b", Axis.years("x"), Axis.linear("y"), List.of(Line.solid("l", xs, xs)));
    JsonObject figure = JsonParser.parseString(FigureJson.of(chart)).getAsJsonObject();
    assertThat(figure.getAsJsonObject("x").get("years").getAsBoolean()).isTrue();
    assertThat(figure.getAsJsonObject("x").get("log").getAsBoolean()).isFalse();
    assertThat(figure.getAsJsonObject("y").get("years").getAsBoolean()).isFalse();
  }

  @Test
  void millionsOfStepsMakeAPageOfLessThanTwoMebibytes() {
    String html = HtmlPage.html(Samples.of(Samples.million(5)));
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2 * MEBIBYTE);
    assertThat(html).contains("\"points\":1000000");
  }

  @Test
  void aPageWithoutFiguresHoldsNoScripts() {
    Page words = new Page("Words", List.of(new Section("One", List.of(new Block.Text("Two.")))));
    assertThat(HtmlPage.html(words)).doesNotContain("<script").hasSizeLessThan(8_000);
  }

  @Test
  void rejectsARowWithFewerCellsThanColumns() {
    assertThatThrownBy(() -> new Block.Table(List.of("a", "b"), List.of(List.of("1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row has 1 cells, expected 2: [1]");
  }

  @Test
  void keepsTheLicencesOfWhatDraws() {
    String html = HtmlPage.html(Samples.of(Samples.run()));
    assertThat(html)
        .contains("Apache ECharts", "Apache License", "Copyright 2012-2023 Mike Bostock")
        .contains("Permission to use, copy, modify, and/or distribute this software");
  }

  @Test
  void thePageIsTheSameToTheByte() {
    assertThat(HtmlPage.html(Samples.tour())).isEqualTo(HtmlPage.html(Samples.tour()));
  }

  @Test
  void writesAWholeFileInPlaceOfAnother(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.html"), "before");
    HtmlPage.write(Samples.hostile(), file);
    assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(HtmlPage.html(Samples.hostile()));
    assertThat(folder.toFile().list()).containsExactly("a.html");
    assertThatThrownBy(() -> HtmlPage.write(Samples.hostile(), folder.resolve("none/a.html")))
        .isInstanceOf(IOException.class);
  }

  private static String withoutScripts(String html) {
    return Pattern.compile("<script.*?</script>", Pattern.DOTALL).matcher(html).replaceAll("");
  }

  private static long occurrences(String text, String part) {
    return Pattern.compile(Pattern.quote(part))
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .count();
  }
}
