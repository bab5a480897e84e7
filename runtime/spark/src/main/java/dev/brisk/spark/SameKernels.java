package dev.brisk.spark;

import dev.brisk.kernel.Kernels;

/**
 * Refuses what was computed by others than the kernels here, as bits would depend on which executor
 * computes what.
 */
final class SameKernels {
  private SameKernels() {}

  /**
   * @param kernels of an executor, as they describe themselves
   */
  static void check(String kernels) {
    if (!implementation(kernels).equals(implementation(Kernels.describe()))) {
      throw new IllegalStateException(
          "an executor computes by '"
              + kernels
              + "', the driver by '"
              + Kernels.describe()
              + "'. Start both with the same JDK and options: spark.driver.extraJavaOptions and"
              + " spark.executor.extraJavaOptions, such as --add-modules jdk.incubator.vector");
    }
  }

  /** Without the reason for which they were chosen. */
  static String implementation(String kernels) {
    int reason = kernels.indexOf(" (");
    return reason < 0 ? kernels : kernels.substring(0, reason);
  }
}
