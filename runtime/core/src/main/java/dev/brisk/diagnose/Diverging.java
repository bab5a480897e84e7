package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import org.jspecify.annotations.Nullable;

/**
 * The loss grows: by half at each of five updates, to ten times what it was at first; or over
 * twenty updates along an exponential, which its slope in a logarithmic scale tells from noise; or
 * it has been at four times what it was at first for twenty updates.
 */
record Diverging() implements Rule {
  private static final int RISES = 5;
  private static final double RISE = 1.5;
  private static final double FAR = 10;
  private static final double SIGNIFICANT = 5;
  private static final double GROWN = 3;
  private static final double LEAPT = 4;

  @Override
  public Symptom symptom() {
    return Symptom.DIVERGING;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    LossCourse losses = course.losses();
    double reference = losses.reference();
    // Also if nothing is known of it yet.
    if (!(reference > 0)) {
      return null;
    }
    if (rises(losses) && losses.last() > FAR * reference) {
      return found(course, "has grown at each of the last 5 updates, to " + last(losses));
    }
    if (!losses.hasWindow()) {
      return null;
    }
    int half = LossCourse.WINDOW / 2;
    double growth = Math.exp(losses.logSlope() * (LossCourse.WINDOW - 1));
    if (losses.mean(half, LossCourse.WINDOW) > GROWN * reference
        && growth > GROWN
        && losses.logSlopeSignificance() > SIGNIFICANT) {
      return found(
          course, "grows " + Digits.of(growth) + " times over 20 updates, to " + last(losses));
    }
    double mean = losses.mean(0, LossCourse.WINDOW);
    return mean > LEAPT * reference
        ? found(course, "is " + Digits.of(mean) + ", the mean of the last 20 updates.")
        : null;
  }

  private Finding found(Course course, String since) {
    String first = "The loss was " + Digits.of(course.losses().reference()) + " at first, and ";
    return symptom().found(course, first + since, Remedies.lowerRate(course));
  }

  private static String last(LossCourse losses) {
    return Digits.of(losses.last()) + ".";
  }

  private static boolean rises(LossCourse losses) {
    if (losses.count() <= RISES) {
      return false;
    }
    for (int i = LossCourse.WINDOW - RISES; i < LossCourse.WINDOW; i++) {
      if (!(losses.inWindow(i) > RISE * losses.inWindow(i - 1))) {
        return false;
      }
    }
    return true;
  }
}
