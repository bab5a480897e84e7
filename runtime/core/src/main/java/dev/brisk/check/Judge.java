package dev.brisk.check;

import dev.brisk.check.Differences.Estimate;
import java.util.function.DoubleUnaryOperator;

/** Compares given derivatives with estimated ones. */
final class Judge {
  /** An estimate that is wrong by more than this part of a derivative says nothing about it. */
  private static final double COARSE = 0.1;

  /** By how much an estimate may be more wrong than its two differences disagree. */
  private static final double TRUST = 4;

  private final Precision precision;

  Judge(Precision precision) {
    this.precision = precision;
  }

  /** A derivative by one variable, with what it is to be compared with. */
  record Claim(String name, double given, Differences differences, Estimate estimate) {
    /** The larger of the two values. */
    double size() {
      return Math.max(finite(given), finite(estimate.value()));
    }

    private static double finite(double value) {
      return Double.isFinite(value) ? Math.abs(value) : 0;
    }
  }

  /**
   * @param along the function of this variable alone
   * @param at its value
   */
  Claim claim(String name, double given, DoubleUnaryOperator along, double at) {
    Differences differences = new Differences(along, at, precision);
    return new Claim(name, given, differences, differences.estimate());
  }

  /**
   * @param largest of the derivatives beside it, absolute
   */
  Comparison compare(Claim claim, double largest) {
    Estimate estimate = claim.estimate();
    double scale = Math.max(claim.size(), largest / 1000);
    double difference = Math.abs(claim.given() - estimate.value());
    double error = difference == 0 ? 0 : difference / scale;
    return new Comparison(
        claim.name(), claim.given(), estimate.value(), error, verdict(claim, difference, scale));
  }

  private Verdict verdict(Claim claim, double difference, double scale) {
    Estimate estimate = claim.estimate();
    if (!estimate.exists()) {
      return Verdict.DOUBTFUL;
    }
    if (difference == 0) {
      return Verdict.RIGHT;
    }
    if (difference <= precision.tolerance() * scale + estimate.rounding()) {
      return estimate.rounding() > COARSE * scale ? Verdict.DOUBTFUL : Verdict.RIGHT;
    }
    boolean explained =
        difference <= TRUST * estimate.disagreement()
            || claim.differences().isKinkBehind(difference, estimate);
    return explained ? Verdict.DOUBTFUL : Verdict.WRONG;
  }

  /** Two values that are to be the same but for rounding. */
  Comparison same(String name, double given, double expected) {
    double difference = Math.abs(given - expected);
    double scale = Math.max(Math.abs(given), Math.abs(expected));
    boolean isRight =
        Double.compare(given, expected) == 0
            || difference <= precision.roundingOfSums() * scale + Double.MIN_NORMAL;
    return new Comparison(
        name,
        given,
        expected,
        isRight && scale == 0 ? 0 : difference / scale,
        isRight ? Verdict.RIGHT : Verdict.WRONG);
  }
}
