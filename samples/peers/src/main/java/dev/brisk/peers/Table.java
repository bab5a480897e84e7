package dev.brisk.peers;

import dev.brisk.benchmarks.Median;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Writes the table: for each row, number of threads and contender the median of the rounds, and how
 * many times as fast as this contender the first of the row is. Loss and accuracy are those after
 * the first epoch, which show that the same was done.
 */
final class Table {
  private static final String LINE = "%-42s %7s  %-38s %17s %8s  %-21s %8s %8s %5s%n";

  private Table() {}

  /** Where rounds belong. */
  record Key(Row row, int threads) {}

  static String of(Map<Key, List<Round>> table) {
    return String.format(
            Locale.ROOT,
            "%n" + LINE,
            "",
            "threads",
            "",
            "per second",
            "ratio",
            "(of rounds)",
            "loss",
            "accuracy",
            "busy")
        + table.entrySet().stream()
            .map(entry -> rows(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
  }

  private static String rows(Key key, List<Round> rounds) {
    List<String> names =
        Contenders.all().stream()
            .map(Contender::name)
            .filter(name -> rounds.stream().allMatch(round -> round.has(name)))
            .toList();
    return names.stream()
        .map(name -> line(key, name, names.get(0), rounds))
        .collect(Collectors.joining());
  }

  private static String line(Key key, String name, String first, List<Round> rounds) {
    boolean begins = name.equals(first);
    double[] ratios =
        rounds.stream().mapToDouble(round -> round.ratio(first, name)).sorted().toArray();
    String remark = Contenders.named(name).remark(key.row().workload());
    Quality quality = rounds.get(0).outcomes().get(name).quality();
    return String.format(
        Locale.ROOT,
        LINE,
        begins ? key.row().title() : "",
        begins ? key.threads() : "",
        remark.isEmpty() ? name : name + " (" + remark + ")",
        speed(key.row(), median(rounds, name, Outcome::rate)),
        begins ? "" : times(Median.of(Arrays.stream(ratios))),
        begins ? "" : "(" + times(ratios[0]) + " - " + times(ratios[ratios.length - 1]) + ")",
        number("%.4f", quality.loss()),
        number("%.4f", quality.accuracy()),
        number("%.1f", median(rounds, name, Outcome::processors)));
  }

  private static double median(List<Round> rounds, String name, ToDoubleFunction<Outcome> value) {
    return Median.of(
        rounds.stream().mapToDouble(round -> value.applyAsDouble(round.outcomes().get(name))));
  }

  private static String times(double ratio) {
    return number(ratio < 10 ? "%.2f" : ratio < 100 ? "%.1f" : "%,.0f", ratio);
  }

  private static String speed(Row row, double rate) {
    return row.measured() == Row.Measured.PROCESS
        ? number("%.2f s", 1 / rate)
        : number("%,.0f", rate);
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }
}
