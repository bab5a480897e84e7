package dev.brisk.samples;

import dev.brisk.report.chart.Line;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Runs that differ by their seeds alone.
 *
 * @param name of what they have in common
 * @param runs one for each seed, of equally many epochs
 */
record Runs(String name, List<Run> runs) {
  Spread of(ToDoubleFunction<Run> figure) {
    return Spread.of(runs.stream().mapToDouble(figure).toArray());
  }

  /** Of the differences seed by seed, which a lucky seed does not make larger. */
  Spread minus(Runs other, ToDoubleFunction<Run> figure) {
    return Spread.of(
        IntStream.range(0, runs.size())
            .mapToDouble(
                i -> figure.applyAsDouble(runs.get(i)) - figure.applyAsDouble(other.runs.get(i)))
            .toArray());
  }

  /** The mean over the seeds, by epoch. */
  Line line(ToDoubleFunction<Epoch> figure) {
    int epochs = runs.get(0).epochs().size();
    return Line.solid(
        name,
        IntStream.rangeClosed(1, epochs).mapToDouble(epoch -> epoch).toArray(),
        IntStream.range(0, epochs)
            .mapToDouble(e -> of(run -> figure.applyAsDouble(run.epochs().get(e))).mean())
            .toArray());
  }
}
