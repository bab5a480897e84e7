package dev.brisk.spark;

import dev.brisk.runtime.RateScaling;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.text.Digits;
import dev.brisk.tune.BatchChange;
import java.util.Locale;
import java.util.Optional;

/**
 * What came out of a {@link SparkTraining#fit}.
 *
 * @param training as on one machine
 * @param examples of all shards
 * @param shards their number
 * @param isLocal whether shards did steps of their own; else updates were synchronous
 * @param stepsAtOnce of shards before their states were averaged; 1 where updates were synchronous,
 *     0 where none was done
 * @param rounds jobs of this fit that did updates
 * @param scaling of the rate by {@link dev.brisk.BatchScaling}, to the global batch
 */
public record SparkReport(
    TrainingReport training,
    int examples,
    int shards,
    boolean isLocal,
    int stepsAtOnce,
    int rounds,
    Optional<RateScaling> scaling) {

  /** How it ran, what became of the rate, and the report of the training. */
  @Override
  public String toString() {
    return mode() + "\n" + scaling.map(s -> scaled(s) + "\n").orElse("") + training;
  }

  private String mode() {
    return String.format(
        Locale.ROOT,
        "%,d examples in %d shards; %s; %d rounds",
        examples,
        shards,
        isLocal ? stepsAtOnce + " local steps, then their mean" : "synchronous updates",
        rounds);
  }

  private String scaled(RateScaling scaling) {
    BatchChange change =
        new BatchChange(
            scaling.scale().baseBatchSize(), (int) scaling.examples(), scaling.scale().rule());
    return String.format(
        Locale.ROOT,
        "@BatchScaling: an update is on %,d examples, about %,d of each shard, in place of %,d; the"
            + " rate is %s in place of %s%s",
        scaling.examples(),
        Math.max(1, scaling.examples() / shards),
        scaling.scale().baseBatchSize(),
        Digits.of(scaling.rate()),
        Digits.of(scaling.annotatedRate()),
        warmup(change, scaling.warmupSteps()));
  }

  private String warmup(BatchChange change, long steps) {
    long asked = change.warmupSteps(examples);
    if (asked == 0) {
      return ".";
    }
    return String.format(
        Locale.ROOT,
        ". That asks for @Warmup(steps = %d, startFactor = %s); the model has %s.",
        asked,
        Digits.of(change.startFactor()),
        steps == 0 ? "none" : "one of " + steps + " steps");
  }
}
