package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import org.jspecify.annotations.Nullable;

/**
 * Three times the loss has leapt above what it was at first, out of five updates below half of
 * that; and successive gradients agree, as those of like examples do.
 */
record Unshuffled() implements Rule {
  private static final int OFTEN = 3;
  private static final double AGREEING = 0.3;

  @Override
  public Symptom symptom() {
    return Symptom.UNSHUFFLED;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    LossCourse losses = course.losses();
    return losses.relapses() >= OFTEN && course.cosine() > AGREEING
        ? symptom()
            .found(
                course,
                "The loss has leapt "
                    + losses.relapses()
                    + " times from below half of what it was at first, "
                    + Digits.of(losses.reference())
                    + ", to above it; successive gradients have a mean cosine of "
                    + Digits.of(course.cosine())
                    + ".",
                "Mix the examples: Fit.shuffle(true), the default.")
        : null;
  }
}
