package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import org.jspecify.annotations.Nullable;

/**
 * Gradients turn around from one update to the next, and the loss does not fall. That gradients
 * turn is no harm by itself: so they do on a good way down a steep valley, and at its bottom. So
 * updates must also be large enough to matter to the loss, which must be far from nothing.
 */
record Oscillating() implements Rule {
  private static final int SEEN = 60;
  private static final double TURNING = -0.6;
  private static final double MATTERS = 0.02;
  private static final double ALTERNATING = 0.9;
  private static final double TURNING_WHILE_ALTERNATING = -0.3;
  private static final double MATTERS_MUCH = 0.1;
  private static final double NOT_FALLING = 0.9;
  private static final double NOTHING = 0.01;

  @Override
  public Symptom symptom() {
    return Symptom.OSCILLATING;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    LossCourse losses = course.losses();
    if (losses.count() < SEEN) {
      return null;
    }
    double cosine = course.cosine();
    double turns = losses.turns();
    double force = course.force();
    boolean isTurning = cosine < TURNING && force > MATTERS;
    boolean isAlternating =
        turns > ALTERNATING && cosine < TURNING_WHILE_ALTERNATING && force > MATTERS_MUCH;
    int half = LossCourse.WINDOW / 2;
    double mean = losses.mean(half, LossCourse.WINDOW);
    boolean isFalling = mean < NOT_FALLING * losses.mean(0, half);
    boolean isNear = mean < NOTHING * losses.reference();
    return (isTurning || isAlternating) && !isFalling && !isNear
        ? symptom()
            .found(
                course,
                "Successive gradients have a mean cosine of "
                    + Digits.of(cosine)
                    + ", the loss turns at "
                    + Shares.percent(turns)
                    + " of the updates and stays at "
                    + Digits.of(mean)
                    + "; it was "
                    + Digits.of(losses.reference())
                    + " at first.",
                Remedies.lowerRate(course))
        : null;
  }
}
