package dev.brisk.tune;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * What came of one candidate of a search.
 *
 * @param learningRate the rate that schedules started from
 * @param batchSize examples of one batch
 * @param values the objective after the last epoch, one for each seed, in the order of the seeds;
 *     NaN for those that diverged
 * @param epochs the epochs that every seed has completed
 * @param status how far it came
 * @param reason why it diverged; else empty
 * @param annotations what to write on the model to train so, with the rate in two digits
 */
public record Outcome(
    double learningRate,
    int batchSize,
    List<Double> values,
    int epochs,
    Status status,
    String reason,
    String annotations) {
  /** How far a candidate came. */
  public enum Status {
    /** Trained for all epochs. */
    COMPLETE,
    /** Stopped by successive halving, as others were better after as many epochs. */
    STOPPED,
    /** With one seed at least, a loss, gradient or objective was infinite or NaN. */
    DIVERGED
  }

  /** Copies the list. */
  public Outcome {
    values = List.copyOf(values);
  }

  /** The median over the seeds, by which candidates are ranked; NaN if one diverged. */
  public double median() {
    return status == Status.DIVERGED ? Double.NaN : statistics().getPercentile(50);
  }

  /** The mean over the seeds; NaN if one diverged. */
  public double mean() {
    return statistics().getMean();
  }

  /** The sample standard deviation over the seeds; NaN if one diverged or there is but one. */
  public double spread() {
    return values.size() < 2 ? Double.NaN : statistics().getStandardDeviation();
  }

  private DescriptiveStatistics statistics() {
    return new DescriptiveStatistics(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
