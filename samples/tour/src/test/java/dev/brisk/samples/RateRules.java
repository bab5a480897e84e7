package dev.brisk.samples;

import dev.brisk.tune.FinderResult;
import dev.brisk.tune.Suggestion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How well the suggestions of all rules train a model, beside the best rate of a grid: the rate of
 * the highest mean accuracy over all seeds.
 *
 * @param best the mean accuracy of the best rate
 * @param shares by rule, for each seed its accuracy over that of the best rate with the same seed;
 *     NaN where the finder refuses
 * @param rates likewise
 */
record RateRules(
    String name,
    double bestRate,
    double best,
    Map<Suggestion, double[]> shares,
    Map<Suggestion, double[]> rates) {

  static RateRules of(RateCase<?> each, int epochs, int seeds) {
    double[][] accuracies = each.accuracies(epochs, seeds);
    double[] means = Arrays.stream(accuracies).mapToDouble(RateRules::mean).toArray();
    int best = 0;
    for (int i = 1; i < means.length; i++) {
      best = means[i] > means[best] ? i : best;
    }
    Map<Suggestion, double[]> shares = new EnumMap<>(Suggestion.class);
    Map<Suggestion, double[]> rates = new EnumMap<>(Suggestion.class);
    for (Suggestion rule : Suggestion.values()) {
      shares.put(rule, new double[seeds]);
      rates.put(rule, new double[seeds]);
    }
    for (int seed = 0; seed < seeds; seed++) {
      FinderResult found = each.found(seed);
      for (Suggestion rule : Suggestion.values()) {
        double rate = found.suggestions().getOrDefault(rule, Double.NaN);
        rates.get(rule)[seed] = rate;
        shares.get(rule)[seed] =
            Double.isNaN(rate)
                ? Double.NaN
                : each.accuracy(rate, epochs, seed) / accuracies[best][seed];
      }
    }
    return new RateRules(each.name(), each.grid().rates()[best], means[best], shares, rates);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** The mean share of a rule; NaN if the finder refused a seed. */
  double mean(Suggestion rule) {
    return mean(shares.get(rule));
  }

  /** The worst share of a rule. */
  double worst(Suggestion rule) {
    return Arrays.stream(shares.get(rule)).min().orElse(Double.NaN);
  }

  /** A row of a table: for each rule the mean share, the worst, and the median rate. */
  String row() {
    StringBuilder row = new StringBuilder("| ");
    row.append(String.format(Locale.ROOT, "%s | %.3f at %.2g |", name, best, bestRate));
    for (Suggestion rule : Suggestion.values()) {
      double[] sorted = rates.get(rule).clone();
      Arrays.sort(sorted);
      row.append(
          String.format(
              Locale.ROOT,
              " %.1f / %.1f at %.2g |",
              100 * mean(rule),
              100 * worst(rule),
              sorted[sorted.length / 2]));
    }
    return row.toString();
  }
}
