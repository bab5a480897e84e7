package dev.brisk.processor.optimizer;

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

  /**
   * Corrections as two scalars: a step of the corrected mean, and a factor of the square's root.
   */
  static void corrections(Update.Builder update) {
    update
        .scalar("stepSize", "rate / (1 - " + update.power("beta1") + ")")
        .scalar("correction", "1 / Math.sqrt(1 - " + update.power("beta2") + ")");
  }

  /** The lines of the means. */
  static void lines(Update.Builder update) {
    update
        .line("mean[i] = keep({BETA1}, mean[i]) + {1 - BETA1} * g;")
        .line("meanSquare[i] = keepSquare({BETA2}, meanSquare[i]) + {1 - BETA2} * g * g;");
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
