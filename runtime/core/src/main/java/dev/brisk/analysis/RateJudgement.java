package dev.brisk.analysis;

import dev.brisk.text.Digits;
import java.util.Objects;

/**
 * A learning rate beside the bound from which on descent diverges.
 *
 * @param rate the learning rate, at least 0
 * @param descent the form of descent that takes it
 * @param bounds those of the loss
 */
public record RateJudgement(double rate, Descent descent, StabilityBounds bounds) {
  /**
   * Refuses what is no rate.
   *
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public RateJudgement {
    Refusal.requireRate(rate);
    Objects.requireNonNull(descent, "descent");
    Objects.requireNonNull(bounds, "bounds");
  }

  /** The rate from which on this form of descent diverges; infinity if nothing bounds it. */
  public double bound() {
    return bounds.of(descent);
  }

  /** The rate as a multiple of its bound; 0 if nothing bounds it. */
  public double ratio() {
    return rate / bound();
  }

  /** Whether the rate is below its bound. */
  public boolean isStable() {
    return rate < bound();
  }

  /** A sentence: {@code learning rate 0.3 is 1.8 times the bound 2/L = 0.164: unstable}. */
  @Override
  public String toString() {
    if (bound() == Double.POSITIVE_INFINITY) {
      return "learning rate "
          + Digits.of(rate)
          + " has no bound: the largest eigenvalue of the Hessian, "
          + Digits.of(bounds.sharpness())
          + ", is not positive";
    }
    return "learning rate "
        + Digits.of(rate)
        + " is "
        + Digits.of(ratio(), 2)
        + " times the bound "
        + formula()
        + " = "
        + Digits.of(bound())
        + ": "
        + (isStable() ? stable() : "unstable");
  }

  private String stable() {
    boolean overshoots =
        descent.momentum() == 0 && descent.recurrence(rate, bounds.sharpness()).swings();
    return overshoots ? "stable, swinging across the steepest direction" : "stable";
  }

  private String formula() {
    String m = Digits.of(descent.momentum());
    String curvature =
        descent.weightDecay() == 0 ? "L" : "(L + " + Digits.of(descent.weightDecay()) + ")";
    if (descent.momentum() == 0) {
      return "2/" + curvature;
    } else if (descent.isNesterov()) {
      return "2 (1 + "
          + m
          + ")/("
          + curvature
          + " (1 + "
          + Digits.of(2 * descent.momentum())
          + "))";
    }
    String share = descent.dampening() == 0 ? "" : " (1 - " + Digits.of(descent.dampening()) + ")";
    String divisor = share.isEmpty() ? curvature : "(" + curvature + share + ")";
    return "2 (1 + " + m + ")/" + divisor;
  }
}
