package dev.brisk.processor.plan;

import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.RateCurve.Sample;
import java.util.List;

/**
 * How the learning rate runs.
 *
 * @param summary for the trainer's documentation, {@code warm-up 90 steps, then cosine over 1,260}
 * @param table the rate at some steps of the run; empty where the run's length is not known
 */
public record RatePlan(RateCurve curve, String summary, List<Sample> table) {
  public RatePlan {
    table = List.copyOf(table);
  }
}
