package dev.brisk.schedule;

/**
 * Learning-rate schedules, each a function of the rate it starts from and of the step {@code t}
 * since it began, counted from 0. Formulas are those of PyTorch's {@code torch.optim.lr_scheduler}
 * in closed form. A negative {@code t} counts as 0. A schedule of length 0 or less is over from the
 * start.
 */
public final class Schedules {
  private Schedules() {}

  /**
   * A cut every so many steps, {@code rate * gamma^floor(t / stepSize)}: PyTorch's {@code StepLR}.
   *
   * @param stepSize steps between two cuts, positive
   * @param gamma factor of a cut, in (0, 1]
   * @throws IllegalArgumentException if {@code stepSize} is not positive
   */
  public static double step(double rate, long t, long stepSize, double gamma) {
    if (stepSize <= 0) {
      throw new IllegalArgumentException("stepSize is " + stepSize + ", expected at least 1");
    }
    return exponential(rate, Math.max(t, 0) / stepSize, gamma);
  }

  /**
   * A cut at every step, {@code rate * gamma^t}: PyTorch's {@code ExponentialLR}.
   *
   * @param gamma factor of a cut, in (0, 1]
   */
  public static double exponential(double rate, long t, double gamma) {
    return rate * Math.pow(gamma, Math.max(t, 0));
  }

  /**
   * Half a cosine, {@code minimum + (rate - minimum) * (1 + cos(pi * t / steps)) / 2}: PyTorch's
   * {@code CosineAnnealingLR}. Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm
   * Restarts", 2017.
   *
   * <p>From {@code t = steps} on it holds the minimum, exactly; PyTorch's rises again.
   *
   * @param steps length of the descent
   * @param minimum the rate at its end
   */
  public static double cosine(double rate, long t, long steps, double minimum) {
    if (t >= steps) {
      return minimum;
    }
    if (t <= 0) {
      return rate;
    }
    return minimum + (rate - minimum) * (1 + Math.cos(Math.PI * t / steps)) / 2;
  }

  /**
   * A linear rise, {@code rate * (startFactor + (1 - startFactor) * t / steps)}, then the rate
   * itself from {@code t = steps} on: PyTorch's {@code LinearLR} with an end factor of 1.
   *
   * @param steps length of the rise
   * @param startFactor share of the rate at step 0, in [0, 1)
   */
  public static double warmup(double rate, long t, long steps, double startFactor) {
    if (t >= steps) {
      return rate;
    }
    return rate * (startFactor + (1 - startFactor) * Math.max(t, 0) / steps);
  }
}
