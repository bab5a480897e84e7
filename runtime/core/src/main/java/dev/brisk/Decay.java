package dev.brisk;

/**
 * How the learning rate falls from the one that {@link Optimizer#learningRate()} names, as a
 * function of the step {@code t} since the schedule began. Formulas are those of PyTorch's {@code
 * torch.optim.lr_scheduler}; every schedule holds its last value past its end.
 */
public enum Decay {
  /** The same rate throughout. */
  CONSTANT,

  /**
   * Multiplied by {@link Schedule#gamma() gamma} (0.1) every {@link Schedule#stepSize() stepSize}
   * steps: {@code rate * gamma^floor(t / stepSize)}.
   */
  STEP,

  /** Multiplied by {@link Schedule#gamma() gamma} at every step: {@code rate * gamma^t}. */
  EXPONENTIAL,

  /**
   * Half a cosine from the rate down to {@link Schedule#minLearningRate() minLearningRate} (0):
   * {@code min + (rate - min) * (1 + cos(pi * t / steps)) / 2}. Loshchilov and Hutter, "SGDR",
   * 2017. Unlike PyTorch's it does not rise again past its end.
   */
  COSINE
}
