package dev.brisk.schedule;

/**
 * Learning-rate schedules, each a function of the rate it starts from and of the step {@code t}
 * since it began, counted from 0. Formulas are those of PyTorch's {@code torch.optim.lr_scheduler}
 * where it has one, in closed form. A negative {@code t} counts as 0. A schedule of length 0 or
 * less is over from the start.
 *
 * @see Cyclic
 * @see OneCycle
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
   * A cut at each milestone, {@code rate * gamma^n} where {@code n} of them are at most {@code t}:
   * PyTorch's {@code MultiStepLR}.
   *
   * @param gamma factor of a cut, in (0, 1]
   * @param milestones steps, in increasing order
   */
  public static double multiStep(double rate, long t, double gamma, long[] milestones) {
    int passed = 0;
    while (passed < milestones.length && milestones[passed] <= t) {
      passed++;
    }
    return exponential(rate, passed, gamma);
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
   * A straight line, {@code rate * (startFactor + (endFactor - startFactor) * t / steps)}, then its
   * end: PyTorch's {@code LinearLR}.
   *
   * @param steps length of the line
   * @param startFactor share of the rate at step 0
   * @param endFactor share of the rate from {@code t = steps} on
   */
  public static double linear(
      double rate, long t, long steps, double startFactor, double endFactor) {
    if (t >= steps) {
      return rate * endFactor;
    }
    return rate * (startFactor + (endFactor - startFactor) * Math.max(t, 0) / steps);
  }

  /**
   * A power of the share that is left, {@code minimum + (rate - minimum) * (1 - t / steps)^power}:
   * PyTorch's {@code PolynomialLR}, whose minimum is 0.
   *
   * @param steps length of the descent
   * @param power positive; 1 is a straight line
   * @param minimum the rate at its end, held from {@code t = steps} on
   */
  public static double polynomial(double rate, long t, long steps, double power, double minimum) {
    if (t >= steps) {
      return minimum;
    }
    if (t <= 0) {
      return rate;
    }
    // The share in one division: 1 - t / steps would lose the digits of what is left near the end.
    return minimum + (rate - minimum) * Math.pow((double) (steps - t) / steps, power);
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
   * Cosines one after the other, {@code minimum + (rate - minimum) * (1 + cos(pi * c / p)) / 2} at
   * step {@code c} of a cycle of {@code p} steps: PyTorch's {@code CosineAnnealingWarmRestarts}.
   * Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017.
   *
   * <p>A cycle ends a step before it would reach the minimum. It goes on without end.
   *
   * @param period steps of the first cycle, positive
   * @param periodMultiplier how many times as long each other cycle is as the one before, positive
   * @throws IllegalArgumentException if {@code period} or {@code periodMultiplier} is not positive
   */
  public static double cosineRestarts(
      double rate, long t, long period, long periodMultiplier, double minimum) {
    if (period <= 0 || periodMultiplier <= 0) {
      throw new IllegalArgumentException(
          "period is "
              + period
              + " and periodMultiplier "
              + periodMultiplier
              + ", expected at least 1");
    }
    long sinceRestart = Math.max(t, 0);
    long cycle = period;
    if (periodMultiplier == 1) {
      sinceRestart %= period;
    } else {
      // In whole numbers, as a logarithm may miss a restart; cycles double, so 63 rounds at most.
      while (sinceRestart >= cycle) {
        sinceRestart -= cycle;
        cycle =
            cycle > Long.MAX_VALUE / periodMultiplier ? Long.MAX_VALUE : cycle * periodMultiplier;
      }
    }
    return cosine(rate, sinceRestart, cycle, minimum);
  }

  /**
   * A fall with the square root of the step, {@code rate * sqrt(timescale / (t + timescale))}: the
   * decay of Vaswani et al., "Attention Is All You Need", 2017, from the peak on, in the form of
   * Hugging Face's {@code get_inverse_sqrt_schedule}.
   *
   * @param timescale steps until the rate is {@code rate / sqrt(2)}, positive
   */
  public static double inverseSqrt(double rate, long t, long timescale) {
    return rate * Math.sqrt(timescale / ((double) Math.max(t, 0) + timescale));
  }

  /**
   * A fall with the step, {@code rate / (1 + gamma * t / stepSize)}: Keras's {@code
   * InverseTimeDecay}.
   *
   * @param stepSize steps in which the divisor grows by gamma, positive
   * @param gamma positive
   */
  public static double inverseTime(double rate, long t, long stepSize, double gamma) {
    return rate / (1 + gamma * Math.max(t, 0) / stepSize);
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

  /**
   * A share of the rate, {@code rate * startFactor}, then the rate itself from {@code t = steps}
   * on: PyTorch's {@code ConstantLR}.
   */
  public static double constantWarmup(double rate, long t, long steps, double startFactor) {
    return t >= steps ? rate : rate * startFactor;
  }

  /**
   * A rise by the same factor at every step, {@code rate * startFactor^(1 - t / steps)}, then the
   * rate itself from {@code t = steps} on.
   *
   * @param startFactor share of the rate at step 0, in (0, 1)
   */
  public static double exponentialWarmup(double rate, long t, long steps, double startFactor) {
    if (t >= steps) {
      return rate;
    }
    return rate * Math.pow(startFactor, (double) (steps - Math.max(t, 0)) / steps);
  }

  /**
   * Half a cosine upwards, {@code rate * (startFactor + (1 - startFactor) * (1 - cos(pi * t /
   * steps)) / 2)}, then the rate itself from {@code t = steps} on.
   *
   * @param startFactor share of the rate at step 0, in [0, 1)
   */
  public static double cosineWarmup(double rate, long t, long steps, double startFactor) {
    if (t >= steps) {
      return rate;
    }
    double risen = (1 - Math.cos(Math.PI * Math.max(t, 0) / steps)) / 2;
    return rate * (startFactor + (1 - startFactor) * risen);
  }
}
