package dev.brisk.tune;

import dev.brisk.file.CsvFile;
import dev.brisk.text.Digits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** What a {@link LearningRateFinder} found. Immutable. */
public final class FinderResult {
  /** Rules, and seeds, agree if their suggestions lie within this factor. */
  private static final double AGREEMENT = 10;

  private final Curves curves;
  private final Suggestion rule;
  private final Optional<Refusal> refusal;
  private final OptionalDouble suggestion;
  private final Map<Suggestion, Double> suggestions = new EnumMap<>(Suggestion.class);
  private final String verdict;
  private final String annotation;

  private FinderResult(
      Curves curves, Suggestion rule, double leastFall, DoubleFunction<String> annotation) {
    Judgement judgement = new Judgement(curves, rule, leastFall);
    this.curves = curves;
    this.rule = rule;
    this.refusal = judgement.refusal();
    this.suggestion = refusal.isPresent() ? OptionalDouble.empty() : judgement.suggestion();
    if (refusal.isEmpty()) {
      for (Suggestion each : Suggestion.values()) {
        each.of(curves.rates(), curves.smoothed()).ifPresent(rate -> suggestions.put(each, rate));
      }
    }
    this.verdict = refusal.map(judgement::sentence).orElseGet(this::agreement);
    this.annotation = suggestion.isPresent() ? annotation.apply(suggestion.getAsDouble()) : "";
  }

  /**
   * @param leastFall of the first loss, the share that a descent takes away
   * @param annotation with a rate
   */
  static FinderResult of(
      Curves curves, Suggestion rule, double leastFall, DoubleFunction<String> annotation) {
    return new FinderResult(curves, rule, leastFall, annotation);
  }

  /** The rates that were tried, rising; none after that at which the run ended. */
  public double[] rates() {
    return curves.rates().clone();
  }

  /**
   * The loss at each rate: of the batch before its update, or of held-out examples after it; the
   * mean of all seeds.
   */
  public double[] losses() {
    return curves.losses().clone();
  }

  /**
   * The losses without the noise of batches: smoothed, over what smoothing gives of the same
   * batches without training, times the loss before any update.
   */
  public double[] smoothedLosses() {
    return curves.smoothed().clone();
  }

  /** The seeds of the runs, in the order of {@link #lossesBySeed} and {@link #smoothedBySeed}. */
  public long[] seeds() {
    return curves.seeds().clone();
  }

  /** Of each seed the losses whose mean {@link #losses} is. */
  public List<double[]> lossesBySeed() {
    return curves.lossesBySeed().stream().map(double[]::clone).toList();
  }

  /** Of each seed the losses whose mean {@link #smoothedLosses} is. */
  public List<double[]> smoothedBySeed() {
    return curves.bySeed().stream().map(double[]::clone).toList();
  }

  /**
   * Whether the runs ended before the last rate that was to be tried, as the loss of one rose too
   * far, or was not finite.
   */
  public boolean isCutShort() {
    return curves.isCutShort();
  }

  /** The rule that makes the suggestion. */
  public Suggestion rule() {
    return rule;
  }

  /** The rate to train with; empty where the verdict is a refusal. */
  public OptionalDouble suggestion() {
    return suggestion;
  }

  /**
   * What each rule suggests, as far as it finds something; empty where the verdict is a refusal.
   */
  public Map<Suggestion, Double> suggestions() {
    return Collections.unmodifiableMap(suggestions);
  }

  /** Why there is no suggestion, if there is none. */
  public Optional<Refusal> refusal() {
    return refusal;
  }

  /**
   * How far rules and seeds agree, or why there is no suggestion, with numbers; one sentence or
   * two.
   */
  public String verdict() {
    return verdict;
  }

  /**
   * The line to paste, {@code @Optimizer(value = ADAM, learningRate = 3e-3)}, with the suggestion
   * in two digits; empty without one.
   */
  public String annotation() {
    return annotation;
  }

  /** The curve as text of some twenty lines, with a logarithmic axis of rates. */
  public String plot() {
    return TextPlot.of(curves.rates(), curves.smoothed(), curves.first(), suggestion);
  }

  /**
   * Writes the columns {@code rate}, {@code loss} and {@code smoothed}, with a header. The file
   * appears when it is complete; one that is there is replaced.
   *
   * @throws IOException if it cannot be written; then nothing is left of it
   */
  public void writeCsv(Path file) throws IOException {
    CsvFile csv = new CsvFile();
    csv.row(List.of("rate", "loss", "smoothed"));
    for (int i = 0; i < curves.size(); i++) {
      csv.row(List.of(curves.rates()[i], curves.losses()[i], curves.smoothed()[i]));
    }
    csv.write(file);
  }

  private String agreement() {
    Spread rules = new Spread();
    suggestions.values().forEach(rules::add);
    String text = Digits.of(suggestion.orElseThrow()) + " by " + rule + "; " + rules.words("rules");
    Spread seeds = new Spread();
    curves.bySeed().forEach(curve -> rule.of(curves.rates(), curve).ifPresent(seeds::add));
    return curves.bySeed().size() == 1 ? text : text + "; " + seeds.words("seeds");
  }

  /** The line to paste and the verdict; only the verdict if it is a refusal. */
  @Override
  public String toString() {
    return annotation.isEmpty() ? verdict : annotation + "\n" + verdict;
  }

  /** The smallest and the largest of some rates. */
  private static final class Spread {
    private double least = Double.POSITIVE_INFINITY;
    private double most;

    void add(double rate) {
      least = Math.min(least, rate);
      most = Math.max(most, rate);
    }

    String words(String whose) {
      return whose
          + (most <= AGREEMENT * least ? " agree on " : " disagree, from ")
          + Digits.of(least)
          + " to "
          + Digits.of(most);
    }
  }
}
