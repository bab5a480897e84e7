package dev.brisk.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.analysis.Quadratic;
import dev.brisk.report.DescentTrainer;
import dev.brisk.report.Factors;
import dev.brisk.report.chart.Axis.Scale;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Figure;
import dev.brisk.report.chart.Landscape;
import dev.brisk.report.chart.Line;
import dev.brisk.report.finder.FinderPage;
import dev.brisk.report.landscape.Descents;
import dev.brisk.report.landscape.LandscapePage;
import dev.brisk.report.landscape.Plane;
import dev.brisk.report.landscape.Slice;
import dev.brisk.report.run.RunPage;
import dev.brisk.report.run.RunRecord;
import dev.brisk.report.run.RunRecorder;
import dev.brisk.report.scaling.ScalingPage;
import dev.brisk.runtime.Fit;
import dev.brisk.tune.BatchScalingCheck;
import dev.brisk.tune.LearningRateFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Each kind of page, made of real runs, in a browser: its lines, its numbers, its axes. */
@Tag("browser")
class RealPagesTest {
  /** What is not above it is not shown on a logarithmic axis. */
  private static final double SMALLEST_LOG = 1e-10;

  private static final Factors EXAMPLES = Factors.ones(40);

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

  private static DescentTrainer trainer(double rate) {
    return new DescentTrainer(Quadratic.of(3, 0), rate, 1);
  }

  private static RunRecord run(String name, double rate) {
    RunRecorder recorder = new RunRecorder(name);
    trainer(rate).fit(EXAMPLES, recorder.watching(Fit.epochs(6).batchSize(4).validation(EXAMPLES)));
    return recorder.run();
  }

  @Test
  void aRun() throws IOException {
    assertDrawn(RunPage.of(run("low", 0.01)));
  }

  @Test
  void severalRuns() throws IOException {
    assertDrawn(RunPage.of(run("low", 0.01), run("high", 0.2)));
  }

  @Test
  void aFinder() throws IOException {
    assertDrawn(
        FinderPage.of(LearningRateFinder.on(trainer(0.1)).batchSize(2).run(Factors.ones(8))));
  }

  @Test
  void theScalingOfBatches() throws IOException {
    assertDrawn(
        ScalingPage.of(
            BatchScalingCheck.on(seed -> trainer(0.1))
                .base(2, 0.01)
                .times(2, 4)
                .epochs(6)
                .run(EXAMPLES)));
  }

  @Test
  void descentOnACurve() throws IOException {
    assertDrawn(
        Descents.on(new Slice("w", 0, w -> (w - 3) * (w - 3), w -> 2 * (w - 3)))
            .rates(0.01, 0.1, 0.9, 1.1)
            .between(-2, 8)
            .compute()
            .page("Descent on (w - 3)^2"));
  }

  @Test
  void landscapes() throws IOException {
    Landscape bowl = Plane.of("u", "v", (u, v) -> u * u + 10 * v * v, 0, 0).size(15).compute();
    Landscape tilted = Plane.of("u", "v", (u, v) -> u + v, 1, 1).size(5).compute();
    assertDrawn(LandscapePage.of("Bowl", "Two functions", bowl, tilted));
  }

  /** Opens the page, and looks at every figure of it. */
  private static void assertDrawn(Page page) throws IOException {
    Path file = folder.resolve("page.html");
    HtmlPage.write(page, file);
    browser.open(file, 1000, 1400, false);
    List<Figure> figures =
        page.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .filter(Block.Picture.class::isInstance)
            .map(block -> ((Block.Picture) block).figure())
            .toList();
    assertThat(figures).isNotEmpty();
    assertThat(browser.driver().findElements(By.cssSelector("figure .plot svg")))
        .hasSameSizeAs(figures);
    for (int i = 0; i < figures.size(); i++) {
      assertDrawn(i, figures.get(i));
    }
  }

  private static void assertDrawn(int number, Figure figure) {
    assertThat(series(number)).as(figure.title()).isEqualTo(figure.lines().size());
    if (figure instanceof Chart chart) {
      assertFirstPoint(number, chart);
    }
    for (String name : logarithms(number)) {
      boolean before = isPressed(number, name);
      button(number, name).click();
      assertThat(isPressed(number, name)).as(name).isNotEqualTo(before);
      button(number, name).click();
      assertThat(isPressed(number, name)).as(name).isEqualTo(before);
    }
  }

  /** The buttons that switch an axis; drawn anew whenever one is pressed. */
  private static List<String> logarithms(int number) {
    return in(number, "button").stream()
        .map(WebElement::getText)
        .filter(text -> text.startsWith("log "))
        .toList();
  }

  private static WebElement button(int number, String name) {
    return in(number, "button").stream()
        .filter(button -> button.getText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isPressed(int number, String name) {
    return "true".equals(button(number, name).getDomAttribute("aria-pressed"));
  }

  /** What is said of the first point of the first line is what the figure has there. */
  private static void assertFirstPoint(int number, Chart chart) {
    Line line = chart.lines().get(0);
    int first = 0;
    while (!isShown(line.xs()[first], chart.x().scale())
        || !isShown(line.ys()[first], chart.y().scale())) {
      first++;
    }
    in(number, ".plot").get(0).sendKeys(Keys.HOME);
    String said = in(number, ".readout").get(0).getText();
    assertThat(said).startsWith(line.name());
    String[] words = said.replace(",", "").split(" ");
    assertThat(Double.parseDouble(words[words.length - 1]))
        .as(said)
        .isCloseTo(line.ys()[first], Percentage.withPercentage(0.1));
  }

  private static boolean isShown(double value, Scale scale) {
    return Double.isFinite(value) && (scale == Scale.LINEAR || value > SMALLEST_LOG);
  }

  private static int series(int number) {
    Object count =
        browser
            .driver()
            .executeScript(
                "return shown[arguments[0]].chart.getOption().series"
                    + ".filter(s => s.type === 'line' && s.name.startsWith('line-')).length",
                number);
    return ((Number) count).intValue();
  }

  private static List<WebElement> in(int number, String selector) {
    return browser
        .driver()
        .findElement(By.id("figure-" + (number + 1)))
        .findElements(By.cssSelector(selector));
  }
}
