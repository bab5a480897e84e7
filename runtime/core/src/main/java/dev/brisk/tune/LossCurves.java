package dev.brisk.tune;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * How the loss fell with one size of batch.
 *
 * @param batchSize examples of an update
 * @param learningRate of its updates after the warm-up
 * @param warmupSteps updates with a rising rate
 * @param losses for each seed, the mean loss of all examples after each epoch; NaN once it diverged
 * @param divergence why there are losses that are not finite; empty if there are none
 */
public record LossCurves(
    int batchSize,
    double learningRate,
    long warmupSteps,
    List<List<Double>> losses,
    String divergence) {
  /** Copies the lists. */
  public LossCurves {
    losses = losses.stream().map(List::copyOf).toList();
  }

  /** Whether all losses are finite. */
  public boolean isFinite() {
    return divergence.isEmpty();
  }

  /**
   * The mean over seeds of the loss after an epoch.
   *
   * @param epoch counted from 1
   */
  public double mean(int epoch) {
    return statistics(epoch).getMean();
  }

  private int epochs() {
    return losses.get(0).size();
  }

  private DescriptiveStatistics statistics(int epoch) {
    return new DescriptiveStatistics(
        losses.stream().mapToDouble(seed -> seed.get(epoch - 1)).toArray());
  }

  /** How far the mean losses lie from those of the base, relative to these, after some epochs. */
  Gap from(LossCurves base, int after) {
    return gap(after, epoch -> relative(mean(epoch) - base.mean(epoch), base.mean(epoch)));
  }

  /** The sample standard deviation between seeds, relative to the mean, after some epochs. */
  Gap betweenSeeds(int after) {
    return gap(after, epoch -> relative(statistics(epoch).getStandardDeviation(), mean(epoch)));
  }

  private Gap gap(int after, IntToDoubleFunction of) {
    if (!isFinite()) {
      return new Gap(Double.NaN, Double.NaN, Double.NaN);
    }
    double[] sizes = IntStream.rangeClosed(after + 1, epochs()).mapToDouble(of).toArray();
    DescriptiveStatistics all =
        new DescriptiveStatistics(DoubleStream.of(sizes).map(Math::abs).toArray());
    return new Gap(all.getMean(), all.getMax(), sizes[sizes.length - 1]);
  }

  /** Nothing is far from nothing only if it is nothing. */
  private static double relative(double difference, double of) {
    return difference == 0 ? 0 : difference / Math.abs(of);
  }
}
