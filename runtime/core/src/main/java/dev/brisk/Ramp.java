package dev.brisk;

/**
 * How a {@link Warmup} of {@code W} steps rises from {@code s}, its {@link Warmup#startFactor()}:
 * the share of the learning rate at step {@code t < W}.
 */
public enum Ramp {
  /** {@code s + (1 - s) * t / W}: PyTorch's {@code LinearLR}. */
  LINEAR,

  /** {@code s} throughout: PyTorch's {@code ConstantLR}. Needs an {@code s} above 0. */
  CONSTANT,

  /** {@code s^(1 - t / W)}, the same factor at every step. Needs an {@code s} above 0. */
  EXPONENTIAL,

  /** {@code s + (1 - s) * (1 - cos(pi * t / W)) / 2}, half a cosine upwards. */
  COSINE
}
