package dev.brisk;

/**
 * How a {@link Parameter} is initialised. {@code fanIn} and {@code fanOut} of a shape {@code {out,
 * in}} are {@code in} and {@code out}; further dimensions multiply both; a shape of one dimension
 * {@code {n}} counts as {@code {1, n}}.
 */
public enum Init {
  /** All zero. */
  ZEROS,

  /** All equal to {@link Parameter#value()}. */
  CONSTANT,

  /** Uniform in [{@link Parameter#low()}, {@link Parameter#high()}). */
  UNIFORM,

  /** Normal with {@link Parameter#mean()} and {@link Parameter#standardDeviation()}. */
  NORMAL,

  /**
   * Uniform in [-a, a) with {@code a = sqrt(6 / (fanIn + fanOut))}; for tanh and sigmoid layers.
   * Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks",
   * 2010.
   */
  XAVIER,

  /**
   * Normal with mean 0 and standard deviation {@code sqrt(2 / fanIn)}; for relu layers. He et al.,
   * "Delving Deep into Rectifiers", 2015.
   */
  HE
}
