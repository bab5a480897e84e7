package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The loss has fallen by less than a tenth, and all updates together could not have made it fall by
 * more. What an update could do is its change times the gradient, over the loss. Judged when a fit
 * is over, if there were more than fifty updates; and before that once, when a quarter of it is
 * done.
 */
record Slow() implements Rule {
  private static final int SEEN_AT_END = 50;
  private static final int SEEN = 200;
  private static final double LITTLE = 0.1;

  @Override
  public Symptom symptom() {
    return Symptom.TOO_SLOW;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    LossCourse losses = course.losses();
    long seen = losses.count();
    long enough = Math.max(SEEN, course.trainer().runSteps() / 4);
    boolean isTime = isOver ? seen > SEEN_AT_END : seen >= enough + course.trainer().warmupSteps();
    boolean isSlow =
        isTime
            && losses.improvement() < LITTLE
            && course.promised() < LITTLE
            && course.typicalNorm() > 0;
    return isSlow
        ? symptom()
            .found(
                course,
                losses.change()
                    + ", which could have made it fall by "
                    + Shares.percent(course.promised())
                    + "; the last one was "
                    + Shares.percent(course.update().ratio())
                    + " of the weights.",
                Remedies.higherRate(course, course.promised() < LITTLE / 10 ? 10 : 3))
        : null;
  }
}
