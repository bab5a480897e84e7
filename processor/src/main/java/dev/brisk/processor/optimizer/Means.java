package dev.brisk.processor.optimizer;

import dev.brisk.runtime.Powers;

/**
 * What Adam and its relatives share: running means of the gradient {@code g} and of its square,
 * which start at 0 and are corrected by {@code 1 - beta^t} for it.
 */
final class Means {
  private Means() {}

  /** An update with the constants and states of both means. */
  static Update.Builder of(String algorithm, Settings settings) {
    return new Update.Builder(algorithm, settings)
        .constant("beta1")
        .constant("beta2")
        .constant("epsilon")
        .state("mean")
        .state("meanSquare");
  }

  /** The powers of both betas. */
  static void powers(Update.Builder update) {
    update
        .table("BETA1_POWERS", Powers.class, "BETA1")
        .table("BETA2_POWERS", Powers.class, "BETA2");
  }

  /**
   * Corrections as two scalars: a step of the corrected mean, and a factor of the square's root.
   */
  static void corrections(Update.Builder update) {
    powers(update);
    update
        .scalar("stepSize", "rate / (1 - BETA1_POWERS.at(t))")
        .scalar("correction", "1 / Math.sqrt(1 - BETA2_POWERS.at(t))");
  }

  /** The lines of the means. */
  static void lines(Update.Builder update) {
    update
        .line("mean[i] = {BETA1} * mean[i] + {1 - BETA1} * g;")
        .line("meanSquare[i] = {BETA2} * meanSquare[i] + {1 - BETA2} * g * g;");
  }

  /**
   * The root of the mean of squares; with AMSGrad of the largest so far, which PyTorch takes before
   * its correction.
   */
  static String root(Update.Builder update) {
    if (!update.has("amsgrad")) {
      return "sqrt(meanSquare[i])";
    }
    update
        .mention("AMSGrad")
        .state("largestSquare")
        .line("largestSquare[i] = max(largestSquare[i], meanSquare[i]);");
    return "sqrt(largestSquare[i])";
  }
}
