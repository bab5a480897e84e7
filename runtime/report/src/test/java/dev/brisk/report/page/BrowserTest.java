package dev.brisk.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Grid;
import dev.brisk.report.chart.Landscape;
import dev.brisk.report.chart.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;
import org.w3c.dom.Element;

/** Pages in the hands of a reader. After each test the console is empty and the network unused. */
@Tag("browser")
class BrowserTest {
  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = new Browser(folder);
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @AfterEach
  void nothingIsComplainedOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyFigureIsDrawnWithItsLines(boolean dark) throws IOException {
    open(Samples.tour(), dark);
    assertThat(browser.driver().getTitle()).isEqualTo("Three ways to look at a rate");
    assertThat(all("figure .plot svg")).hasSize(3);
    assertThat(lines(0)).isEqualTo(3L);
    assertThat(lines(1)).isEqualTo(2L);
    assertThat(lines(2)).isEqualTo(1L);
    assertThat(texts("#figure-1 .legend button")).containsExactly("training", "held out", "target");
    assertThat(texts("#figure-1 svg text")).contains("warm-up", "cosine", "knee", "step", "loss");
  }

  @Test
  void thePointerShowsTheNumbersOfEveryLine() throws IOException {
    open(Samples.of(twoLines()), false);
    pointAt(3, 8);
    assertThat(texts(".tip .row")).containsExactly("x\n3", "double\n6", "square\n9");
  }

  @Test
  void thePointerShowsTheNearestOfFewPoints() throws IOException {
    double[] ends = {1, 5};
    double[] all = {1, 2, 3, 4, 5};
    List<Line> lines = List.of(Line.solid("few", ends, ends), Line.solid("all", all, all));
    open(Samples.of(new Chart("Two", "", Axis.linear("x"), Axis.linear("y"), lines)), false);
    pointAt(2, 3);
    assertThat(texts(".tip > *")).containsExactly("x\n2", "few\n1", "at 1", "all\n2");
  }

  @Test
  void yearsHaveNoCommas() throws IOException {
    double[] years = {1959, 1979, 1999.5, 2019};
    double[] counts = {1000, 2000, 3000, 4000};
    List<Line> lines = List.of(Line.solid("counted", years, counts));
    open(Samples.of(new Chart("A", "", Axis.years("year"), Axis.linear("count"), lines)), false);
    assertThat(texts("figure .plot svg text"))
        .contains("1980", "2000", "2,000", "4,000")
        .doesNotContain("1,980");
    assertThat(texts(".tools button")).contains("log y").doesNotContain("log x");
    pointAt(1999.5, 3000);
    assertThat(texts(".tip .row")).containsExactly("year\n1999.5", "counted\n3,000");
    one(".plot").sendKeys(Keys.HOME);
    assertThat(readout()).isEqualTo("counted: year 1959, count 1,000");
  }

  @Test
  void thePointerAwayFromTheFigureHidesThem() throws IOException {
    open(Samples.of(twoLines()), false);
    pointAt(3, 8);
    new Actions(browser.driver()).moveToElement(one("h1")).perform();
    assertThat(one(".tip").isDisplayed()).isFalse();
  }

  @Test
  void thePointerShowsTheHeightOfALandscape() throws IOException {
    Landscape landscape = Samples.landscape();
    open(Samples.of(landscape), false);
    double x = landscape.grid().xs()[10];
    double y = landscape.grid().ys()[5];
    pointAt(x, y);
    assertThat(texts(".tip .row .value"))
        .satisfiesExactly(
            text -> assertThat(Double.parseDouble(text)).isEqualTo(x),
            text -> assertThat(Double.parseDouble(text)).isEqualTo(y),
            text ->
                assertThat(Double.parseDouble(text))
                    .isCloseTo(landscape.grid().values()[5][10], Percentage.withPercentage(0.001)));
  }

  @Test
  void thePointerShowsWhatIsMarked() throws IOException {
    open(Samples.of(Samples.finder()), false);
    pointAt(4e-3, 1.5);
    assertThat(one(".tip").getText()).contains("suggested", "The loss falls fastest here.");
  }

  @Test
  void theKeyboardWalksAlongPointsAndSaysThem() throws IOException {
    open(Samples.of(twoLines()), false);
    WebElement plot = one(".plot");
    plot.sendKeys(Keys.ARROW_RIGHT);
    assertThat(readout()).isEqualTo("double: x 1, y 2");
    plot.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertThat(readout()).isEqualTo("double: x 3, y 6");
    assertThat(texts(".tip .row")).containsExactly("x\n3", "double\n6");
    plot.sendKeys(Keys.ARROW_DOWN);
    assertThat(readout()).isEqualTo("square: x 3, y 9");
    plot.sendKeys(Keys.END);
    assertThat(readout()).isEqualTo("square: x 5, y 25");
    plot.sendKeys(Keys.ARROW_RIGHT);
    assertThat(readout()).isEqualTo("square: x 5, y 25");
    plot.sendKeys(Keys.HOME, Keys.ARROW_UP);
    assertThat(readout()).isEqualTo("double: x 1, y 2");
    assertThat(one(".readout").getDomAttribute("aria-live")).isEqualTo("polite");
  }

  @Test
  void theKeyboardWalksOverALandscape() throws IOException {
    Landscape landscape = Samples.landscape();
    open(Samples.of(landscape), true);
    one(".plot").sendKeys(Keys.HOME, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.HOME);
    double top = landscape.grid().values()[landscape.grid().ys().length - 1][0];
    assertThat(readout()).startsWith("loss " + Math.round(top * 1000) / 1000.0 + ": first");
  }

  @Test
  void everythingIsReachedByTheTabulator() throws IOException {
    open(Samples.of(twoLines()), false);
    StringBuilder reached = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
      WebElement focused = browser.driver().switchTo().activeElement();
      reached.append(focused.getAccessibleName()).append('|');
    }
    assertThat(reached).startsWith("log x|log y|PNG|SVG|CSV|double|square|Two lines|");
  }

  @Test
  void theKeyboardZooms() throws IOException {
    open(Samples.of(twoLines()), false);
    one(".plot").sendKeys("+");
    assertThat(
            script("return shown[0].chart.getOption().dataZoom.map(z => z.end - z.start).join()"))
        .isEqualTo("50,50");
    one(".plot").sendKeys("0");
    assertThat(
            script("return shown[0].chart.getOption().dataZoom.map(z => z.end - z.start).join()"))
        .isEqualTo("100,100");
  }

  @Test
  void anAxisSwitchesBetweenLinearAndLogarithmic() throws IOException {
    open(Samples.of(twoLines()), false);
    WebElement toggle = button("log y");
    assertThat(axisTypes()).isEqualTo("value value");
    toggle.click();
    assertThat(axisTypes()).isEqualTo("value log");
    assertThat(toggle.getDomAttribute("aria-pressed")).isEqualTo("true");
    pointAt(3, 8);
    assertThat(texts(".tip .row")).containsExactly("x\n3", "double\n6", "square\n9");
    toggle.click();
    assertThat(axisTypes()).isEqualTo("value value");
  }

  @Test
  void anAxisWithValuesOfZeroDoesNotSwitch() throws IOException {
    open(Samples.of(Samples.run()), false);
    assertThat(texts(".tools button")).containsExactly("log y", "PNG", "SVG", "CSV");
  }

  @Test
  void theHeightOfALandscapeSwitches() throws IOException {
    open(Samples.of(Samples.landscape()), false);
    Object before = script("return document.querySelector('.plot svg').innerHTML");
    button("log height").click();
    assertThat(script("return document.querySelector('.plot svg').innerHTML")).isNotEqualTo(before);
  }

  @Test
  void theLegendHidesAndShowsALine() throws IOException {
    open(Samples.of(twoLines()), false);
    button("double").click();
    pointAt(3, 8);
    assertThat(texts(".tip .row")).containsExactly("x\n3", "square\n9");
    assertThat(button("double").getDomAttribute("aria-pressed")).isEqualTo("false");
    button("double").click();
    pointAt(2, 8);
    assertThat(texts(".tip .row")).containsExactly("x\n2", "double\n4", "square\n4");
  }

  @Test
  void colourAndSignAndStrokeDifferFromLineToLine() throws IOException {
    open(Samples.of(Samples.run()), false);
    assertThat(attributes(".legend path:last-child", "d")).doesNotHaveDuplicates().hasSize(3);
    assertThat(attributes(".legend path:last-child", "fill")).doesNotHaveDuplicates();
    assertThat(attributes(".legend path:first-child", "stroke-dasharray")).contains("none", "7 5");
  }

  @Test
  void noTwoOfManyLinesHaveBothColourAndSign() throws IOException {
    double[] xs = {1, 2};
    List<Line> lines =
        IntStream.range(0, 30).mapToObj(i -> Line.solid("run " + i, xs, xs)).toList();
    open(Samples.of(new Chart("Many", "", Axis.linear("x"), Axis.linear("y"), lines)), true);
    List<String> colours = attributes(".legend path:last-child", "fill");
    List<String> signs = attributes(".legend path:last-child", "d");
    assertThat(IntStream.range(0, 30).mapToObj(i -> colours.get(i) + signs.get(i)))
        .doesNotHaveDuplicates();
  }

  @Test
  void figuresFollowTheColoursOfTheSystemWhenTheyChange() throws IOException {
    open(Samples.of(twoLines()), false);
    List<String> light = attributes(".plot svg text", "fill");
    browser.colours(true);
    waitFor(() -> !attributes(".plot svg text", "fill").equals(light));
    assertThat(one("body").getCssValue("background-color")).isEqualTo("rgba(15, 19, 24, 1)");
    browser.colours(false);
    waitFor(() -> attributes(".plot svg text", "fill").equals(light));
  }

  @Test
  void figuresArePrintedLight() throws IOException {
    open(Samples.of(twoLines()), false);
    List<String> light = attributes(".plot svg text", "fill");
    browser.colours(true);
    waitFor(() -> !attributes(".plot svg text", "fill").equals(light));
    script("dispatchEvent(new Event('beforeprint'))");
    assertThat(attributes(".plot svg text", "fill")).isEqualTo(light);
    script("dispatchEvent(new Event('afterprint'))");
    assertThat(attributes(".plot svg text", "fill")).isNotEqualTo(light);
    assertThat(script("return document.querySelector('.plot svg').clientWidth"))
        .isEqualTo(script("return document.querySelector('.plot').clientWidth"));
    assertThat(new String(browser.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFigureIsSavedAsPictureAndAsNumbers(boolean dark) throws Exception {
    open(Samples.of(twoLines()), dark);
    assertThat(saved("PNG")).startsWith(0x89, 'P', 'N', 'G');
    Element svg = xml(saved("SVG"));
    assertThat(svg.getTagName()).isEqualTo("svg");
    assertThat(svg.getTextContent()).contains("Two lines", "square");
    assertThat(new String(saved("CSV"), StandardCharsets.UTF_8))
        .startsWith("kind,name,x,y\nline,double,1,2\n")
        .endsWith("line,square,5,25\n");
  }

  @Test
  void hostileNamesAreNames() throws Exception {
    open(Samples.hostile(), false);
    assertThat(browser.driver().getTitle()).startsWith("</script><script>alert(1)</script><img");
    assertThat(texts(".legend button")).hasSize(2).last().isEqualTo("__proto__");
    pointAt(2, 2);
    assertThat(one(".tip strong").getText()).startsWith("</script><script>alert(1)");
    one(".plot").sendKeys(Keys.ARROW_RIGHT);
    assertThat(readout()).startsWith("</script><script>alert(1)");
    button("__proto__").click();
    assertThat(script("return document.querySelectorAll('img').length")).isEqualTo(0L);
    Element svg = xml(saved("SVG"));
    assertThat(svg.getElementsByTagName("*").getLength()).isPositive();
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getElementsByTagName("img").getLength()).isZero();
    assertThat(svg.getTextContent()).contains("</script><script>alert(1)</script><img");
  }

  @Test
  void numbersSavedByThePageHoldNoFormula() throws Exception {
    double[] one = {1};
    Line line = Line.solid("=1+1", one, one);
    open(
        Samples.of(new Chart("formula", "", Axis.linear("@a"), Axis.linear("b"), List.of(line))),
        false);
    assertThat(new String(saved("CSV"), StandardCharsets.UTF_8))
        .isEqualTo("kind,name,'@a,b\nline,'=1+1,1,1\n");
  }

  @Test
  void aLineWithGapsAndOfNothingIsDrawn() throws IOException {
    double[] xs = {1, 2, 3, 4, 5};
    double[] gaps = {1, Double.NaN, 3, Double.POSITIVE_INFINITY, 5};
    double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    List<Line> lines = List.of(Line.solid("gaps", xs, gaps), Line.solid("none", xs, none));
    open(Samples.of(new Chart("Gaps", "", Axis.linear("x"), Axis.log("y"), lines)), false);
    one(".plot").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertThat(readout()).isEqualTo("gaps: x 3, y 3");
  }

  @Test
  void aLogarithmicAxisLeavesOutWhatIsNotAboveZero() throws IOException {
    double[] xs = {0, 1, 10};
    double[] ys = {1, -2, 3};
    List<Line> lines = List.of(Line.solid("a", xs, ys));
    open(Samples.of(new Chart("Logs", "", Axis.log("x"), Axis.log("y"), lines)), false);
    one(".plot").sendKeys(Keys.HOME);
    assertThat(readout()).isEqualTo("a: x 10, y 3");
    button("log y").click();
    one(".plot").sendKeys(Keys.HOME);
    assertThat(readout()).isEqualTo("a: x 1, y -2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"holes", "flat", "nothing"})
  void aLandscapeOfHolesOrWithoutHeightIsDrawn(String kind) throws IOException {
    double[] sides = {1, 2, 3};
    double nan = Double.NaN;
    double[][] heights =
        switch (kind) {
          case "holes" -> new double[][] {{1, nan, 3}, {nan, 5, 6}, {7, 8, 9}};
          case "flat" -> new double[][] {{2, 2, 2}, {2, 2, 2}, {2, 2, 2}};
          default -> new double[][] {{nan, nan, nan}, {nan, nan, nan}, {nan, nan, nan}};
        };
    Axis axis = Axis.linear("side");
    Grid grid = new Grid(sides, sides, heights);
    open(
        Samples.of(new Landscape("t", "d", axis, axis, grid, Axis.log("h"), List.of(), List.of())),
        false);
    pointAt(2, 1);
    assertThat(texts(".tip .row .value")).last().isEqualTo(kind.equals("flat") ? "2" : "no number");
    one(".plot").sendKeys(Keys.HOME);
    assertThat(readout())
        .startsWith("h " + (kind.equals("holes") ? "7" : kind.equals("flat") ? "2" : "no number"));
  }

  @Test
  void millionsOfStepsAreOpenedAndWalkedOver() throws IOException {
    open(Samples.of(Samples.million(3)), false);
    assertThat(lines(0)).isEqualTo(3L);
    one(".plot").sendKeys(Keys.END);
    assertThat(readout()).startsWith("run 0: step 1,000,000, loss ");
  }

  private static Chart twoLines() {
    double[] xs = {1, 2, 3, 4, 5};
    return new Chart(
        "Two lines",
        "One is straight, the other is not.",
        Axis.linear("x"),
        Axis.linear("y"),
        List.of(
            Line.solid("double", xs, Samples.at(xs, x -> 2 * x)),
            Line.solid("square", xs, Samples.at(xs, x -> x * x))));
  }

  private static void open(Page page, boolean dark) throws IOException {
    Path file = folder.resolve("page.html");
    HtmlPage.write(page, file);
    browser.open(file, 1000, 1400, dark);
  }

  /** Moves the pointer to a place of the first figure. */
  private static void pointAt(double x, double y) {
    List<?> pixel =
        (List<?>)
            script(
                "const p = document.querySelector('.plot');"
                    + "const at = shown[0].chart.convertToPixel({gridIndex: 0}, arguments[0]);"
                    + "return [at[0] - p.clientWidth / 2, at[1] - p.clientHeight / 2]",
                List.of(x, y));
    int right = (int) Math.round(((Number) pixel.get(0)).doubleValue());
    int down = (int) Math.round(((Number) pixel.get(1)).doubleValue());
    new Actions(browser.driver()).moveToElement(one(".plot"), right, down).perform();
  }

  private static byte[] saved(String kind) throws IOException {
    String ending = "." + kind.toLowerCase(Locale.ROOT);
    button(kind).click();
    waitFor(() -> file(ending) != null);
    byte[] bytes = Files.readAllBytes(file(ending));
    Files.delete(file(ending));
    return bytes;
  }

  private static Element xml(byte[] document) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(document))
        .getDocumentElement();
  }

  private static Path file(String ending) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void waitFor(Supplier<Boolean> done) {
    new FluentWait<>(done)
        .withTimeout(Duration.ofSeconds(30))
        .pollingEvery(Duration.ofMillis(50))
        .until(Supplier::get);
  }

  private static Object lines(int figure) {
    return script(
        "return shown[arguments[0]].chart.getOption().series"
            + ".filter(s => s.type === 'line' && s.name.startsWith('line-')).length",
        figure);
  }

  private static Object axisTypes() {
    return script(
        "const o = shown[0].chart.getOption(); return o.xAxis[0].type + ' ' + o.yAxis[0].type");
  }

  private static Object script(String script, Object... arguments) {
    return browser.driver().executeScript(script, arguments);
  }

  private static String readout() {
    return one(".readout").getText();
  }

  private static WebElement one(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  private static List<WebElement> all(String selector) {
    return browser.driver().findElements(By.cssSelector(selector));
  }

  private static WebElement button(String text) {
    return all("button").stream()
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(String selector) {
    return all(selector).stream().map(WebElement::getText).toList();
  }

  /** All at once, since figures may be drawn anew at any time. */
  @SuppressWarnings("unchecked") // As the script says.
  private static List<String> attributes(String selector, String name) {
    return (List<String>)
        script(
            "return [...document.querySelectorAll(arguments[0])]"
                + ".map(element => element.getAttribute(arguments[1]))",
            selector,
            name);
  }
}
