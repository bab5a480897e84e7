package dev.brisk.diagnose;

import dev.brisk.text.Digits;

/** What the losses of a run have come to so far. */
final class LossCourse {
  /** The losses that trends are told from. */
  static final int WINDOW = 20;

  /** Examples of one update of which the mean loss stands for the untrained model. */
  private static final int ENOUGH_AT_ONCE = 8;

  /** Examples of several updates; more than at once, as their losses differ by size as well. */
  private static final int ENOUGH_IN_TURN = 20;

  /** Losses below this share of the first one, of so many updates: something was learnt. */
  private static final double LEARNT = 0.5;

  private static final int LOW = 5;

  private final double[] window = new double[WINDOW];
  private final Average recent = new Average(0.98);
  private final Average turns = new Average(0.98);
  private long count;
  private double last;
  private double lastChange;
  private double referenceSum;
  private int referenceCount;
  private int referenceExamples;
  private boolean isReferenceKnown;
  private int relapses;

  /**
   * @param examples of the update
   * @param epochSteps updates of an epoch, after which the same examples come again; 0 if unknown
   */
  void add(double loss, int examples, long epochSteps) {
    if (count >= WINDOW
        && loss > reference()
        && mean(WINDOW - LOW, WINDOW) < LEARNT * reference()) {
      relapses++;
    }
    double change = loss - last;
    if (count >= 2) {
      turns.add(change * lastChange < 0 ? 1 : 0);
    }
    lastChange = change;
    last = loss;
    window[(int) (count % WINDOW)] = loss;
    count++;
    recent.add(loss);
    if (!isReferenceKnown) {
      referenceSum += loss;
      referenceCount++;
      referenceExamples += examples;
      isReferenceKnown =
          examples >= ENOUGH_AT_ONCE
              || referenceExamples >= ENOUGH_IN_TURN
              || referenceCount == epochSteps;
    }
  }

  long count() {
    return count;
  }

  double last() {
    return last;
  }

  /**
   * The loss of the model as it was at first: of one update, or a mean of small ones until there
   * are twenty examples, or all. Of more it would be the loss of what has been trained, or
   * destroyed.
   */
  double reference() {
    return isReferenceKnown ? referenceSum / referenceCount : Double.NaN;
  }

  /** The mean of about the last fifty losses. */
  double recent() {
    return recent.mean();
  }

  /** The share of the changes that are of the other sign than those before them, of about fifty. */
  double turns() {
    return turns.mean();
  }

  /** How often a loss was above the first one after something had been learnt. */
  int relapses() {
    return relapses;
  }

  /** By which share of itself the first loss has fallen; negative where it has risen. */
  double improvement() {
    double reference = reference();
    return (reference - recent()) / Math.abs(reference);
  }

  /** Whether trends can be told. */
  boolean hasWindow() {
    return count >= WINDOW;
  }

  /** The loss of that place in the window, the oldest first. */
  double inWindow(int i) {
    return window[(int) ((count + i) % WINDOW)];
  }

  /** The mean over places {@code [from, to)} of the window. */
  double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += inWindow(i);
    }
    return sum / (to - from);
  }

  /**
   * The slope, per update, of a line through the logarithms of the window's absolute losses, by
   * least squares.
   */
  double logSlope() {
    double sum = 0;
    for (int i = 0; i < WINDOW; i++) {
      sum += (i - (WINDOW - 1) / 2.0) * log(i);
    }
    return sum / spread();
  }

  /** The slope in units of its standard error. */
  double logSlopeSignificance() {
    double slope = logSlope();
    double mean = 0;
    for (int i = 0; i < WINDOW; i++) {
      mean += log(i) / WINDOW;
    }
    double squares = 0;
    for (int i = 0; i < WINDOW; i++) {
      double residual = log(i) - mean - slope * (i - (WINDOW - 1) / 2.0);
      squares += residual * residual;
    }
    return slope / Math.sqrt((squares / (WINDOW - 2) + Double.MIN_NORMAL) / spread());
  }

  /** The sum of the squares of places from their middle. */
  private static double spread() {
    return WINDOW * (WINDOW * WINDOW - 1.0) / 12;
  }

  private double log(int i) {
    return Math.log(Math.abs(inWindow(i)) + Double.MIN_NORMAL);
  }

  /** What has become of the loss; the beginning of a sentence. */
  String change() {
    return "The loss has gone from "
        + Digits.of(reference())
        + " to "
        + Digits.of(recent())
        + " in "
        + count()
        + " updates";
  }
}
