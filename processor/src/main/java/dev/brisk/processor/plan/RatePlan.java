package dev.brisk.processor.plan;

import dev.brisk.processor.schedule.RateCurve;
import java.util.List;

/**
 * How the learning rate runs.
 *
 * @param summary for the trainer's documentation, {@code warm-up 90 steps, then cosine over 1,260}
 * @param notes sentences of what it comes to
 * @param text lines of figures and of a curve; none where the run's length is not known
 */
public record RatePlan(RateCurve curve, String summary, List<String> notes, List<String> text) {
  public RatePlan {
    notes = List.copyOf(notes);
    text = List.copyOf(text);
  }
}
