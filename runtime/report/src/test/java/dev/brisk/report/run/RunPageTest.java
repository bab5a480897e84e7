package dev.brisk.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.report.chart.Axis.Scale;
import dev.brisk.report.chart.Band;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Mark;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import dev.brisk.runtime.End;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Finding.Severity;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Recovery;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunPageTest {
  private static final Finding SLOW =
      new Finding("too-slow", Severity.WARNING, 12, "The loss falls by 1 %.", "Write 0.3.");
  private static final Recovery BACK = new Recovery(25, 20, 0.1, 0.05, "the loss is NaN");

  @Test
  void aRunHasAllItsParts() {
    Page page = RunPage.of(recorded("line", Fit.epochs(3).validation(Slope.points(7))));
    assertThat(page.title()).isEqualTo("line");
    assertThat(page.sections())
        .extracting(Section::heading)
        .containsExactly(
            "Run",
            "Loss",
            "Metrics",
            "Learning rate",
            "Gradients and updates",
            "Findings",
            "Epochs",
            "Configuration",
            "Machine");
    assertThat(charts(page))
        .extracting(Chart::title)
        .containsExactly(
            "Loss by update",
            "Loss by epoch",
            "rootLoss by epoch",
            "Learning rate",
            "Norm of the gradient",
            "Update-to-weight ratio");
    assertThat(chart(page, "Loss by update").lines())
        .extracting(Line::name)
        .containsExactly("training, each update", "training, mean of the epoch", "validation");
    assertThat(section(page, "Findings"))
        .containsExactly(new Block.Text("The monitor has found nothing."));
    assertThat(table(page, "Epochs").rows()).hasSize(3);
  }

  @Test
  void phasesAreBandsBehindTheRates() {
    Page page = RunPage.of(recorded("line", Fit.epochs(3)));
    Chart rates = chart(page, "Learning rate");
    assertThat(rates.bands())
        .containsExactly(
            new Band(0, 4, "warm-up"), new Band(4, 20, "stable"), new Band(20, 29, "cut"));
    assertThat(rates.description())
        .isEqualTo("line: 0 at 0, 0.01 at 29 updates, between 0 and 0.1.");
    assertThat(((Block.Table) section(page, "Learning rate").get(1)).rows())
        .containsExactly(
            List.of("warm-up", "0", "4", "0", "0.1"),
            List.of("stable", "4", "20", "0.1", "0.1"),
            List.of("cut", "20", "29", "0.01", "0.01"));
  }

  @Test
  void whatIsNoisyHasItsMeansBesideIt() {
    Page shorter = RunPage.of(recorded("line", Fit.epochs(3)));
    assertThat(chart(shorter, "Norm of the gradient").lines())
        .extracting(Line::name)
        .containsExactly("each update");
    Page longer = RunPage.of(recorded("line", Fit.epochs(30)));
    assertThat(chart(longer, "Norm of the gradient").lines())
        .extracting(Line::name)
        .containsExactly("each update", "mean of successive updates");
  }

  @Test
  void withoutValidationNothingSpeaksOfIt() {
    Page page = RunPage.of(recorded("line", Fit.epochs(2)));
    assertThat(page.sections()).extracting(Section::heading).doesNotContain("Metrics");
    assertThat(page.toString()).doesNotContain("validation");
  }

  @Test
  void findingsAndRecoveriesAreMarkedWithTheirAdvice() {
    RunRecord run = withFindings(recorded("line", Fit.epochs(3)));
    Page page = RunPage.of(run);
    double[] losses = run.curves().loss().points().ys();
    assertThat(chart(page, "Loss by update").marks())
        .containsExactly(
            new Mark(12, losses[12], "too-slow", "The loss falls by 1 %. Write 0.3."),
            new Mark(20, losses[20], "taken back", BACK.toString()));
    assertThat(table(page, "Findings").rows())
        .containsExactly(List.of("25", "the loss is NaN", "20", "0.1", "0.05"));
    assertThat(section(page, "Findings")).hasSize(2);
    assertThat(section(page, "Findings").get(1).toString()).contains("too-slow", "Write 0.3.");
  }

  @Test
  void theEpochThatWasKeptIsMarked() {
    var report =
        new TrainingReport(
            List.of(epoch(1, 0.5), epoch(2, 0.25), epoch(3, 0.75)),
            Duration.ofSeconds(2),
            List.of(),
            List.of(),
            End.EARLY,
            OptionalInt.of(2));
    Page page = RunPage.of(RunRecord.of("training", report));
    assertThat(chart(page, "Loss by update").marks())
        .containsExactly(new Mark(20, 0.25, "kept", "brought back to epoch 2"));
    Block.Table summary = table(page, "Run");
    assertThat(summary.columns())
        .containsExactly(
            "run",
            "ended",
            "epochs",
            "updates",
            "seconds",
            "training loss",
            "validation loss",
            "best validation loss",
            "of epoch",
            "weights of epoch");
    assertThat(summary.rows())
        .containsExactly(
            List.of("training", "stopped early", "3", "30", "2.00", "1", "0.75", "0.25", "2", "2"));
  }

  @Test
  void aReportAloneHasEpochsAndMachineButNothingByUpdate() {
    var report = new TrainingReport(List.of(epoch(1, 0.5)), Duration.ofSeconds(2));
    Page page = RunPage.of(RunRecord.of("training", report));
    assertThat(page.sections())
        .extracting(Section::heading)
        .containsExactly("Run", "Loss", "Learning rate", "Epochs", "Machine");
    assertThat(chart(page, "Loss by update").lines()).hasSize(2);
    assertThat(chart(page, "Learning rate").lines())
        .containsExactly(Line.solid("training", new double[] {10}, new double[] {0.1}));
  }

  @Test
  void aRunThatFailedAtOnceHasAPage() {
    RunRecord none =
        new RunRecord(
            "none",
            List.of(),
            List.of("kernels: scalar"),
            RunRecord.Curves.none("none"),
            List.of(),
            List.of(SLOW),
            List.of(),
            "failed",
            Duration.ZERO,
            OptionalInt.empty());
    Page page = RunPage.of(none);
    assertThat(charts(page)).isEmpty();
    assertThat(table(page, "Run").rows())
        .containsExactly(List.of("none", "failed", "0", "0", "0.00", ""));
  }

  @Test
  void runsOfDifferentLengthsAreComparedInTheSamePictures() {
    Fit validated = Fit.epochs(2).validation(Slope.points(7));
    RunRecord shorter = recorded("short", validated);
    RunRecord longer = withFindings(recorded("long", Fit.epochs(5)));
    Page page = RunPage.of(shorter, longer);

    assertThat(page.title()).isEqualTo("Comparison of 2 runs");
    assertThat(charts(page))
        .extracting(Chart::title)
        .containsExactly(
            "Training loss by update",
            "Training loss by epoch",
            "Validation loss by epoch",
            "rootLoss by epoch",
            "Learning rate",
            "Norm of the gradient",
            "Update-to-weight ratio");
    Chart byEpoch = chart(page, "Training loss by epoch");
    assertThat(byEpoch.lines()).extracting(Line::name).containsExactly("short", "long");
    assertThat(byEpoch.lines()).extracting(Line::size).containsExactly(2, 5);
    assertThat(byEpoch.lines()).extracting(Line::stroke).doesNotHaveDuplicates();
    assertThat(chart(page, "Validation loss by epoch").lines()).hasSize(1);
    assertThat(chart(page, "Training loss by update").marks())
        .hasSize(2)
        .extracting(Mark::text)
        .allMatch(text -> text.startsWith("long: "));
    assertThat(table(page, "Findings").columns()).startsWith("run");
    assertThat(table(page, "Findings").rows()).allMatch(row -> row.get(0).equals("long"));
    assertThat(chart(page, "Learning rate").bands()).isEmpty();
    assertThat(table(page, "Runs").rows())
        .extracting(row -> row.get(0))
        .containsExactly("short", "long");
  }

  @Test
  void manyRunsAreDescribedByTheirEnds() {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      runs.add(
          RunRecord.of("run " + i, new TrainingReport(List.of(epoch(1, 0.1 * i)), Duration.ZERO)));
    }
    assertThat(chart(RunPage.of(runs), "Validation loss by epoch").description())
        .isEqualTo(
            "6 lines. At its end the lowest is run 1, with 0.1, and the highest run 6, with 0.6.");
  }

  @Test
  void whatRunsHaveInCommonIsToldOnce() {
    Page page = RunPage.of(recorded("one", Fit.epochs(1)), recorded("two", Fit.epochs(2)));
    assertThat(section(page, "Configuration"))
        .containsExactly(
            new Block.Code(
                "@Optimizer(value = SGD, learningRate = 0.1)\n@Warmup(steps = 4)\nseed 7, shuffled"),
            new Block.Text("one:"),
            new Block.Code("@Training(epochs = 1, batchSize = 10, examples = 100)"),
            new Block.Text("two:"),
            new Block.Code("@Training(epochs = 2, batchSize = 10, examples = 100)"));
    assertThat(section(page, "Machine")).hasSize(1);
  }

  @Test
  void runsOfOneNameAreToldApart() {
    RunRecord run = recorded("a", Fit.epochs(1));
    Page page = RunPage.of(run, run.named("a (2)"), run);
    assertThat(chart(page, "Learning rate").lines())
        .extracting(Line::name)
        .containsExactly("a", "a (2)", "a (3)");
  }

  @Test
  void aNameMayBeAnything() {
    String name = "</script><b onclick=\"x\">\u202e\n{{name}} \ud83d\ude00";
    Page page = RunPage.of(recorded(name, Fit.epochs(1)));
    assertThat(page.title()).isEqualTo(name);
    assertThat(chart(page, "Learning rate").lines()).extracting(Line::name).containsExactly(name);
  }

  @Test
  void lossesThatDifferByTheirRatioHaveALogarithmicAxis() {
    assertThat(chart(pageOf(1, 0.5, 0.005), "Loss by epoch").y().scale()).isEqualTo(Scale.LOG);
    assertThat(chart(pageOf(1, 0.5, 0.04), "Loss by epoch").y().scale()).isEqualTo(Scale.LINEAR);
    assertThat(chart(pageOf(1, -500), "Loss by epoch").y().scale()).isEqualTo(Scale.LINEAR);
  }

  @Test
  void theMiddleOfAVeryLongTableIsLeftOut() {
    List<Epoch> epochs = new ArrayList<>();
    for (int i = 1; i <= 2000; i++) {
      epochs.add(epoch(i, 0.5));
    }
    RunRecord run = RunRecord.of("long", new TrainingReport(epochs, Duration.ZERO));
    List<List<String>> rows = table(RunPage.of(run), "Epochs").rows();
    assertThat(rows).hasSize(2 * RunTables.SHOWN + 1);
    assertThat(rows.get(RunTables.SHOWN)).containsOnly("...");
    assertThat(rows.get(RunTables.SHOWN + 1)).startsWith("1501");
    assertThat(rows).allMatch(row -> row.size() == 5);
  }

  @Test
  void refusesNoRuns() {
    assertThatIllegalArgumentException()
        .isThrownBy(RunPage::of)
        .withMessage("runs is empty, expected at least 1");
  }

  private static Page pageOf(double... validationLosses) {
    List<Epoch> epochs = new ArrayList<>();
    for (double loss : validationLosses) {
      epochs.add(epoch(epochs.size() + 1, loss));
    }
    return RunPage.of(RunRecord.of("losses", new TrainingReport(epochs, Duration.ZERO)));
  }

  private static Epoch epoch(int number, double validationLoss) {
    return new Epoch(number, 10L * number, 0.1, 1, OptionalDouble.of(validationLoss), Map.of());
  }

  /** Batches of ten of a hundred points, where the options say nothing else. */
  private static RunRecord recorded(String name, Fit options) {
    RunRecorder recorder = new RunRecorder(name);
    new Slope().fit(Slope.points(100), recorder.watching(options));
    return recorder.run();
  }

  private static RunRecord withFindings(RunRecord run) {
    return new RunRecord(
        run.name(),
        run.configuration(),
        run.machine(),
        run.curves(),
        run.epochs(),
        List.of(SLOW),
        List.of(BACK),
        run.ending(),
        run.duration(),
        run.restoredEpoch());
  }

  private static List<Block> section(Page page, String heading) {
    return page.sections().stream()
        .filter(section -> section.heading().equals(heading))
        .findFirst()
        .orElseThrow()
        .blocks();
  }

  private static Block.Table table(Page page, String heading) {
    return (Block.Table) section(page, heading).get(0);
  }

  private static List<Chart> charts(Page page) {
    List<Chart> charts = new ArrayList<>();
    for (Section section : page.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Picture picture) {
          charts.add((Chart) picture.figure());
        }
      }
    }
    return charts;
  }

  private static Chart chart(Page page, String title) {
    return charts(page).stream()
        .filter(chart -> chart.title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
