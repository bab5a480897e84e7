package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Features by hashing, and every operation on bits and truth values. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
@SuppressWarnings("lossy-conversions") // of compound assignments, from JDK 20 on
class Bits {
  static final long MASK = 0xFFFF_FFFFFFL;
  static final int LOW = ~-8;

  @Parameter double p;
  @Parameter double q;

  @Parameter(shape = 8)
  double[] w;

  private static int hash(int k, int m) {
    int hash = k * 31 ^ m;
    hash ^= hash >>> 7;
    hash += hash << 3;
    hash &= 0x7fffffff;
    return hash;
  }

  private static long mixed(long id, int k) {
    long mixed = id << 3 | k & 5L ^ ~id;
    mixed >>= 2;
    mixed <<= k & 3;
    mixed >>>= 50L;
    mixed = (mixed & MASK) % 8;
    mixed *= 2;
    return mixed - (id & 3);
  }

  @Loss
  double loss(
      double x, int k, int m, boolean flag, long id, boolean[] mask, long[] ids, double[] xs) {
    boolean a = k > 0 & m > 1 | flag ^ x > 0;
    boolean b = flag;
    b |= k == 3;
    b &= m != 2;
    b ^= true;
    int s = (int) (id >>> 60) + (1 << k >> 1);
    int t = (k - -m) << 1 + 1;
    s |= 4L;
    s ^= (int) (3 * x);
    s >>= 33;
    int[] counts = new int[8];
    counts[k & LOW] |= 3;
    counts[m & LOW] ^= hash(k, m) & 7;
    counts[2] <<= 1;
    counts[3] += 1;
    counts[4] -= 2.5;
    boolean[] seen = new boolean[3];
    seen[Math.floorMod(id, 3)] |= a;
    seen[1] ^= b;
    double y = p * x;
    for (int i = 0; i < ids.length; i++) {
      if (mask[i] & (ids[i] & 1) == 0) {
        y += w[(int) (ids[i] & 7)] * xs[i];
      } else if (!mask[i] ^ a) {
        y -= w[hash(i, k) & 7];
      }
    }
    y += Math.abs(k - m) * p + Math.max(id, k) * 1e-3 * q + Math.min(k, 2);
    y += Math.floorDiv(id, 7) * 1e-2 + Math.abs(id) * q * 1e-3;
    double chosen = seen[1] != seen[2] ? w[s & 7] : w[t & 7];
    return y * y
        + (a ? p : q)
        + (b & seen[0] ? y : x)
        + chosen * chosen
        + mixed(id, k) * p
        + counts[k & 7] * q
        + counts[4];
  }
}
