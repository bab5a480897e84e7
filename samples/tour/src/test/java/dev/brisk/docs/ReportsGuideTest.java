package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Landscape;
import dev.brisk.report.chart.Line;
import dev.brisk.report.finder.FinderPage;
import dev.brisk.report.landscape.LandscapePage;
import dev.brisk.report.landscape.Landscapes;
import dev.brisk.report.landscape.PathRecorder;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.FigureCsv;
import dev.brisk.report.page.HtmlPage;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import dev.brisk.report.run.RunPage;
import dev.brisk.report.run.RunRecord;
import dev.brisk.report.run.RunRecorder;
import dev.brisk.runtime.Fit;
import dev.brisk.tune.LearningRateFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsGuideTest extends PageFiles {
  private final Clouds model = new Clouds();
  private final CloudsTrainer trainer = new CloudsTrainer(model, 1);
  private final CloudsTrainer.Examples training = Clouds.draw(600, 1);
  private final CloudsTrainer.Examples examples = training;
  private final CloudsTrainer.Examples held = Clouds.draw(100, 2);

  @Test
  void aReportWritesItselfAsAPage() throws IOException {
    Fit options = Fit.epochs(2);

    trainer.fit(training, options).html(Path.of("run.html"));

    assertPage("run.html", "train");
  }

  @Test
  void aRecorderAddsWhatHappensFromOneUpdateToTheNext() throws IOException {
    var recorder = new RunRecorder("cosine");
    trainer.fit(training, recorder.watching(Fit.epochs(10).validation(held)));
    recorder.run().html(Path.of("cosine.html"));

    assertPage("cosine.html", "cosine");
  }

  @Test
  void runsAreComparedInTheSamePictures() throws IOException {
    RunRecord constant = run("constant");
    RunRecord cosine = run("cosine");
    RunRecord plateau = run("plateau");

    HtmlPage.write(RunPage.of(constant, cosine, plateau), Path.of("schedules.html"));

    assertPage("schedules.html", "constant", "cosine", "plateau");
  }

  private RunRecord run(String name) {
    var recorder = new RunRecorder(name);
    trainer.fit(training, recorder.watching(Fit.epochs(2)));
    return recorder.run();
  }

  @Test
  void whatTheFinderSawIsAPage() throws IOException {
    HtmlPage.write(
        FinderPage.of(LearningRateFinder.on(trainer).run(examples)), Path.of("finder.html"));

    assertPage("finder.html", " by STEEPEST; ");
  }

  @Test
  void aLandscapeIsSeenAroundTheWeightsWhichStay() throws IOException {
    var recorder = PathRecorder.on(trainer); // keeps a hundred points, however long the fit is
    trainer.fit(examples, Fit.epochs(10).listener(recorder));

    var around = Landscapes.on(trainer, examples).sample(500, 1);
    Landscape path = around.directionsOf(recorder.path()).compute(); // where the path goes furthest
    Landscape random = around.randomDirections(1).size(25).compute(); // normalised by filters
    Landscape two = around.parameters("weights", 0, "bias", 0).path(recorder.path()).compute();
    HtmlPage.write(
        LandscapePage.of("Digits", "After training", path, random, two), Path.of("digits.html"));

    assertPage("digits.html", "After training");
    var alone = new Clouds();
    new CloudsTrainer(alone, 1).fit(examples, Fit.epochs(10));
    assertThat(model.weights).isEqualTo(alone.weights);
  }

  @Test
  void aPageOfOnesOwnIsMadeOfCharts() throws IOException {
    double[] step = {0, 1, 2};
    double[] loss = {2.3, 0.7, 0.5};

    var steps = Line.solid("training", step, loss); // double[], double[]
    var chart =
        new Chart(
            "Loss of each step",
            "Falls fast, then slowly.",
            Axis.linear("step"),
            Axis.log("loss"),
            List.of(steps));
    var page = new Page("A run", List.of(new Section("Loss", List.of(new Block.Picture(chart)))));

    HtmlPage.write(page, Path.of("run.html"));
    FigureCsv.write(chart, Path.of("loss.csv")); // all of its numbers

    assertPage("run.html", "Loss of each step");
    assertThat(Path.of("loss.csv")).content().contains("2.3", "0.7", "0.5");
  }

  private static void assertPage(String name, String... texts) throws IOException {
    String html = Files.readString(Path.of(name));

    assertThat(html.startsWith("<!DOCTYPE html>")).isTrue();
    assertThat(texts).as(name).allMatch(html::contains);
  }
}
