package dev.brisk.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures generated updates of {@code float} parameters against the same loop in C, and beside the
 * speed at which the machine copies memory: processor time, the two of a case one right after the
 * other, medians of several rounds.
 */
public final class UpdateRatios {
  private static final int[] SIZES = {1_000, 100_000, 10_000_000};

  /**
   * A generated update, its loop in C, and the bytes that a parameter costs: what is read and what
   * is written.
   */
  private record Case(Class<?> generated, String loop, int bytes) {}

  private static final List<Case> CASES =
      List.of(
          new Case(AdamUpdate.class, "adam", 7 * Float.BYTES),
          new Case(MomentumUpdate.class, "momentum", 5 * Float.BYTES));

  /** A line of the table. */
  private record Row(Case updated, int size) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s, %,d", updated.loop(), size);
    }
  }

  /** Nanoseconds of one update of all parameters, and of a copy of as many. */
  private record Measured(double generated, double inC, double copy) {
    double ratio() {
      return generated / inC;
    }
  }

  private UpdateRatios() {}

  /** Takes the number of rounds, and the milliseconds that each is measured. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    CLoops loops = CLoops.compiled();
    int rounds = Integer.parseInt(arguments[0]);
    int milliseconds = Integer.parseInt(arguments[1]);
    Map<Row, List<Measured>> table = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round + " of " + rounds);
      for (Case updated : CASES) {
        for (int size : SIZES) {
          table
              .computeIfAbsent(new Row(updated, size), any -> new ArrayList<>())
              .add(
                  new Measured(
                      generated(updated.generated(), size, milliseconds),
                      loops.nanoseconds(updated.loop(), size, milliseconds),
                      loops.nanoseconds("copy", size, milliseconds)));
        }
      }
    }
    print(table);
  }

  private static double generated(Class<?> benchmark, int size, int milliseconds)
      throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(benchmark.getName() + "\\.update$")
            .param("parameters", Integer.toString(size))
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .warmupIterations(5)
            .measurementIterations(5)
            .warmupTime(TimeValue.milliseconds(milliseconds))
            .measurementTime(TimeValue.milliseconds(milliseconds))
            .addProfiler(CpuTimeProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    RunResult result = new Runner(options).run().iterator().next();
    return result.getSecondaryResults().get(CpuTimeProfiler.RESULT).getScore();
  }

  private static void print(Map<Row, List<Measured>> table) {
    System.out.printf(
        Locale.ROOT,
        "%n%-22s %9s %9s %6s  %-13s %8s %8s%n",
        "ns per parameter",
        "generated",
        "in C",
        "ratio",
        "(of rounds)",
        "GB/s",
        "copying");
    table.forEach(
        (row, rounds) -> {
          double[] ratios = rounds.stream().mapToDouble(Measured::ratio).sorted().toArray();
          double generated =
              Median.of(rounds.stream().mapToDouble(Measured::generated)) / row.size();
          double copy = Median.of(rounds.stream().mapToDouble(Measured::copy)) / row.size();
          System.out.printf(
              Locale.ROOT,
              "%-22s %9.3f %9.3f %6.2f  (%.2f - %.2f) %8.1f %8.1f%n",
              row,
              generated,
              Median.of(rounds.stream().mapToDouble(Measured::inC)) / row.size(),
              Median.of(Arrays.stream(ratios)),
              ratios[0],
              ratios[ratios.length - 1],
              row.updated().bytes() / generated,
              2 * Float.BYTES / copy);
        });
  }
}
