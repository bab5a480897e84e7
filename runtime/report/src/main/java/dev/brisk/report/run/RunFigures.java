package dev.brisk.report.run;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Band;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Line.Stroke;
import dev.brisk.report.chart.Mark;
import dev.brisk.report.page.Block;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The pictures on a page of runs: a line for each run, or for each figure of the only one. */
final class RunFigures {
  private static final Axis UPDATES = Axis.linear("updates");
  private static final Axis EPOCHS = Axis.linear("epochs");

  private final List<RunRecord> runs;

  RunFigures(List<RunRecord> runs) {
    this.runs = runs;
  }

  /** Losses by update and by epoch. */
  List<Block> losses() {
    if (runs.size() > 1) {
      return pictures(
          chart(
              "Training loss by update",
              UPDATES,
              "loss, mean of successive updates",
              noisy(RunRecord.Curves::loss),
              marks()),
          byEpoch("Training loss by epoch", "loss", Epoch::trainLoss),
          byEpoch("Validation loss by epoch", "loss", RunFigures::validationLoss));
    }
    RunRecord run = runs.get(0);
    List<Line> byUpdate = new ArrayList<>();
    byUpdate.add(named("training, each update", run.curves().loss().points(), Stroke.SOLID));
    byUpdate.addAll(epochLosses(run, Epoch::steps));
    return pictures(
        chart("Loss by update", UPDATES, "loss", byUpdate, marks()),
        chart("Loss by epoch", EPOCHS, "loss", epochLosses(run, Epoch::epoch), List.of()));
  }

  private static List<Line> epochLosses(RunRecord run, ToDoubleFunction<Epoch> x) {
    return List.of(
        line("training, mean of the epoch", run, x, Epoch::trainLoss, Stroke.DASHED),
        line("validation", run, x, RunFigures::validationLoss, Stroke.PATH));
  }

  /** Each metric of the validation by epoch. */
  List<Block> metrics() {
    return pictures(
        RunTables.metrics(runs).stream()
            .map(
                name ->
                    byEpoch(
                        name + " by epoch",
                        name,
                        epoch -> epoch.validationMetrics().getOrDefault(name, Double.NaN)))
            .toArray(Chart[]::new));
  }

  /** The learning rate by update, with the phases of the only run. */
  List<Block> rates() {
    List<Line> lines = curves(RunFigures::rates);
    Chart rates = chart("Learning rate", UPDATES, "learning rate", lines, List.of());
    if (runs.size() > 1) {
      return pictures(rates);
    }
    return pictures(
        new Chart(
            rates.title(),
            rates.description(),
            rates.x(),
            rates.y(),
            rates.lines(),
            rates.marks(),
            runs.get(0).phases().stream().map(RunFigures::band).toList()));
  }

  /** Those of all updates; of the last one of each epoch, where nothing else is known. */
  private static Line rates(RunRecord run) {
    Curve recorded = run.curves().learningRate();
    return recorded.isRecorded()
        ? recorded.points()
        : line(run.name(), run, Epoch::steps, Epoch::learningRate, Stroke.SOLID);
  }

  private static Band band(Phase phase) {
    return new Band(phase.from(), phase.to(), phase.kind().words());
  }

  /** Norms of gradients and updates, as far as they were recorded. */
  List<Block> updates() {
    return pictures(
        chart(
            "Norm of the gradient",
            UPDATES,
            "norm of the gradient",
            noisy(RunRecord.Curves::gradientNorm),
            List.of()),
        chart(
            "Update-to-weight ratio",
            UPDATES,
            "norm of the update by norm of the weights",
            noisy(RunRecord.Curves::updateRatio),
            List.of()));
  }

  /** Of several runs the means, as all their ups and downs would hide each other. */
  private List<Line> noisy(Function<RunRecord.Curves, Curve> kind) {
    if (runs.size() > 1) {
      return curves(run -> kind.apply(run.curves()).means());
    }
    Curve curve = kind.apply(runs.get(0).curves());
    Line points = named("each update", curve.points(), Stroke.SOLID);
    Line means = named("mean of successive updates", curve.means(), Stroke.DASHED);
    return means.size() == points.size() ? List.of(points) : List.of(points, means);
  }

  private List<Line> curves(Function<RunRecord, Line> curve) {
    List<Line> lines = new ArrayList<>();
    for (RunRecord run : runs) {
      lines.add(named(run.name(), curve.apply(run), stroke(lines.size())));
    }
    return lines;
  }

  private Chart byEpoch(String title, String name, ToDoubleFunction<Epoch> figure) {
    List<Line> lines = new ArrayList<>();
    for (RunRecord run : runs) {
      lines.add(line(run.name(), run, Epoch::epoch, figure, stroke(lines.size())));
    }
    return chart(title, EPOCHS, name, lines, List.of());
  }

  /** So that lines are told apart without their colours. */
  private static Stroke stroke(int line) {
    Stroke[] strokes = {Stroke.SOLID, Stroke.DASHED, Stroke.DOTTED};
    return strokes[line % strokes.length];
  }

  /** Through the epochs that have the figure. */
  private static Line line(
      String name,
      RunRecord run,
      ToDoubleFunction<Epoch> x,
      ToDoubleFunction<Epoch> figure,
      Stroke stroke) {
    List<Epoch> epochs =
        run.epochs().stream().filter(e -> !Double.isNaN(figure.applyAsDouble(e))).toList();
    return new Line(
        name,
        epochs.stream().mapToDouble(x).toArray(),
        epochs.stream().mapToDouble(figure).toArray(),
        stroke);
  }

  private static Line named(String name, Line line, Stroke stroke) {
    return new Line(name, line.xs(), line.ys(), stroke);
  }

  private static double validationLoss(Epoch epoch) {
    return epoch.validationLoss().orElse(Double.NaN);
  }

  private List<Mark> marks() {
    return runs.stream().flatMap(run -> new RunMarks(run, runs.size() > 1).all().stream()).toList();
  }

  private static Chart chart(String title, Axis x, String y, List<Line> lines, List<Mark> marks) {
    List<Line> drawn = lines.stream().filter(line -> line.size() > 0).toList();
    return new Chart(
        title, Descriptions.of(x, drawn), x, Scales.axis(y, drawn), drawn, marks, List.of());
  }

  /** Of charts that have a line. */
  private static List<Block> pictures(Chart... charts) {
    return Stream.of(charts)
        .filter(chart -> !chart.lines().isEmpty())
        .<Block>map(Block.Picture::new)
        .toList();
  }
}
