package dev.brisk.runtime;

/**
 * The momentum of NAdam, {@code mu(t) = beta1 (1 - 0.96^(t psi) / 2)} for update number {@code t},
 * counted from 1, and the product of those of all updates so far. Both are functions of {@code t}
 * alone, so there is nothing to carry along and nothing to resume wrongly.
 *
 * <p>With {@code q = 0.96^psi} the product is {@code beta1^t} times that of {@code 1 - q^i / 2} for
 * i from 1 to t. Its logarithm, each term expanded as a series and the sums over i taken first, is
 *
 * <pre>
 * -sum over k >= 1 of  (q / 2)^k / k * (1 - q^(k t)) / (1 - q^k)
 * </pre>
 *
 * whose terms have one sign and halve, so that it is exact to a few units in the last place.
 *
 * <p>Source: Dozat, "Incorporating Nesterov Momentum into Adam", 2016, as in PyTorch's {@code
 * torch.optim.NAdam}. Written for generated code.
 */
public final class NesterovMomentum {
  private static final double LOG_RISE = Math.log(0.96);

  /** {@code 2^-k / k} is below half a unit in the last place of 1 from here on. */
  private static final int TERMS = 50;

  /** A product below {@code exp(-45)} is nothing beside 1, which it is taken from. */
  private static final double NOTHING = -45;

  private final double beta1;
  private final double logBeta1;
  private final double logQ;

  private NesterovMomentum(double beta1, double decay) {
    this.beta1 = beta1;
    this.logBeta1 = Math.log(beta1);
    this.logQ = decay * LOG_RISE;
  }

  /**
   * The momentum that rises to {@code beta1}.
   *
   * @param decay psi, at least 0: how fast
   */
  public static NesterovMomentum of(double beta1, double decay) {
    return new NesterovMomentum(beta1, decay);
  }

  /** The momentum of update number {@code t}, counted from 1. */
  public double at(long t) {
    return beta1 * (1 - Math.exp(t * logQ) / 2);
  }

  /**
   * The product of the momentums of all updates from the first to number {@code t}; 0 when tiny.
   */
  public double product(long t) {
    double log = t * logBeta1;
    for (int k = 1; k <= TERMS && log > NOTHING; k++) {
      // A quotient of differences from 1, the number of terms where there is no difference.
      double terms = logQ == 0 ? t : Math.expm1(k * (t * logQ)) / Math.expm1(k * logQ);
      log -= Math.exp(k * logQ) * terms / (k * Math.scalb(1.0, k));
    }
    return log > NOTHING ? Math.exp(log) : 0;
  }
}
