package dev.brisk.tune;

import dev.brisk.text.Digits;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;

/** Whether a curve has a rate to tell, and if not why. */
final class Judgement {
  /** Steps that a curve needs. */
  static final int LEAST_POINTS = 10;

  /** Steps up to the lowest point whose gains are looked at, and how sure they have to be. */
  private static final int WINDOW = 12;

  private static final double STANDARD_ERRORS = 4;

  /** The share of the first loss that a flat curve stays within. */
  private static final double FLAT = 0.01;

  private final Curves curves;
  private final Suggestion rule;
  private final double leastFall;
  private final double fall;
  private final int lowest;

  /**
   * @param leastFall of the first loss, the share that a descent takes away
   */
  Judgement(Curves curves, Suggestion rule, double leastFall) {
    this.curves = curves;
    this.rule = rule;
    this.leastFall = leastFall;
    this.lowest = curves.size() == 0 ? 0 : Suggestion.lowest(curves.smoothed());
    this.fall = curves.size() == 0 ? 0 : curves.first() - curves.smoothed()[lowest];
  }

  Optional<Refusal> refusal() {
    if (curves.size() < LEAST_POINTS) {
      return Optional.of(curves.isCutShort() ? Refusal.DIVERGED_AT_ONCE : Refusal.TOO_FEW_POINTS);
    }
    double size = Math.abs(curves.first());
    double first = curves.first();
    if (Arrays.stream(curves.smoothed()).allMatch(l -> Math.abs(l - first) <= FLAT * size)) {
      return Optional.of(Refusal.FLAT_CURVE);
    }
    if (curves.isLowestAtEdge()) {
      return Optional.of(Refusal.MINIMUM_AT_EDGE);
    }
    if (!(fall >= leastFall * size) || !isSure()) {
      return Optional.of(Refusal.NO_DESCENT);
    }
    return suggestion().isEmpty() ? Optional.of(Refusal.RULE_NOT_APPLICABLE) : Optional.empty();
  }

  /**
   * Whether the mean gain of the steps up to the lowest point is well above 0. Where a few batches
   * make up the loss, as of a trained model, a fall by half may be chance.
   */
  private boolean isSure() {
    int from = Math.max(0, lowest + 1 - WINDOW);
    double[] gains = Arrays.copyOfRange(curves.gains(), from, lowest + 1);
    double error = Math.sqrt(StatUtils.variance(gains) / gains.length);
    return StatUtils.mean(gains) > STANDARD_ERRORS * error;
  }

  /** What the rule takes, whatever else is said. */
  OptionalDouble suggestion() {
    return rule.of(curves.rates(), curves.smoothed());
  }

  /** The reason, with its numbers, and what may be done. */
  String sentence(Refusal refusal) {
    return "no suggestion: " + refusal.words() + ", " + detail(refusal);
  }

  private String detail(Refusal refusal) {
    int last = curves.size() - 1;
    return switch (refusal) {
      case TOO_FEW_POINTS ->
          curves.size() + " steps, and at least " + LEAST_POINTS + " are needed. Take more steps";
      case DIVERGED_AT_ONCE ->
          "after "
              + curves.size()
              + " steps"
              + (last < 0 ? "" : ", at a rate of " + Digits.of(curves.rates()[last]))
              + ". Begin with a smaller rate, and look whether inputs are scaled and losses finite";
      case FLAT_CURVE ->
          "the loss stays at "
              + Digits.of(curves.first())
              + " from a rate of "
              + Digits.of(curves.rates()[0])
              + " to "
              + Digits.of(curves.rates()[last])
              + ". Take larger rates, or look whether the loss depends on the parameters";
      case NO_DESCENT ->
          "the loss goes from "
              + Digits.of(curves.first())
              + " to "
              + Digits.of(curves.first() - fall)
              + " at the lowest, "
              + (fall >= leastFall * Math.abs(curves.first())
                  ? "which may be chance, as batches differ"
                  : "and a fall by " + Digits.of(100 * leastFall) + " % is needed (leastFall)")
              + ". The model may be trained already, or these examples have nothing to learn";
      case MINIMUM_AT_EDGE ->
          "the loss is still falling at the largest rate, "
              + Digits.of(curves.rates()[last])
              + ". Take a range that goes further";
      case RULE_NOT_APPLICABLE ->
          rule
              + " finds nothing in losses down to "
              + Digits.of(curves.first() - fall)
              + ". Take another rule";
    };
  }
}
