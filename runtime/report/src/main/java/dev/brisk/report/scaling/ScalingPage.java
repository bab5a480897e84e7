package dev.brisk.report.scaling;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Band;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import dev.brisk.text.Digits;
import dev.brisk.tune.BatchScalingReport;
import dev.brisk.tune.LossCurves;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How the loss fell with several sizes of batch and the rates that a rule gives them, as a page:
 * the verdict, the losses over the examples seen, which lie on each other as far as the rule holds,
 * and how far they part.
 *
 * <pre>{@code
 * Page page = ScalingPage.of(BatchScalingCheck.on(trainers).base(4, 0.01).times(2, 4).run(examples));
 * }</pre>
 */
public final class ScalingPage {
  private static final double PERCENT = 100;

  private ScalingPage() {}

  /** The page. */
  public static Page of(BatchScalingReport report) {
    return new Page(
        "Scaling of batches",
        List.of(
            new Section("Verdict", List.of(new Block.Text(report.verdict()))),
            new Section("Losses", List.of(new Block.Picture(losses(report)))),
            new Section("How far they part", List.of(gaps(report)))));
  }

  private static Chart losses(BatchScalingReport report) {
    List<Line> lines = new ArrayList<>();
    for (LossCurves curves : all(report)) {
      int epochs = curves.losses().get(0).size();
      double[] examples =
          IntStream.rangeClosed(1, epochs)
              .mapToDouble(e -> (double) e * report.examples())
              .toArray();
      double[] means = IntStream.rangeClosed(1, epochs).mapToDouble(curves::mean).toArray();
      lines.add(Line.solid(name(curves), examples, means));
    }
    double compared = (double) report.warmupEpochs() * report.examples();
    return new Chart(
        "Loss by the examples seen",
        "Each line is the mean of " + report.seeds().size() + " seeds. " + report.verdict(),
        Axis.linear("examples"),
        Axis.log("mean loss of all examples"),
        lines,
        List.of(),
        compared > 0 ? List.of(new Band(0, compared, "warm-up, not compared")) : List.of());
  }

  private static List<LossCurves> all(BatchScalingReport report) {
    List<LossCurves> all = new ArrayList<>();
    all.add(report.base());
    all.addAll(report.larger());
    return all;
  }

  private static String name(LossCurves curves) {
    return "batch " + curves.batchSize() + ", rate " + Digits.of(curves.learningRate());
  }

  private static Block gaps(BatchScalingReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(report.base(), report.seedGap().mean(), "base: between seeds"));
    for (LossCurves curves : report.larger()) {
      rows.add(row(curves, report.gap(curves).mean(), word(report, curves)));
    }
    return new Block.Table(List.of("batch", "rate", "warm-up steps", "mean gap", "rule"), rows);
  }

  private static List<String> row(LossCurves curves, double gap, String word) {
    return List.of(
        Integer.toString(curves.batchSize()),
        Digits.of(curves.learningRate()),
        Long.toString(curves.warmupSteps()),
        Double.isNaN(gap) ? "-" : String.format(Locale.ROOT, "%.1f %%", PERCENT * gap),
        word);
  }

  private static String word(BatchScalingReport report, LossCurves curves) {
    if (!curves.isFinite()) {
      return "diverged: " + curves.divergence();
    }
    return report.holds(curves) ? "holds" : "parts";
  }
}
