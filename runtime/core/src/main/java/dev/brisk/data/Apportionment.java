package dev.brisk.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Divides counts by fixed fractions into whole numbers, by largest remainders. What a part lost or
 * won by rounding is carried over to the next count, so that the sums stay close to the fractions,
 * too. The last part is what the fractions leave of 1.
 */
final class Apportionment {
  /** How far a sum of fractions, or a product with a count, may be off by rounding of doubles. */
  private static final double ROUNDING = 1e-9;

  private final double[] fractions;

  /** How much more each part should have got of the counts so far. */
  private final double[] owed;

  private Apportionment(double[] fractions) {
    this.fractions = fractions;
    this.owed = new double[fractions.length];
  }

  static Apportionment by(double[] fractions, String[] names) {
    for (int i = 0; i < fractions.length; i++) {
      if (!(fractions[i] > 0 && fractions[i] <= 1)) {
        throw new IllegalArgumentException(
            "the fraction of "
                + names[i]
                + " is "
                + fractions[i]
                + ", expected above 0, at most 1");
      }
    }
    double sum = Arrays.stream(fractions).sum();
    if (sum > 1 + ROUNDING) {
      throw new IllegalArgumentException(
          "the fractions "
              + Arrays.toString(fractions)
              + " sum up to "
              + sum
              + ", expected at most 1");
    }
    double[] all = Arrays.copyOf(fractions, fractions.length + 1);
    all[fractions.length] = sum < 1 - ROUNDING ? 1 - sum : 0;
    return new Apportionment(all);
  }

  /** The parts of the next count, which they sum up to. */
  int[] next(int count) {
    double[] quotas = Arrays.stream(fractions).map(fraction -> fraction * count).toArray();
    int[] shares = Arrays.stream(quotas).mapToInt(q -> (int) Math.floor(q + ROUNDING)).toArray();
    for (int i = 0; i < shares.length; i++) {
      owed[i] += quotas[i] - shares[i];
    }
    int left = count - Arrays.stream(shares).sum();
    IntStream.range(0, shares.length)
        .filter(i -> quotas[i] - shares[i] > ROUNDING)
        .boxed()
        .sorted(Comparator.comparingLong(i -> -Math.round(owed[i] / ROUNDING)))
        .limit(left)
        .forEach(
            i -> {
              shares[i]++;
              owed[i]--;
            });
    return shares;
  }
}
