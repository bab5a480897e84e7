package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import org.jspecify.annotations.Nullable;

/** A gradient a hundred times as long as those before it, which moved weights by a tenth. */
record ExplodingGradient() implements Rule {
  private static final int SEEN = 20;
  private static final double SPIKE = 100;
  private static final double MOVED = 0.1;
  private static final double ROOM = 5;
  private static final double WELL = 3;

  @Override
  public Symptom symptom() {
    return Symptom.EXPLODING_GRADIENT;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    double ratio = course.update().ratio();
    boolean isExploding =
        course.losses().count() > SEEN
            && course.spike() > SPIKE
            && ratio > MOVED
            && wasWell(course.losses());
    if (!isExploding) {
      return null;
    }
    double norm = course.update().gradientNorm();
    double usual = norm / course.spike();
    return symptom()
        .found(
            course,
            "The gradient has a norm of "
                + Digits.of(norm)
                + ", those before it had "
                + Digits.of(usual)
                + "; the update was "
                + Shares.percent(ratio)
                + " of the weights.",
            "Bound it: @GradientClipping(norm = " + Digits.of(ROOM * usual, 1) + ").");
  }

  /** Gradients also grow with a loss that diverges. */
  private static boolean wasWell(LossCourse losses) {
    return losses.mean(0, LossCourse.WINDOW - 1) < WELL * losses.reference();
  }
}
