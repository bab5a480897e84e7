package dev.brisk;

/** How the weights of many updates become one. */
public enum Averaging {
  /**
   * The exponential moving average: {@code average = decay * average + (1 - decay) * weights} after
   * each update; the first one copies the weights (Polyak and Juditsky, "Acceleration of stochastic
   * approximation by averaging", 1992, with weights that fade).
   *
   * <p>Reads {@link WeightAveraging#decay() decay} (0.999).
   */
  EMA,

  /**
   * The mean in which every update counts the same: {@code average += (weights - average) / n}
   * after the {@code n}-th (Izmailov et al., "Averaging Weights Leads to Wider Optima and Better
   * Generalization", 2018). It is meant for the end of a run, from {@link WeightAveraging#start()
   * start} on, when the rate is small or constant. In single precision it comes to rest where an
   * {@code n}-th of the difference is lost in rounding, for differences of a hundredth after some
   * 100,000 updates.
   */
  SWA
}
