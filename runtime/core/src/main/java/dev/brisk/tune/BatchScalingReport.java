package dev.brisk.tune;

import dev.brisk.ScalingRule;
import dev.brisk.file.CsvFile;
import dev.brisk.text.Digits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What came out of a {@link BatchScalingCheck}.
 *
 * <p>With a size of batch the rule <b>holds</b> if, on average over the epochs after the warm-up,
 * the loss averaged over the seeds lies closer to that of the base than the standard deviation of
 * the base's losses between seeds: a larger batch then does less to a run than another seed does.
 *
 * @param rule that was checked
 * @param examples of an epoch
 * @param warmupEpochs that are not compared
 * @param seeds of the runs
 * @param base the curves with the batch and the rate that are right
 * @param larger those with larger batches, the smallest first
 */
public record BatchScalingReport(
    ScalingRule rule,
    int examples,
    int warmupEpochs,
    List<Long> seeds,
    LossCurves base,
    List<LossCurves> larger) {
  /** Copies the lists. */
  public BatchScalingReport {
    seeds = List.copyOf(seeds);
    larger = List.copyOf(larger);
  }

  /** How far the losses of the base lie apart between seeds: one standard deviation of them. */
  public Gap seedGap() {
    return base.betweenSeeds(warmupEpochs);
  }

  /**
   * How far the losses, averaged over the seeds, lie from those of the base; NaN if they diverged.
   *
   * @param curves one of {@link #larger}
   */
  public Gap gap(LossCurves curves) {
    return curves.from(base, warmupEpochs);
  }

  /** Whether the rule holds for these curves. */
  public boolean holds(LossCurves curves) {
    return base.isFinite() && curves.isFinite() && gap(curves).mean() <= seedGap().mean();
  }

  /** The largest batch up to which the rule holds; empty if it does not for the smallest one. */
  public OptionalInt holdsUpTo() {
    return larger.stream().takeWhile(this::holds).mapToInt(LossCurves::batchSize).max();
  }

  /** What was found, in words. */
  public String verdict() {
    if (!base.isFinite()) {
      return "Nothing can be told, as the base itself diverged: " + base.divergence() + ".";
    }
    List<LossCurves> held = larger.stream().takeWhile(this::holds).toList();
    String rule = "The " + name() + " rule ";
    if (held.isEmpty()) {
      return rule + "does not hold for " + parting(larger.get(0)) + ".";
    }
    String holds = rule + "holds up to " + parting(held.get(held.size() - 1)) + ".";
    return held.size() == larger.size()
        ? holds
        : holds + " It does not for " + parting(larger.get(held.size())) + ".";
  }

  private String name() {
    return rule == ScalingRule.LINEAR ? "linear" : "square-root";
  }

  private String parting(LossCurves curves) {
    String batch = "a batch of " + curves.batchSize();
    return curves.isFinite()
        ? batch
            + ", where the losses part by "
            + percent(gap(curves).mean())
            + ", seeds by "
            + percent(seedGap().mean())
        : batch + ", which diverged (" + curves.divergence() + ")";
  }

  /** A table, one line per size of batch, and the verdict. */
  @Override
  public String toString() {
    Table table =
        new Table("batch", "times", "rate", "warm-up steps", "mean gap", "largest", "last", "rule");
    row(table, base, seedGap(), base.isFinite() ? "base: between seeds" : "diverged");
    for (LossCurves curves : larger) {
      row(table, curves, gap(curves), word(curves));
    }
    return table + verdict() + "\n";
  }

  private void row(Table table, LossCurves curves, Gap gap, String word) {
    table.row(
        Integer.toString(curves.batchSize()),
        Integer.toString(curves.batchSize() / base.batchSize()),
        Digits.of(curves.learningRate()),
        String.format(Locale.ROOT, "%,d", curves.warmupSteps()),
        share(gap.mean()),
        share(gap.largest()),
        share(gap.last()),
        word);
  }

  private static String share(double gap) {
    return Double.isNaN(gap) ? "-" : percent(gap);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private String word(LossCurves curves) {
    if (!curves.isFinite()) {
      return "diverged: " + curves.divergence();
    }
    return holds(curves) ? "holds" : "parts";
  }

  /**
   * Writes the curves: a line for each batch, seed and epoch, with the examples seen by then and
   * the loss. Whoever reads the file meanwhile meets what was there before, or all of it.
   *
   * @throws IOException if the file cannot be written
   */
  public void writeCsv(Path file) throws IOException {
    CsvFile csv = new CsvFile();
    csv.row(List.of("batch size", "learning rate", "seed", "epoch", "examples", "loss"));
    add(csv, base);
    larger.forEach(curves -> add(csv, curves));
    csv.write(file);
  }

  private void add(CsvFile csv, LossCurves curves) {
    for (int s = 0; s < seeds.size(); s++) {
      List<Double> losses = curves.losses().get(s);
      for (int epoch = 1; epoch <= losses.size(); epoch++) {
        csv.row(
            List.of(
                curves.batchSize(),
                curves.learningRate(),
                seeds.get(s),
                epoch,
                (long) epoch * examples,
                losses.get(epoch - 1)));
      }
    }
  }
}
