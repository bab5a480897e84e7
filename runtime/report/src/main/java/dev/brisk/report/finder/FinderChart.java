package dev.brisk.report.finder;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Line.Stroke;
import dev.brisk.report.chart.Mark;
import dev.brisk.text.Digits;
import dev.brisk.tune.FinderResult;
import dev.brisk.tune.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Losses over rates, with what each rule suggests. */
final class FinderChart {
  /**
   * Of the highest smoothed loss, how much a raw one may be to be drawn: the last of a divergence
   * may be beyond all others by any factor, and would leave them a flat line.
   */
  private static final double HIGHEST = 2;

  private final FinderResult found;
  private final double[] rates;
  private final double[] losses;
  private final double[] smoothed;

  /**
   * @param found with at least one rate
   */
  FinderChart(FinderResult found) {
    this.found = found;
    this.rates = found.rates();
    this.losses = found.losses();
    this.smoothed = found.smoothedLosses();
  }

  Chart chart() {
    return new Chart(
        "Loss while the learning rate rises",
        description(),
        Axis.log("learning rate"),
        Axis.linear("loss"),
        lines(),
        marks(),
        List.of());
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("raw", rates, drawn(), Stroke.POINTS));
    List<double[]> bySeed = found.smoothedBySeed();
    for (int k = 0; bySeed.size() > 1 && k < bySeed.size(); k++) {
      lines.add(new Line(seedName(k), rates, bySeed.get(k), Stroke.DOTTED));
    }
    lines.add(Line.solid("smoothed", rates, smoothed));
    return lines;
  }

  /** The same seed may be given twice, and a line's name is its own. */
  private String seedName(int k) {
    long[] seeds = found.seeds();
    boolean isRepeated = Arrays.stream(seeds).limit(k).anyMatch(seed -> seed == seeds[k]);
    return "smoothed, seed " + seeds[k] + (isRepeated ? ", run " + (k + 1) : "");
  }

  private double[] drawn() {
    double limit = HIGHEST * Arrays.stream(smoothed).map(Math::abs).max().orElseThrow();
    return Arrays.stream(losses).map(loss -> loss <= limit ? loss : Double.NaN).toArray();
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    rulesByRate()
        .forEach(
            (rate, rules) -> marks.add(new Mark(rate, lossAt(rate), names(rules), text(rules))));
    if (found.isCutShort()) {
      int last = rates.length - 1;
      marks.add(
          new Mark(
              rates[last],
              smoothed[last],
              "stopped",
              "The runs end here, with a rate of "
                  + Digits.of(rates[last])
                  + " and a loss of "
                  + Digits.of(losses[last])
                  + ": it rose too far, or was not finite at the next rate"));
    }
    return marks;
  }

  /** Rules that suggest the same share a mark. */
  private Map<Double, List<Suggestion>> rulesByRate() {
    Map<Double, List<Suggestion>> rules = new TreeMap<>();
    found
        .suggestions()
        .forEach((rule, rate) -> rules.computeIfAbsent(rate, r -> new ArrayList<>()).add(rule));
    return rules;
  }

  private String names(List<Suggestion> rules) {
    return rules.stream().map(this::name).collect(Collectors.joining(", "));
  }

  /** A rule in words, and whether it is the one that is taken. */
  String name(Suggestion rule) {
    return RuleText.name(rule) + (rule == found.rule() ? " (taken)" : "");
  }

  private String text(List<Suggestion> rules) {
    return Digits.of(found.suggestions().get(rules.get(0)))
        + ": "
        + rules.stream().map(RuleText::sentence).collect(Collectors.joining("; "));
  }

  /**
   * The smoothed loss at a rate, between two that were tried by the logarithm of the rate; beyond
   * the ends that of the end.
   */
  double lossAt(double rate) {
    int after = Arrays.binarySearch(rates, rate);
    if (after >= 0) {
      return smoothed[after];
    }
    int next = -after - 1;
    if (next == 0 || next == rates.length) {
      return smoothed[Math.min(next, rates.length - 1)];
    }
    double part = Math.log(rate / rates[next - 1]) / Math.log(rates[next] / rates[next - 1]);
    return smoothed[next - 1] + part * (smoothed[next] - smoothed[next - 1]);
  }

  private String description() {
    int last = rates.length - 1;
    int lowest = 0;
    for (int i = 1; i < smoothed.length; i++) {
      lowest = smoothed[i] < smoothed[lowest] ? i : lowest;
    }
    long left = Arrays.stream(drawn()).filter(Double::isNaN).count();
    int seeds = found.seeds().length;
    return "From a rate of "
        + Digits.of(rates[0])
        + " to "
        + Digits.of(rates[last])
        + (found.isCutShort() ? ", where the runs stopped," : ", the last to be tried,")
        + " the smoothed loss goes from "
        + Digits.of(smoothed[0])
        + " to "
        + Digits.of(smoothed[lowest])
        + " at the lowest, with a rate of "
        + Digits.of(rates[lowest])
        + ", and ends at "
        + Digits.of(smoothed[last])
        + "."
        + (seeds == 1 ? "" : " Raw and smoothed are the means of " + seeds + " seeds.")
        + (left == 0 ? "" : " Not drawn, as they are far above: raw losses, " + left + ".");
  }
}
