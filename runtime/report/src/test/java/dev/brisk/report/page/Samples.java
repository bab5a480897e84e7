package dev.brisk.report.page;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Band;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Figure;
import dev.brisk.report.chart.Grid;
import dev.brisk.report.chart.Landscape;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Line.Stroke;
import dev.brisk.report.chart.Mark;
import dev.brisk.report.page.Page.Section;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Pages to test and to look at. */
final class Samples {
  static final String HOSTILE =
      "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`&amp;{{x}}{a|b}\u2028\u2029=1+1";

  private Samples() {}

  /** A chart of every kind of line, a finder's curve, and a landscape with a path. */
  static Page tour() {
    return new Page(
        "Three ways to look at a rate",
        List.of(
            new Section(
                "A run",
                List.of(
                    new Block.Text(
                        "Ten epochs of a classifier with momentum. The rate warms up, then falls"
                            + " along half a cosine."),
                    new Block.Picture(run()),
                    new Block.Table(
                        List.of("loss", "first", "last", "lowest"),
                        List.of(
                            List.of("training", "2.31", "0.104", "0.0981"),
                            List.of("held out", "2.30", "0.148", "0.147"))))),
            new Section("Which rate", List.of(new Block.Picture(finder()))),
            new Section(
                "Where it went",
                List.of(
                    new Block.Picture(landscape()),
                    new Block.Code("step      0     100    200\nrate    0.0   0.025   0.05")))));
  }

  static Chart run() {
    Random noise = new Random(7);
    double[] steps = range(0, 2_000, 1);
    double[] epochs = range(0, 2_001, 200);
    DoubleUnaryOperator loss = step -> 0.1 + 2.2 * Math.exp(-step / 260);
    return new Chart(
        "Loss of each step",
        "Falls fast through the warm-up and slowly after it; the loss of held-out examples stays a"
            + " little above.",
        Axis.linear("step"),
        Axis.linear("loss"),
        List.of(
            Line.solid(
                "training",
                steps,
                at(
                    steps,
                    step -> loss.applyAsDouble(step) * Math.exp(0.12 * noise.nextGaussian()))),
            new Line(
                "held out",
                epochs,
                at(epochs, step -> loss.applyAsDouble(step) + 0.04),
                Stroke.PATH),
            new Line("target", new double[] {0, 2_000}, new double[] {0.2, 0.2}, Stroke.DASHED)),
        List.of(new Mark(640, loss.applyAsDouble(640), "knee", "From here on progress is slow.")),
        List.of(new Band(0, 200, "warm-up"), new Band(200, 2_000, "cosine")));
  }

  static Chart finder() {
    double[] rates = at(range(-7, 0.01, 0.07), exponent -> Math.pow(10, exponent));
    double[] losses = at(rates, rate -> 2.3 - 1.6 / (1 + 0.004 / rate) + 40 * rate * rate * rate);
    return new Chart(
        "Loss while the rate rises",
        "Falls from a rate of 0.0001 on, is lowest near 0.1, and rises steeply after it.",
        Axis.log("learning rate"),
        Axis.log("loss"),
        List.of(
            new Line("measured", rates, losses, Stroke.POINTS),
            Line.solid("smoothed", rates, losses)),
        List.of(new Mark(4e-3, 1.5, "suggested", "The loss falls fastest here.")),
        List.of());
  }

  static Landscape landscape() {
    double[] xs = range(-2, 2.001, 0.08);
    double[] ys = range(-1, 3.001, 0.08);
    DoubleBinaryOperator rosenbrock =
        (x, y) -> (1 - x) * (1 - x) + 20 * (y - x * x) * (y - x * x) + 0.01;
    double[][] heights =
        DoubleStream.of(ys)
            .mapToObj(y -> at(xs, x -> rosenbrock.applyAsDouble(x, y)))
            .toArray(double[][]::new);
    double[] pathX = at(range(0, 1.001, 0.05), t -> -1.5 + 2.5 * t);
    double[] pathY = at(range(0, 1.001, 0.05), t -> 2.6 * (1 - t) * (1 - t) * (1 - 2 * t) + t * t);
    return new Landscape(
        "Loss around the run",
        "A curved valley; the path drops into it from the left and follows it to the lowest place.",
        Axis.linear("first direction"),
        Axis.linear("second direction"),
        new Grid(xs, ys, heights),
        Axis.log("loss"),
        List.of(new Line("path of the run", pathX, pathY, Stroke.PATH)),
        List.of(new Mark(1, 1, "lowest", "A loss of 0.01.")));
  }

  /** Lines of a million points each. */
  static Chart million(int lines) {
    double[] steps = range(1, 1_000_001, 1);
    return new Chart(
        "A million steps",
        "Noise about a falling line.",
        Axis.linear("step"),
        Axis.log("loss"),
        IntStream.range(0, lines)
            .mapToObj(
                i -> {
                  Random random = new Random(i);
                  return Line.solid(
                      "run " + i,
                      steps,
                      at(steps, s -> (i + 1) * (1 + random.nextDouble()) / Math.sqrt(s)));
                })
            .toList());
  }

  static Chart hostileChart() {
    return new Chart(
        HOSTILE,
        HOSTILE,
        Axis.linear(HOSTILE),
        Axis.linear(HOSTILE),
        List.of(
            Line.solid(HOSTILE, new double[] {1, 2, 3}, new double[] {1, 2, 3}),
            Line.solid("__proto__", new double[] {1, 2, 3}, new double[] {3, 2, 1})),
        List.of(new Mark(2, 2, HOSTILE, HOSTILE)),
        List.of(new Band(1, 2, HOSTILE)));
  }

  static Page hostile() {
    return new Page(
        HOSTILE,
        List.of(
            new Section(
                HOSTILE,
                List.of(
                    new Block.Text(HOSTILE),
                    new Block.Code(HOSTILE),
                    new Block.Table(List.of(HOSTILE), List.of(List.of(HOSTILE))),
                    new Block.Picture(hostileChart())))));
  }

  static Page of(Figure... figures) {
    return new Page(
        "Figures",
        List.of(
            new Section("All", List.of(figures).stream().<Block>map(Block.Picture::new).toList())));
  }

  static double[] range(double from, double to, double step) {
    int size = (int) Math.ceil((to - from) / step);
    return IntStream.range(0, size).mapToDouble(i -> from + i * step).toArray();
  }

  static double[] at(double[] xs, DoubleUnaryOperator f) {
    return DoubleStream.of(xs).map(f).toArray();
  }
}
