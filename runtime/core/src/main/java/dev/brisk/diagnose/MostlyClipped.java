package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import org.jspecify.annotations.Nullable;

/** 95 of 100 gradients are clipped, to a tenth of their length or less. */
record MostlyClipped() implements Rule {
  private static final int SEEN = 100;
  private static final double NEARLY_ALL = 0.95;
  private static final double MUCH = 10;

  @Override
  public Symptom symptom() {
    return Symptom.MOSTLY_CLIPPED;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    boolean isFound =
        course.losses().count() >= SEEN
            && course.clippedShare() > NEARLY_ALL
            && course.clipping() > MUCH;
    return isFound
        ? symptom()
            .found(
                course,
                Shares.percent(course.clippedShare())
                    + " of the gradients are clipped, from a usual norm of "
                    + Digits.of(course.typicalNorm())
                    + " to "
                    + Digits.of(course.typicalNorm() / course.clipping())
                    + ": the bound, not the gradient, says how far an update goes.",
                "Bound what is unusual: @GradientClipping(norm = "
                    + Digits.of(2 * course.typicalNorm(), 1)
                    + "), with a rate that suits it.")
        : null;
  }
}
