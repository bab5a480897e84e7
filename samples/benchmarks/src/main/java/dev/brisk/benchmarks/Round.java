package dev.brisk.benchmarks;

import java.util.List;
import org.openjdk.jmh.results.RunResult;

/**
 * One case, measured once.
 *
 * @param generated nanoseconds of processor time of a step of Brisk
 * @param handwritten those of a step by hand
 * @param bytes that a step of Brisk allocates
 */
record Round(double generated, double handwritten, double bytes) {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  static Round of(List<RunResult> pair) {
    RunResult generated = named("generated", pair);
    return new Round(
        secondary(generated, CpuTimeProfiler.RESULT),
        secondary(named("handwritten", pair), CpuTimeProfiler.RESULT),
        secondary(generated, ALLOCATION));
  }

  private static RunResult named(String label, List<RunResult> pair) {
    return pair.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static double secondary(RunResult result, String label) {
    return result.getSecondaryResults().get(label).getScore();
  }

  double ratio() {
    return generated / handwritten;
  }
}
