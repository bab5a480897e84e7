package dev.brisk.benchmarks;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures every case and prints one table: the processor time of a generated step, of the step by
 * hand, and their ratio.
 *
 * <p>A machine is seldom quiet. So the two of a case run one right after the other, each in a JVM
 * of its own; all cases are gone through several times; and a ratio is taken in each of these
 * rounds. The table shows the median of the rounds, and the least and the greatest of the ratios.
 */
public final class StepRatios {
  private StepRatios() {}

  /**
   * Takes a regular expression of the cases' names, the number of rounds, of iterations to warm up
   * and to measure in each JVM, and the milliseconds of an iteration.
   */
  public static void main(String[] arguments) throws RunnerException {
    int rounds = Integer.parseInt(arguments[1]);
    Options options =
        new OptionsBuilder()
            .include("\\.(" + arguments[0] + ")\\.")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .warmupIterations(Integer.parseInt(arguments[2]))
            .measurementIterations(Integer.parseInt(arguments[3]))
            .warmupTime(TimeValue.milliseconds(Long.parseLong(arguments[4])))
            .measurementTime(TimeValue.milliseconds(Long.parseLong(arguments[4])))
            .addProfiler(CpuTimeProfiler.class)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    Map<String, List<Round>> cases = new TreeMap<>();
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round + " of " + rounds);
      Map<String, List<RunResult>> results =
          new Runner(options).run().stream().collect(groupingBy(StepRatios::nameOfCase));
      results.forEach(
          (name, pair) ->
              cases.computeIfAbsent(name, any -> new ArrayList<>()).add(Round.of(pair)));
    }
    print(cases);
  }

  private static String nameOfCase(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static void print(Map<String, List<Round>> cases) {
    System.out.printf(
        Locale.ROOT,
        "%n%-16s %10s %10s %7s  %-13s %7s%n",
        "ns per step",
        "generated",
        "by hand",
        "ratio",
        "(of rounds)",
        "B/step");
    cases.forEach(
        (name, rounds) -> {
          double[] ratios = rounds.stream().mapToDouble(Round::ratio).sorted().toArray();
          System.out.printf(
              Locale.ROOT,
              "%-16s %10.1f %10.1f %7.2f  (%.2f - %.2f) %7.0f%n",
              name,
              Median.of(rounds.stream().mapToDouble(Round::generated)),
              Median.of(rounds.stream().mapToDouble(Round::handwritten)),
              Median.of(Arrays.stream(ratios)),
              ratios[0],
              ratios[ratios.length - 1],
              rounds.stream().mapToDouble(Round::bytes).max().orElseThrow());
        });
  }
}
