package dev.brisk.peers;

/**
 * Evenly distributed numbers that are the same in every language: a hash of their place (the mixing
 * of Steele, Lea and Flood's SplitMix64), so that no generator's state has to be shared.
 */
final class Uniform {
  private Uniform() {}

  /** A multiple of 2<sup>-24</sup> in [0, 1). */
  static float at(int stream, long index) {
    long z = (((long) stream << 40) + index + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 40) * 0x1p-24f;
  }

  /** In [-bound, bound), from the beginning of a stream. */
  static float[] array(int stream, int length, float bound) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (2 * at(stream, i) - 1) * bound;
    }
    return values;
  }
}
