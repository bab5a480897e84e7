package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import org.jspecify.annotations.Nullable;

/**
 * Updates of more than a hundredth of the weights, while the loss is above what it was at first.
 */
record LargeUpdates() implements Rule {
  private static final int SEEN = 50;
  private static final double LARGE = 1e-2;
  private static final double RISEN = -0.1;

  @Override
  public Symptom symptom() {
    return Symptom.UPDATES_TOO_LARGE;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    LossCourse losses = course.losses();
    if (losses.count() < SEEN || !(losses.improvement() < RISEN)) {
      return null;
    }
    for (ParameterFigures parameter : course.update().parameters()) {
      if (parameter.isMatrix && parameter.ratio() > LARGE) {
        return symptom()
            .found(
                course,
                "An update is "
                    + Shares.percent(parameter.ratio())
                    + " of "
                    + parameter.name
                    + ", 0.01 % to 1 % are usual; the loss has gone from "
                    + Digits.of(losses.reference())
                    + " to "
                    + Digits.of(losses.recent())
                    + ".",
                Remedies.lowerRate(course));
      }
    }
    return null;
  }
}
