package dev.brisk.schedule;

/**
 * One rise to the rate and a long fall far below where it began, and a momentum that falls and
 * rises meanwhile: PyTorch's {@code OneCycleLR}. Smith and Topin, "Super-Convergence: Very Fast
 * Training of Neural Networks Using Large Learning Rates", 2018.
 *
 * <p>With {@code initial = rate / divFactor} and {@code last = initial / finalDivFactor}:
 *
 * <ul>
 *   <li>two phases: from the initial rate up to {@code rate} at step {@code pctStart * steps - 1},
 *       then down to the last at step {@code steps - 1};
 *   <li>three phases: up likewise, down to the initial rate at step {@code 2 * pctStart * steps -
 *       2}, then down to the last at step {@code steps - 1}.
 * </ul>
 *
 * <p>The momentum goes from {@value #HIGH_MOMENTUM} to {@value #LOW_MOMENTUM} in the first phase
 * and back in the second, along the same curves; in a third it stays.
 *
 * <p>These ends need not be whole, as in PyTorch, and then no step has the rate itself. From step
 * {@code steps - 1} on the last value is held; PyTorch's rate would rise or become negative. A
 * negative {@code t} counts as 0.
 */
public final class OneCycle {
  /** The momentum where the rate is lowest, PyTorch's {@code max_momentum}. */
  public static final double HIGH_MOMENTUM = 0.95;

  /** The momentum where the rate is highest, PyTorch's {@code base_momentum}. */
  public static final double LOW_MOMENTUM = 0.85;

  private OneCycle() {}

  /**
   * Two phases along half cosines.
   *
   * @param steps length of the cycle
   * @param pctStart share of the steps in which it rises, in (0, 1)
   * @param divFactor the rate over the initial one
   * @param finalDivFactor the initial rate over the last one
   */
  public static double cosine(
      double rate, long t, long steps, double pctStart, double divFactor, double finalDivFactor) {
    double initial = rate / divFactor;
    return twoCosines(initial, rate, initial / finalDivFactor, t, steps, pctStart);
  }

  /**
   * Two phases along straight lines; parameters are those of {@link #cosine}. The last rate is
   * rounded as PyTorch's, by the way there.
   */
  public static double linear(
      double rate, long t, long steps, double pctStart, double divFactor, double finalDivFactor) {
    double initial = rate / divFactor;
    return twoLines(initial, rate, initial / finalDivFactor, t, steps, pctStart);
  }

  /**
   * Three phases along half cosines; parameters are those of {@link #cosine}.
   *
   * @param pctStart at most 0.5
   */
  public static double cosineInThreePhases(
      double rate, long t, long steps, double pctStart, double divFactor, double finalDivFactor) {
    double initial = rate / divFactor;
    return threeCosines(initial, rate, initial / finalDivFactor, t, steps, pctStart);
  }

  /**
   * Three phases along straight lines; parameters are those of {@link #cosine}.
   *
   * @param pctStart at most 0.5
   */
  public static double linearInThreePhases(
      double rate, long t, long steps, double pctStart, double divFactor, double finalDivFactor) {
    double initial = rate / divFactor;
    return threeLines(initial, rate, initial / finalDivFactor, t, steps, pctStart);
  }

  /** The momentum beside {@link #cosine}, whose parameters these are. */
  public static double cosineMomentum(long t, long steps, double pctStart) {
    return twoCosines(HIGH_MOMENTUM, LOW_MOMENTUM, HIGH_MOMENTUM, t, steps, pctStart);
  }

  /** The momentum beside {@link #linear}, whose parameters these are. */
  public static double linearMomentum(long t, long steps, double pctStart) {
    return twoLines(HIGH_MOMENTUM, LOW_MOMENTUM, HIGH_MOMENTUM, t, steps, pctStart);
  }

  /** The momentum beside {@link #cosineInThreePhases}, whose parameters these are. */
  public static double cosineMomentumInThreePhases(long t, long steps, double pctStart) {
    return threeCosines(HIGH_MOMENTUM, LOW_MOMENTUM, HIGH_MOMENTUM, t, steps, pctStart);
  }

  /** The momentum beside {@link #linearInThreePhases}, whose parameters these are. */
  public static double linearMomentumInThreePhases(long t, long steps, double pctStart) {
    return threeLines(HIGH_MOMENTUM, LOW_MOMENTUM, HIGH_MOMENTUM, t, steps, pctStart);
  }

  private static double twoCosines(
      double first, double middle, double last, long t, long steps, double pctStart) {
    double top = pctStart * steps - 1;
    if (t >= steps - 1) {
      return last;
    }
    return t <= top
        ? alongCosine(first, middle, t, 0, top)
        : alongCosine(middle, last, t, top, steps - 1);
  }

  private static double twoLines(
      double first, double middle, double last, long t, long steps, double pctStart) {
    double top = pctStart * steps - 1;
    if (t >= steps - 1) {
      return middle + (last - middle);
    }
    return t <= top
        ? alongLine(first, middle, t, 0, top)
        : alongLine(middle, last, t, top, steps - 1);
  }

  /** The second phase goes back to the first value. */
  private static double threeCosines(
      double first, double middle, double last, long t, long steps, double pctStart) {
    double top = pctStart * steps - 1;
    if (t >= steps - 1) {
      return last;
    }
    if (t <= top) {
      return alongCosine(first, middle, t, 0, top);
    }
    return t <= 2 * top
        ? alongCosine(middle, first, t, top, 2 * top)
        : alongCosine(first, last, t, 2 * top, steps - 1);
  }

  /** The second phase goes back to the first value. */
  private static double threeLines(
      double first, double middle, double last, long t, long steps, double pctStart) {
    double top = pctStart * steps - 1;
    if (t >= steps - 1) {
      return first + (last - first);
    }
    if (t <= top) {
      return alongLine(first, middle, t, 0, top);
    }
    return t <= 2 * top
        ? alongLine(middle, first, t, top, 2 * top)
        : alongLine(first, last, t, 2 * top, steps - 1);
  }

  private static double alongCosine(double from, double to, long t, double start, double end) {
    return to + (from - to) / 2 * (1 + Math.cos(Math.PI * share(t, start, end)));
  }

  private static double alongLine(double from, double to, long t, double start, double end) {
    return from + (to - from) * share(t, start, end);
  }

  /** How much of the phase is over; all of one without length. */
  private static double share(long t, double start, double end) {
    return end > start ? (Math.max(t, 0) - start) / (end - start) : 1;
  }
}
