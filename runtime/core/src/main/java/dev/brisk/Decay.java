package dev.brisk;

/**
 * How the learning rate changes from the one that {@link Optimizer#learningRate()} names, {@code
 * rate}, as a function of the step {@code t} since the schedule began. Under {@link Interval#EPOCH}
 * {@code t} is the number of completed epochs.
 *
 * <p>Formulas are those of PyTorch's {@code torch.optim.lr_scheduler} where it has one, in closed
 * form; every schedule holds its last value past its end. Each reads {@link Schedule#interval()}
 * and, except {@link #PLATEAU}, {@link Schedule#steps()}, and the attributes that it names;
 * defaults are in brackets.
 */
public enum Decay {
  /** The same rate throughout. */
  CONSTANT,

  /**
   * Multiplied by {@link Schedule#gamma() gamma} (0.1) every {@link Schedule#stepSize() stepSize}
   * steps (required): {@code rate * gamma^floor(t / stepSize)}. PyTorch's {@code StepLR}.
   */
  STEP,

  /**
   * Multiplied by {@link Schedule#gamma() gamma} (0.1) at each of the {@link Schedule#milestones()
   * milestones} (required): {@code rate * gamma^n} where {@code n} milestones are at most {@code
   * t}. PyTorch's {@code MultiStepLR}.
   */
  MULTI_STEP,

  /**
   * Multiplied by {@link Schedule#gamma() gamma} (required) at every step: {@code rate * gamma^t}.
   * PyTorch's {@code ExponentialLR}.
   */
  EXPONENTIAL,

  /**
   * A straight line from the share {@link Schedule#startFactor() startFactor} (1/3) of the rate to
   * the share {@link Schedule#endFactor() endFactor} (1): {@code rate * (startFactor + (endFactor -
   * startFactor) * t / steps)}. PyTorch's {@code LinearLR}.
   */
  LINEAR,

  /**
   * A power of what is left of the run, {@link Schedule#power() power} (1), down to {@link
   * Schedule#minLearningRate() minLearningRate} (0): {@code min + (rate - min) * (1 - t /
   * steps)^power}. PyTorch's {@code PolynomialLR}, which always ends at 0.
   */
  POLYNOMIAL,

  /**
   * Half a cosine from the rate down to {@link Schedule#minLearningRate() minLearningRate} (0):
   * {@code min + (rate - min) * (1 + cos(pi * t / steps)) / 2}. Loshchilov and Hutter, "SGDR",
   * 2017. Unlike PyTorch's {@code CosineAnnealingLR} it does not rise again past its end.
   */
  COSINE,

  /**
   * Cosines one after the other, each from the rate down towards {@link Schedule#minLearningRate()
   * minLearningRate} (0). The first takes {@link Schedule#period() period} steps (required), each
   * other {@link Schedule#periodMultiplier() periodMultiplier} (1) times as many as the one before.
   * PyTorch's {@code CosineAnnealingWarmRestarts}; Loshchilov and Hutter, "SGDR", 2017. Past its
   * end it holds the rate of step {@code steps - 1}, as a restart at the very end would be a jump
   * upwards for good.
   */
  COSINE_RESTARTS,

  /**
   * Up from the rate to {@link Schedule#maxLearningRate() maxLearningRate} (required) in {@link
   * Schedule#stepSizeUp() stepSizeUp} steps (2000), down again in {@link Schedule#stepSizeDown()
   * stepSizeDown} (as many), and so on; {@link Schedule#mode() mode} (TRIANGULAR) says what becomes
   * of the height, with {@link Schedule#gamma() gamma} (1) under {@link CycleMode#EXP_RANGE}.
   * PyTorch's {@code CyclicLR}, whose momentum only {@link Schedule#cycleMomentum() cycleMomentum}
   * (false) cycles.
   */
  CYCLIC,

  /**
   * From {@code rate / divFactor} up to the rate, in the share {@link Schedule#pctStart() pctStart}
   * (0.3) of the steps, and down to {@code rate / divFactor / finalDivFactor}, with {@link
   * Schedule#divFactor() divFactor} (25) and {@link Schedule#finalDivFactor() finalDivFactor}
   * (1e4), along the curve that {@link Schedule#anneal() anneal} (COSINE) names. With {@link
   * Schedule#threePhase() threePhase} (false) down to where it began in as many steps as it rose,
   * then to the end.
   *
   * <p>PyTorch's {@code OneCycleLR}, whose momentum only {@link Schedule#cycleMomentum()
   * cycleMomentum} (false) cycles; Smith and Topin, "Super-Convergence", 2018. As there, the peak
   * lies between two steps where {@code pctStart * steps} is not whole; where that misses more than
   * a thousandth of it, the compiler warns. Unlike there, the last rate is held past the end.
   */
  ONE_CYCLE,

  /**
   * Falls with the square root of the step, {@code rate * sqrt(s / (t + s))}, where {@code s} is
   * {@link Schedule#stepSize() stepSize} (as long as the {@link Warmup}); one of the two is
   * required. It begins at the rate itself. Vaswani et al., "Attention Is All You Need", 2017, as
   * in {@code get_inverse_sqrt_schedule} of Hugging Face's Transformers.
   */
  INVERSE_SQRT,

  /**
   * Falls with the step, {@code rate / (1 + gamma * t / stepSize)}, with {@link Schedule#gamma()
   * gamma} (required) and {@link Schedule#stepSize() stepSize} (1). Keras's {@code
   * InverseTimeDecay}.
   */
  INVERSE_TIME,

  /**
   * Multiplied by {@link Schedule#factor() factor} (0.1), but not below {@link
   * Schedule#minLearningRate() minLearningRate} (0), when what it {@link Schedule#monitor()
   * monitors} (the loss) has not become better, by {@link Schedule#threshold() threshold} (1e-4) in
   * its {@link Schedule#thresholdMode() thresholdMode} (RELATIVE), for more than {@link
   * Schedule#patience() patience} (10) observations. For {@link Schedule#cooldown() cooldown} (0)
   * observations after a cut none is counted as bad. PyTorch's {@code ReduceLROnPlateau}, with its
   * epsilon: a cut of 1e-8 or less is not made.
   *
   * <p>{@code fit} observes after each epoch; who drives the loop calls {@code observe}. What is
   * observed during a {@link Warmup} is not counted. A value that is NaN is not better, and never
   * the best. Only the last schedule can be a plateau, and no other beside it: its rate does not
   * depend on the step. It has no length.
   */
  PLATEAU
}
