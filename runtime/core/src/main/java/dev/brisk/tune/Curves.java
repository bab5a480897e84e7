package dev.brisk.tune;

import java.util.Arrays;
import java.util.List;

/**
 * What the runs of all seeds gave, as far as all of them went.
 *
 * @param seeds of the runs
 * @param losses their mean, as they are
 * @param smoothed the mean of the smoothed ones
 * @param lossesBySeed as they are
 * @param bySeed the smoothed ones
 * @param gains the mean of what training took off the loss of each step's batch
 * @param first the loss before any update
 * @param isCutShort whether a run ended before the last rate
 */
record Curves(
    long[] seeds,
    double[] rates,
    double[] losses,
    double[] smoothed,
    List<double[]> lossesBySeed,
    List<double[]> bySeed,
    double[] gains,
    double first,
    boolean isCutShort) {

  static Curves of(
      long[] seeds, double[] rates, List<Sweep> sweeps, Smoothing smoothing, double factor) {
    int size = sweeps.stream().mapToInt(Sweep::size).min().orElse(0);
    double first = sweeps.stream().mapToDouble(Sweep::first).average().orElse(Double.NaN);
    List<double[]> bySeed =
        sweeps.stream()
            .map(sweep -> sweep.smoothed(smoothing, size, bound(sweep.first(), factor)))
            .toList();
    List<double[]> lossesBySeed =
        sweeps.stream().map(sweep -> Arrays.copyOf(sweep.losses(), size)).toList();
    return new Curves(
        seeds.clone(),
        Arrays.copyOf(rates, size),
        mean(lossesBySeed, size),
        mean(bySeed, size),
        lossesBySeed,
        bySeed,
        mean(sweeps.stream().map(Sweep::gains).toList(), size),
        first,
        sweeps.stream().anyMatch(Sweep::isCutShort));
  }

  private static double bound(double first, double factor) {
    return first + (factor - 1) * Math.abs(first);
  }

  private static double[] mean(List<double[]> curves, int size) {
    double[] mean = new double[size];
    for (int i = 0; i < size; i++) {
      int step = i;
      mean[i] = curves.stream().mapToDouble(curve -> curve[step]).average().orElse(Double.NaN);
    }
    return mean;
  }

  /** Whether the loss is lowest at the last rates of the range, and does not rise again. */
  boolean isLowestAtEdge() {
    return !isCutShort && Suggestion.lowest(smoothed) >= size() - 2;
  }

  int size() {
    return rates.length;
  }
}
