package dev.brisk.schedule;

/**
 * One rise to the rate and a long fall far below where it began: PyTorch's {@code OneCycleLR},
 * without the momentum. Smith and Topin, "Super-Convergence: Very Fast Training of Neural Networks
 * Using Large Learning Rates", 2018.
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
 * <p>These ends need not be whole, as in PyTorch, and then no step has the rate itself. From step
 * {@code steps - 1} on the last rate is held; PyTorch's would rise or become negative. A negative
 * {@code t} counts as 0.
 */
public final class OneCycle {
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
    double last = initial / finalDivFactor;
    double top = pctStart * steps - 1;
    if (t >= steps - 1) {
      return last;
    }
    return t <= top
        ? alongCosine(initial, rate, t, 0, top)
        : alongCosine(rate, last, t, top, steps - 1);
  }

  /**
   * Two phases along straight lines; parameters are those of {@link #cosine}. The last rate is
   * rounded as PyTorch's, by the way there.
   */
  public static double linear(
      double rate, long t, long steps, double pctStart, double divFactor, double finalDivFactor) {
    double initial = rate / divFactor;
    double last = initial / finalDivFactor;
    double top = pctStart * steps - 1;
    if (t >= steps - 1) {
      return rate + (last - rate);
    }
    return t <= top
        ? alongLine(initial, rate, t, 0, top)
        : alongLine(rate, last, t, top, steps - 1);
  }

  /**
   * Three phases along half cosines; parameters are those of {@link #cosine}.
   *
   * @param pctStart at most 0.5
   */
  public static double cosineInThreePhases(
      double rate, long t, long steps, double pctStart, double divFactor, double finalDivFactor) {
    double initial = rate / divFactor;
    double last = initial / finalDivFactor;
    double top = pctStart * steps - 1;
    if (t >= steps - 1) {
      return last;
    }
    if (t <= top) {
      return alongCosine(initial, rate, t, 0, top);
    }
    return t <= 2 * top
        ? alongCosine(rate, initial, t, top, 2 * top)
        : alongCosine(initial, last, t, 2 * top, steps - 1);
  }

  /**
   * Three phases along straight lines; parameters are those of {@link #cosine}.
   *
   * @param pctStart at most 0.5
   */
  public static double linearInThreePhases(
      double rate, long t, long steps, double pctStart, double divFactor, double finalDivFactor) {
    double initial = rate / divFactor;
    double last = initial / finalDivFactor;
    double top = pctStart * steps - 1;
    if (t >= steps - 1) {
      return initial + (last - initial);
    }
    if (t <= top) {
      return alongLine(initial, rate, t, 0, top);
    }
    return t <= 2 * top
        ? alongLine(rate, initial, t, top, 2 * top)
        : alongLine(initial, last, t, 2 * top, steps - 1);
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
