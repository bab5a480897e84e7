package dev.brisk.runtime;

/**
 * A fit that had diverged was taken back, and went on at a lower rate; see {@link
 * dev.brisk.OnDivergence}.
 *
 * @param step the update at which it had diverged, counted from 0
 * @param restoredStep the number of updates done at the point to which it was taken back
 * @param fromRate that schedules started from until then
 * @param toRate that they start from since
 * @param reason what had happened
 */
public record Recovery(
    long step, long restoredStep, double fromRate, double toRate, String reason) {
  /** In one line. */
  @Override
  public String toString() {
    return "step "
        + step
        + ": "
        + reason
        + ". Back to step "
        + restoredStep
        + ", rate "
        + Figures.of(fromRate)
        + " cut to "
        + Figures.of(toRate);
  }
}
