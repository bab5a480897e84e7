package dev.brisk.benchmarks.mllib;

import dev.brisk.kernel.Kernels;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.ludovic.netlib.blas.BLAS;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Trains every case to every target by both, and prints one table.
 *
 * <p>The target is the mean cross-entropy of all training data, without regularisation, at which
 * MLlib arrives after some iterations of L-BFGS. Both have the data in the memory of the executors
 * of one context before the clock starts. The clock runs from the call of fit to its return; then
 * one and the same loop takes the loss of either. A machine is seldom quiet: so the two take turns,
 * and a ratio is taken in each round.
 *
 * <p>Of MLlib's time a part goes by before the first iteration, for looking at every number of the
 * data and bringing it into blocks. Fits without iterations measure it, {@code (start)}, and {@code
 * (later)} is the ratio when it is left out.
 */
public final class MllibRatios {
  private static final double PROMISED_RATIO = 3;

  private final SparkSession session;
  private final int warmups;
  private final int rounds;

  private MllibRatios(SparkSession session, int warmups, int rounds) {
    this.session = session;
    this.warmups = warmups;
    this.rounds = rounds;
  }

  /**
   * Takes a regular expression of the names of cases, the number of rounds that do not count, the
   * number of those that do, and the folder with the images of Fashion-MNIST. Exits with 0 if Brisk
   * reaches every loss, and that of MLlib's defaults at least three times as fast in every case.
   */
  public static void main(String[] arguments) throws IOException {
    SparkSession session =
        SparkSession.builder()
            .appName("mllib")
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .getOrCreate();
    line(
        "kernels: %s; BLAS: %s", Kernels.describe(), BLAS.getInstance().getClass().getSimpleName());
    MllibRatios ratios =
        new MllibRatios(session, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    List<Comparison> table = new ArrayList<>();
    for (Cases each : Cases.values()) {
      if (each.title().matches(arguments[0]) && each.isThere(Path.of(arguments[3]))) {
        table.addAll(ratios.compare(each.load(Path.of(arguments[3]))));
      }
    }
    System.out.print("\n" + Comparison.head());
    table.forEach(System.out::print);
    boolean isKept =
        table.stream()
            .allMatch(
                row -> row.isReached() && (!row.isDefault() || row.ratio() >= PROMISED_RATIO));
    session.stop();
    System.exit(isKept ? 0 : 1);
  }

  private <T extends DoubleTrainer<E>, E extends Examples<E>> List<Comparison> compare(
      Case<T, E> one) {
    Data data = one.data();
    List<Comparison> table = new ArrayList<>();
    long start = System.nanoTime();
    try (Mllib mllib = Mllib.on(session, data)) {
      long cached = System.nanoTime();
      try (Brisk<T, E> brisk =
          Brisk.on(JavaSparkContext.fromSparkContext(session.sparkContext()), one)) {
        line(
            "%s: %d x %d, %d classes; to bring it into memory %.0f ms (MLlib), %.0f ms (Brisk)",
            one.name(),
            data.size(),
            data.width(),
            data.classes(),
            (cached - start) / 1e6,
            (System.nanoTime() - cached) / 1e6);
        for (Target target : one.targets()) {
          table.add(compare(one, target, mllib, brisk));
        }
      }
    }
    return table;
  }

  private <T extends DoubleTrainer<E>, E extends Examples<E>> Comparison compare(
      Case<T, E> one, Target target, Mllib mllib, Brisk<T, E> brisk) {
    List<Run> starts = new ArrayList<>();
    List<Run> theirs = new ArrayList<>();
    List<Run> ours = new ArrayList<>();
    int[] iterations = new int[1];
    for (int round = -warmups; round < rounds; round++) {
      Run start = Run.of(() -> mllib.fit(OptionalInt.of(0)), any -> Double.NaN);
      Run their =
          Run.of(
              () -> mllib.fit(target.iterations()),
              fitted -> {
                iterations[0] = fitted.summary().totalIterations();
                return Mllib.model(fitted).loss(one.data());
              });
      Run our =
          Run.of(() -> brisk.fit(target.stages()), fitted -> brisk.model(fitted).loss(one.data()));
      if (round >= 0) {
        starts.add(start);
        theirs.add(their);
        ours.add(our);
      }
    }
    Comparison comparison =
        new Comparison(
            one.name(), iterations[0], target.iterations().isEmpty(), starts, theirs, ours);
    System.out.print(comparison);
    return comparison;
  }

  private static void line(String form, Object... figures) {
    System.out.println(String.format(Locale.ROOT, form, figures));
  }
}
