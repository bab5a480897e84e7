package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import org.jspecify.annotations.Nullable;

/**
 * The loss was below zero at first, is ten times as far below it now, and falls; gradients grow.
 */
record UnboundedLoss() implements Rule {
  private static final double FAR = 10;
  private static final double SIGNIFICANT = 5;

  @Override
  public Symptom symptom() {
    return Symptom.UNBOUNDED_LOSS;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    LossCourse losses = course.losses();
    double reference = losses.reference();
    if (!losses.hasWindow() || !(reference < 0)) {
      return null;
    }
    double mean = losses.mean(LossCourse.WINDOW / 2, LossCourse.WINDOW);
    boolean isUnbounded =
        mean < FAR * reference
            && losses.logSlopeSignificance() > SIGNIFICANT
            && course.typicalNorm() >= course.firstNorm();
    return isUnbounded
        ? symptom()
            .found(
                course,
                "The loss was "
                    + Digits.of(reference)
                    + " at first, is "
                    + Digits.of(mean)
                    + " and falls on; the gradient has gone from "
                    + Digits.of(course.firstNorm())
                    + " to "
                    + Digits.of(course.typicalNorm())
                    + ".",
                "A loss that is minimised has a least value. Look at the sign of @Loss.")
        : null;
  }
}
