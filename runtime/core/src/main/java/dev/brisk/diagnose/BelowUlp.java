package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import org.jspecify.annotations.Nullable;

/**
 * More than half of the elements of a parameter that have a derivative do not change, while the
 * gradient is still a tenth of what it was at first, and the rate of what it was at its highest.
 */
record BelowUlp() implements Rule {
  private static final int SEEN = 20;
  private static final double MOST = 0.5;
  private static final double STILL_HIGH = 0.1;

  @Override
  public Symptom symptom() {
    return Symptom.UPDATES_BELOW_ULP;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    boolean isHigh = course.rate() > STILL_HIGH * course.peakRate();
    if (course.losses().count() < SEEN || !isHigh) {
      return null;
    }
    for (ParameterFigures parameter : course.update().parameters()) {
      if (parameter.unmovedShare() > MOST) {
        return symptom()
            .found(
                course,
                Shares.percent(parameter.unmovedShare())
                    + " of the elements of "
                    + parameter.name
                    + " that have a derivative stay as they are: at a rate of "
                    + Digits.of(course.rate())
                    + " their updates are less than the distance to the next number.",
                Remedies.higherRate(course, 10) + " Or declare the parameters as double.");
      }
    }
    return null;
  }
}
