package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import org.jspecify.annotations.Nullable;

/**
 * The loss is what it was at first, to a twentieth, though updates should have made it fall many
 * times over. Judged when a fit is over, or half over: losses may stay on a plateau for long, and
 * then fall.
 */
record NoProgress() implements Rule {
  private static final int SEEN_AT_END = 100;
  private static final int SEEN = 1000;
  private static final double LITTLE = 0.05;
  private static final double RISEN = -0.1;
  private static final double PROMISED = 1;

  @Override
  public Symptom symptom() {
    return Symptom.NO_PROGRESS;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    LossCourse losses = course.losses();
    long seen = losses.count();
    long enough = Math.max(SEEN, course.trainer().runSteps() / 2);
    double improvement = losses.improvement();
    boolean isFound =
        (isOver ? seen > SEEN_AT_END : seen >= enough)
            && improvement < LITTLE
            && improvement > RISEN
            && course.promised() > PROMISED;
    return isFound
        ? symptom()
            .found(
                course,
                losses.change()
                    + ", which should have made it fall by "
                    + Digits.of(course.promised())
                    + " times itself; successive gradients have a mean cosine of "
                    + Digits.of(course.cosine())
                    + ".",
                "Look whether labels belong to their examples, and whether inputs say anything of"
                    + " them; then "
                    + Remedies.lowerRate(course).replace("Divide", "divide"))
        : null;
  }
}
