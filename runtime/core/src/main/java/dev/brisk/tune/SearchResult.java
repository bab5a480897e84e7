package dev.brisk.tune;

import dev.brisk.file.CsvFile;
import dev.brisk.text.Digits;
import dev.brisk.tune.Outcome.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What came out of a {@link Search}.
 *
 * @param objective what candidates are ranked by
 * @param higherIsBetter else lower is
 * @param seeds that each candidate was trained with
 * @param ranked all candidates, the best first: those that were trained to the end, by median and
 *     then by mean; those that were stopped, the last first; those that diverged. What is left of
 *     ties is in the order of a grid or a drawing
 */
public record SearchResult(
    String objective, boolean higherIsBetter, List<Long> seeds, List<Outcome> ranked) {
  /** Copies the lists. */
  public SearchResult {
    seeds = List.copyOf(seeds);
    ranked = List.copyOf(ranked);
    if (ranked.isEmpty()) {
      throw new IllegalArgumentException("ranked is empty, expected at least 1");
    }
  }

  /**
   * The candidate that did best.
   *
   * @throws IllegalStateException if all diverged
   */
  public Outcome best() {
    Outcome first = ranked.get(0);
    if (first.status() == Status.DIVERGED) {
      throw new IllegalStateException(verdict());
    }
    return first;
  }

  /**
   * How far the best one can be trusted, in words: whether its rate is at the edge of what was
   * tried, and which others are no worse than another seed might make it.
   */
  public String verdict() {
    if (ranked.get(0).status() == Status.DIVERGED) {
      return "Every candidate diverged. Try rates below " + Digits.of(lowestRate()) + ".";
    }
    return String.join(" ", edge(), rivals());
  }

  private double lowestRate() {
    return rates().min().orElseThrow();
  }

  private DoubleStream rates() {
    return ranked.stream().mapToDouble(Outcome::learningRate);
  }

  private String edge() {
    double rate = best().learningRate();
    double highest = rates().max().orElseThrow();
    String written = "The best learning rate, " + Digits.of(rate) + ", ";
    if (lowestRate() == highest) {
      return written + "is the only one that was tried.";
    }
    if (rate == highest) {
      return written + "is the highest that was tried; there may be a better one above it.";
    }
    if (rate == lowestRate()) {
      return written + "is the lowest that was tried; there may be a better one below it.";
    }
    return written + "lies between others that were tried.";
  }

  private String rivals() {
    if (seeds.size() == 1) {
      return "One seed does not tell a better rate from better luck; give several.";
    }
    if (complete().count() == 1) {
      return "It is the only one that was trained to the end.";
    }
    Outcome best = best();
    long rivals =
        complete()
            .filter(other -> other != best)
            .filter(other -> Math.abs(other.median() - best.median()) <= best.spread())
            .count();
    String spread = " the spread between seeds, " + Digits.of(best.spread()) + ".";
    return rivals == 0
        ? "No other that was trained to the end comes within" + spread
        : rivals + " more that were trained to the end are within" + spread;
  }

  private Stream<Outcome> complete() {
    return ranked.stream().filter(outcome -> outcome.status() == Status.COMPLETE);
  }

  /** A table, one line per candidate, the verdict, and the lines to paste. */
  @Override
  public String toString() {
    Table table =
        new Table("rank", "rate", "batch", "median", "mean", "spread", "epochs", "status");
    for (int i = 0; i < ranked.size(); i++) {
      Outcome outcome = ranked.get(i);
      table.row(
          Integer.toString(i + 1),
          Digits.of(outcome.learningRate()),
          Integer.toString(outcome.batchSize()),
          figure(outcome.median()),
          figure(outcome.mean()),
          figure(outcome.spread()),
          Integer.toString(outcome.epochs()),
          words(outcome));
    }
    return heading() + table + verdict() + "\n" + advice();
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "-" : Digits.of(value);
  }

  private String heading() {
    return objective
        + ", "
        + (higherIsBetter ? "higher" : "lower")
        + " is better; "
        + (seeds.size() == 1 ? "one seed" : seeds.size() + " seeds")
        + "\n";
  }

  private static String words(Outcome outcome) {
    return switch (outcome.status()) {
      case COMPLETE -> "complete";
      case STOPPED -> "stopped";
      case DIVERGED -> "diverged: " + outcome.reason();
    };
  }

  private String advice() {
    return ranked.get(0).status() == Status.DIVERGED ? "" : best().annotations() + "\n";
  }

  /**
   * Writes a line per candidate, the best first: rank, rate, size of a batch, median, mean, spread,
   * epochs, status, reason and the value of each seed; NaN for what is not there. Whoever reads the
   * file meanwhile meets what was there before, or all of it.
   *
   * @throws IOException if the file cannot be written
   */
  public void writeCsv(Path file) throws IOException {
    CsvFile csv = new CsvFile();
    csv.row(columns());
    for (int i = 0; i < ranked.size(); i++) {
      csv.row(cells(i + 1, ranked.get(i)));
    }
    csv.write(file);
  }

  private List<String> columns() {
    Stream<String> first =
        Stream.of(
            "rank",
            "learning rate",
            "batch size",
            "median",
            "mean",
            "spread",
            "epochs",
            "status",
            "reason");
    return Stream.concat(first, seeds.stream().map(seed -> "seed " + seed)).toList();
  }

  private static List<Object> cells(int rank, Outcome outcome) {
    Stream<Object> first =
        Stream.of(
            rank,
            outcome.learningRate(),
            outcome.batchSize(),
            outcome.median(),
            outcome.mean(),
            outcome.spread(),
            outcome.epochs(),
            outcome.status(),
            outcome.reason());
    return Stream.concat(first, outcome.values().stream()).toList();
  }
}
