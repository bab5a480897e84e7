package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import org.jspecify.annotations.Nullable;

/** A matrix has become a twentieth of what it was, and the loss has not fallen by a quarter. */
record VanishingWeights() implements Rule {
  private static final int SEEN = 20;
  private static final double NOTHING = 0.05;
  private static final double LITTLE = 0.25;

  @Override
  public Symptom symptom() {
    return Symptom.VANISHING_WEIGHTS;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    LossCourse losses = course.losses();
    if (losses.count() < SEEN || !(losses.improvement() < LITTLE)) {
      return null;
    }
    for (ParameterFigures parameter : course.update().parameters()) {
      if (parameter.isMatrix && parameter.growth() < NOTHING) {
        return symptom()
            .found(
                course,
                "The norm of "
                    + parameter.name
                    + " is "
                    + Shares.percent(parameter.growth())
                    + " of what it was at first; the loss has gone from "
                    + Digits.of(losses.reference())
                    + " to "
                    + Digits.of(losses.recent())
                    + ".",
                "Divide @Optimizer(weightDecay) by 10, or whatever else in the loss draws weights to"
                    + " zero.");
      }
    }
    return null;
  }
}
