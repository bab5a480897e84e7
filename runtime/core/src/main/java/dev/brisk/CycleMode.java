package dev.brisk;

/**
 * What becomes of the height of the cycles of {@link Decay#CYCLIC}. Smith, "Cyclical Learning Rates
 * for Training Neural Networks", 2017; PyTorch's {@code CyclicLR}.
 */
public enum CycleMode {
  /** All cycles are of the same height. */
  TRIANGULAR,

  /** Each cycle is half as high as the one before. */
  TRIANGULAR2,

  /** The height is multiplied by {@link Schedule#gamma() gamma} (1) at every step. */
  EXP_RANGE
}
